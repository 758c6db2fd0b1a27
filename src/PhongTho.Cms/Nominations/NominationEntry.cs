using PhongTho.Cms.Model;

namespace PhongTho.Cms.Nominations;

/// <summary>What a person typed into the form, kept as typed: it comes back whole when something is amiss.</summary>
public sealed record NominationEntry
{
    public const int MostFields = 3;

    public const int MostPhotos = 5;

    public string Kind { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Slug of a unit of any day.</summary>
    public string Unit { get; init; } = "";

    public string Village { get; init; } = "";

    public string Deed { get; init; } = "";

    public string When { get; init; } = "";

    public string Result { get; init; } = "";

    public IReadOnlyList<string> Fields { get; init; } = [];

    public IReadOnlyList<CriterionAssessment> Criteria { get; init; } = [];

    public string Source { get; init; } = "";

    public bool? IsSubjectAware { get; init; }

    /// <summary>Of a citizen; a member is known.</summary>
    public NominatorContact? Contact { get; init; }

    /// <summary>Agrees that the contact is kept and used to ask back.</summary>
    public bool Agrees { get; init; }
}
