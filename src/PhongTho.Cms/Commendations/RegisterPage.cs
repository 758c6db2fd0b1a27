using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Commendations;

/// <summary>The public register of commendations, filtered or whole.</summary>
public sealed record RegisterPage : SitePage
{
    public required string Heading { get; init; }

    public string Introduction { get; init; } = "";

    /// <summary>Address without any filter.</summary>
    public required string PlainPath { get; init; }

    public IReadOnlyList<SectionLink> Tabs { get; init; } = [];

    public IReadOnlyList<FilterGroup> Filters { get; init; } = [];

    public required IReadOnlyList<RegisterEntry> Entries { get; init; }

    public int Total { get; init; }

    public int Revoked { get; init; }

    /// <summary>Kinds of subject with their counts, in the vocabulary's order.</summary>
    public IReadOnlyList<ListFact> Kinds { get; init; } = [];

    public required RegisterFigures Figures { get; init; }

    /// <summary>Decided commendations that may not be named here; told for the register as a whole, never for a filter.</summary>
    public int Unnamed { get; init; }

    /// <summary>The same rows as a table for a spreadsheet.</summary>
    public required string CsvPath { get; init; }

    public string? NextUrl { get; init; }

    public string? FirstUrl { get; init; }

    public bool IsFiltered => Filters.Any(static filter => filter.Selected is not null);
}

/// <summary>A row with its names.</summary>
public sealed record RegisterEntry(RegisterRow Row, TermLink Form, TermLink? Occasion, TermLink Kind, Place? Place);
