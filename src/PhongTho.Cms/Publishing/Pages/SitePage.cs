using PhongTho.Cms.Consents;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Model;
using PhongTho.Cms.Replications;

namespace PhongTho.Cms.Publishing;

/// <summary>One public page, complete: a theme turns it into HTML without asking anybody anything.</summary>
public abstract record SitePage
{
    public required SiteFrame Frame { get; init; }

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Canonical path with the query that belongs to it; starts with a slash.</summary>
    public required string Path { get; init; }

    public PublicImage? Image { get; init; }

    public IReadOnlyList<Crumb> Trail { get; init; } = [];

    /// <summary>Feed of what this page lists, when there is one.</summary>
    public string? FeedPath { get; init; }

    /// <summary>Pages that must not be indexed: filtered lists, searches, notices.</summary>
    public bool NoIndex { get; init; }

    /// <summary>BCP 47.</summary>
    public string Language { get; init; } = "vi";

    public string CanonicalUrl => Frame.BaseUrl + Path;
}

/// <summary>The front page.</summary>
public sealed record HomePage : SitePage
{
    public IReadOnlyList<Teaser> Lead { get; init; } = [];

    /// <summary>Commended for something sudden and outstanding ("khen đột xuất").</summary>
    public IReadOnlyList<Teaser> Emergent { get; init; } = [];

    public IReadOnlyList<Teaser> Exemplars { get; init; } = [];

    public IReadOnlyList<Teaser> News { get; init; } = [];

    public IReadOnlyList<Teaser> Documents { get; init; } = [];

    public IReadOnlyList<Teaser> Movements { get; init; } = [];

    /// <summary>Ways into the exemplars: by kind, by field, by place, each with its count.</summary>
    public IReadOnlyList<FilterGroup> Doors { get; init; } = [];

    /// <summary>A few counted facts about the collection.</summary>
    public IReadOnlyList<ListFact> Counts { get; init; } = [];
}

/// <summary>A list of a section, filtered or whole.</summary>
public sealed record SectionPage : SitePage
{
    public required string Heading { get; init; }

    public string Introduction { get; init; } = "";

    public required SectionLayout Layout { get; init; }

    /// <summary>Sections beside and under this one.</summary>
    public IReadOnlyList<SectionLink> Tabs { get; init; } = [];

    public IReadOnlyList<FilterGroup> Filters { get; init; } = [];

    /// <summary>Words searched for inside the section (document library), as typed.</summary>
    public string? Words { get; init; }

    /// <summary>True when the section offers a search box of its own.</summary>
    public bool HasWords { get; init; }

    /// <summary>Address of the section without any filter.</summary>
    public required string PlainPath { get; init; }

    public IReadOnlyList<Teaser> Items { get; init; } = [];

    public int Total { get; init; }

    public string? NextUrl { get; init; }

    /// <summary>Back to the first page, when this is not it.</summary>
    public string? FirstUrl { get; init; }

    public bool IsFiltered => Words is { Length: > 0 } || Filters.Any(filter => filter.Selected is not null);
}

public enum SectionLayout
{
    Cards,
    Rows,
    Documents,
}

/// <summary>All places, or one place in time with what happened there.</summary>
public sealed record PlacesPage : SitePage
{
    /// <summary>True for the places of before, each with where it belongs today.</summary>
    public bool IsFormer { get; init; }

    /// <summary>Null while nobody drew a map.</summary>
    public PlaceDrawing? Drawing { get; init; }

    public required IReadOnlyList<PlaceEntry> Places { get; init; }

    /// <summary>What was asked for.</summary>
    public string Words { get; init; } = "";

    /// <summary>Places of any day that bear the name asked for, each by itself.</summary>
    public IReadOnlyList<PlaceEntry> Found { get; init; } = [];
}

/// <param name="Predecessors">Units that became part of it.</param>
public sealed record PlaceEntry(Place Place, int Count, IReadOnlyList<PlaceEntry> Predecessors)
{
    /// <summary>Other spellings found in official papers.</summary>
    public IReadOnlyList<string> Spellings { get; init; } = [];
}

/// <summary>One unit: its history and everything told about it or about what it was made of.</summary>
public sealed record PlacePage : SitePage
{
    public required Place Place { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public IReadOnlyList<Place> Predecessors { get; init; } = [];

    public IReadOnlyList<Place> Successors { get; init; } = [];

    public IReadOnlyList<string> Spellings { get; init; } = [];

    /// <summary>Other units that bear the same name: neither what it came from nor what it became tells them apart, only the date and the kind. Without an address where it has no page.</summary>
    public IReadOnlyList<Place> Namesakes { get; init; } = [];

    /// <summary>What people gave there, all years together.</summary>
    public IReadOnlyList<Gift> Gifts { get; init; } = [];

    public IReadOnlyList<Teaser> Items { get; init; } = [];

    public int Total { get; init; }

    public string? NextUrl { get; init; }
}

/// <summary>One kind of gift, summed.</summary>
public sealed record Gift(string Label, decimal Quantity, string Measure);

/// <summary>Results of a search, or the empty form.</summary>
public sealed record SearchPage : SitePage
{
    public string Words { get; init; } = "";

    /// <summary>What editors chose to show first for these words.</summary>
    public IReadOnlyList<FoundItem> Promoted { get; init; } = [];

    public IReadOnlyList<FoundItem> Hits { get; init; } = [];

    public IReadOnlyList<FilterGroup> Filters { get; init; } = [];

    public int Total { get; init; }

    /// <summary>A better spelling and its address.</summary>
    public SectionLink? Suggestion { get; init; }

    public string? InterpretedAs { get; init; }

    public IReadOnlyList<SectionLink> Orders { get; init; } = [];

    public string? PreviousUrl { get; init; }

    public string? NextUrl { get; init; }

    /// <summary>1-based rank of the first hit shown.</summary>
    public int FirstRank { get; init; }

    /// <summary>Ways on when nothing was found.</summary>
    public IReadOnlyList<SectionLink> Elsewhere { get; init; } = [];
}

/// <summary>The whole site as a tree of links.</summary>
public sealed record SiteMapPage : SitePage
{
    public required IReadOnlyList<MenuLink> Tree { get; init; }
}

/// <summary>What was published, by year and month.</summary>
public sealed record ArchivePage : SitePage
{
    public required IReadOnlyList<ArchiveYear> Years { get; init; }

    /// <summary>Items of the chosen month, when one is chosen.</summary>
    public IReadOnlyList<Teaser> Items { get; init; } = [];

    public string? Chosen { get; init; }
}

public sealed record ArchiveYear(int Year, int Count, IReadOnlyList<SectionLink> Months);

/// <summary>How to show the portal's content elsewhere: snippets ready to copy.</summary>
public sealed record EmbedGuidePage : SitePage
{
    public required IReadOnlyList<EmbedSnippet> Snippets { get; init; }
}

/// <param name="Html">Markup to copy; printed as text.</param>
/// <param name="PreviewPath">Address of what the frame shows.</param>
public sealed record EmbedSnippet(string Label, string Html, string PreviewPath, int Height);

/// <summary>A page inside somebody else's page: one item, or a short list. No menus, no script.</summary>
public sealed record EmbedPage : SitePage
{
    public required IReadOnlyList<Teaser> Items { get; init; }

    public required string MoreLabel { get; init; }

    public required string MorePath { get; init; }

    /// <summary>True when the page is one card rather than a list.</summary>
    public bool IsCard { get; init; }
}

/// <summary>Said in place of a page: not found, gone, on hold, retracted, broken.</summary>
public sealed record NoticePage : SitePage
{
    public required NoticeKind Kind { get; init; }

    public required string Heading { get; init; }

    public required string Message { get; init; }

    /// <summary>Ways on.</summary>
    public IReadOnlyList<SectionLink> Links { get; init; } = [];
}

public enum NoticeKind
{
    Missing,
    Gone,
    OnHold,
    Retracted,
    Refused,
    Broken,
}

/// <summary>A published item with everything its template needs.</summary>
public abstract record ItemPage : SitePage
{
    public required Teaser Item { get; init; }

    /// <summary>Names and addresses of what the body points at.</summary>
    public required References Refs { get; init; }

    public IReadOnlyList<Teaser> Related { get; init; } = [];

    /// <summary>The day it was made.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Live items that stand in a named relation to this one, newest first.</summary>
    public IReadOnlyList<Backlink> Backlinks { get; init; } = [];

    /// <summary>Other live items that point at this one, by type.</summary>
    public IReadOnlyList<TeaserGroup> Mentions { get; init; } = [];

    /// <summary>Pages under this page, or its brothers.</summary>
    public IReadOnlyList<SectionLink> Branch { get; init; } = [];

    /// <summary>Uses its people did not agree to: the page then makes no offer of them, and tells machines nothing for them.</summary>
    public IReadOnlyList<ConsentPurpose> Closed { get; init; } = [];

    public bool IsShared => !Closed.Contains(ConsentPurpose.Social);

    public bool IsPrinted => !Closed.Contains(ConsentPurpose.Print);

    /// <summary>Markup that shows the item's card elsewhere; printed as text. Empty for items that are not embedded.</summary>
    public string EmbedSnippet { get; init; } = "";

    /// <summary>True when it is kept for the record only, and says so.</summary>
    public bool IsArchived { get; init; }

    /// <summary>True when an editor looks at a draft.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Who copied it; null for what nobody copies.</summary>
    public ReplicationBoard? Replications { get; init; }

    /// <summary>What the ledger says was given by those it tells of.</summary>
    public IReadOnlyList<ContributionLine> Contributions { get; init; } = [];

    public abstract ContentBody AnyBody { get; }
}

/// <inheritdoc/>
public sealed record ItemPage<TBody> : ItemPage
    where TBody : ContentBody
{
    public required TBody Body { get; init; }

    public override ContentBody AnyBody => Body;
}
