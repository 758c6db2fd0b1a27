using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using RazorSlices;

namespace PhongTho.Theme;

/// <summary>A page and the slice of its content, for the document around it.</summary>
public sealed record DocumentView(SitePage Page, RazorSlice Content);

/// <summary>A paper by its number, led to where readers can read it.</summary>
public sealed record PaperLinkView(string Name, string? Path);

/// <summary>A block and what its ids stand for.</summary>
public sealed record BlockView<TBlock>(TBlock Block, References Refs)
    where TBlock : Block;

/// <summary>Blocks in their order.</summary>
public sealed record BlocksView(IReadOnlyList<Block> Blocks, References Refs);

/// <summary>A card. The first one of a page loads its picture at once; the rest wait until they are near.</summary>
public sealed record CardView(Teaser Item, bool IsFirst = false);

/// <summary>A picture in a figure.</summary>
/// <param name="Sizes">How wide it stands, for the browser's choice of a file.</param>
public sealed record ImageView(PublicImage Image, bool IsFirst = false, string Sizes = "(min-width: 48rem) 44rem, 100vw");

/// <summary>A titled shelf of a page; prints nothing when it is empty.</summary>
public sealed record ShelfView(string Title, IReadOnlyList<Teaser> Items, string? MorePath = null, string? MoreLabel = null);

/// <summary>The form that narrows a list.</summary>
/// <param name="HasWords">The list has a search box of its own.</param>
public sealed record FilterView(string PlainPath, IReadOnlyList<FilterGroup> Filters, bool HasWords = false, string? Words = null)
{
    public bool IsFiltered => Words is { Length: > 0 } || Filters.Any(static filter => filter.Selected is not null);
}

/// <summary>What a list is narrowed to, each choice with its way out.</summary>
public sealed record ChosenView(IReadOnlyList<FilterGroup> Filters, string? PlainPath = null, string? Words = null);

/// <summary>Where a list goes on.</summary>
public sealed record PagerView(string? FirstUrl, string? PreviousUrl, string? NextUrl);

/// <summary>The search form. A page may hold two: id and label tell them apart.</summary>
public sealed record SearchBoxView(string Id, string Label, string Words = "");

/// <summary>Text offered for copying.</summary>
/// <param name="Id">Distinguishes the boxes of one page.</param>
public sealed record CopyView(string Id, string Label, string Text, int Rows = 4);

/// <summary>The top of an item: what it is, its title, who wrote it and when.</summary>
public sealed record ItemHeadView(ItemPage Page, string? Kicker = null, string? Byline = null, bool HasDates = true);

/// <summary>A fact whose value may lead somewhere.</summary>
/// <param name="Note">Small print under the value.</param>
public sealed record Fact(string Label, IReadOnlyList<TermLink> Values, string? Note = null)
{
    public Fact(string label, string value, string? path = null, string? note = null)
        : this(label, [new TermLink("", "", value, path)], note)
    {
    }
}

/// <summary>Facts in a panel, with a heading for those who cannot see the frame.</summary>
public sealed record FactsView(string Title, IReadOnlyList<Fact> Facts);

/// <summary>Criteria of the plan with their names.</summary>
public sealed record CriteriaView(IReadOnlyList<CriterionAssessment> Criteria, References Refs);

/// <summary>Typed figures under a heading.</summary>
public sealed record FiguresView(IReadOnlyList<Figure> Figures, string? Title = null);

/// <summary>What stands under a sound or a film.</summary>
public sealed record MediaView(string Title, string? Transcript, PublicFile File);

/// <summary>A file to take home.</summary>
public sealed record FileView(PublicFile File, string Label);

/// <summary>A row of the table of gifts: a place of today, one of those it was made of, or all together.</summary>
public sealed record GiftRowView(PhongTho.Cms.Contributions.GiftPlace Place, IReadOnlyList<PhongTho.Cms.Sites.TermEntry> Kinds, bool IsPart = false, bool IsAll = false);
