using PhongTho.Cms.Markdown;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Publishing;

/// <summary>What stands around every public page: names, menus, owner, addresses of assets.</summary>
public sealed record SiteFrame
{
    public required string Name { get; init; }

    public string Tagline { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Scheme and host, no slash at the end: canonical links, feeds, share tags.</summary>
    public required string BaseUrl { get; init; }

    public IReadOnlyList<MenuLink> MainMenu { get; init; } = [];

    /// <summary>Groups of links; each entry's children are the links of its group.</summary>
    public IReadOnlyList<MenuLink> FooterMenu { get; init; } = [];

    /// <summary>The site's owner on the day of reading; owners change, so this is dated data.</summary>
    public string? Owner { get; init; }

    /// <summary>Contact and responsibility lines under the owner.</summary>
    public IReadOnlyList<ListFact> OwnerFacts { get; init; } = [];

    public string? SourceNote { get; init; }

    public PublicImage? ShareImage { get; init; }

    /// <summary>Address of a file of the theme, with its fingerprint: <c>Asset("site.css")</c>.</summary>
    public required Func<string, string> Asset { get; init; }
}

public sealed record MenuLink(string Label, string Path, IReadOnlyList<MenuLink> Children);

/// <summary>A step of the trail above a title.</summary>
public sealed record Crumb(string Label, string Path);

/// <summary>A picture as the public sees it: where it is, and what stands under it.</summary>
public sealed record PublicImage(string Url, string Alt, int? Width = null, int? Height = null, string? Caption = null, string? Credit = null)
{
    /// <summary>The same picture in every width and format; null when there is one file only, as of a drawing.</summary>
    public PictureSources? Sources { get; init; }

    /// <summary>What cropping must not cut off; null for the middle.</summary>
    public PictureFocus? Focus { get; init; }

    /// <summary>The picture of a library file in a place that has words of its own for it.</summary>
    public static PublicImage Of(MediaFile file, string alt) => new(file.Url, alt, file.Width, file.Height)
    {
        Sources = PictureSources.Of(file),
        Focus = PictureFocus.Of(file),
    };
}

/// <summary>Lists of widths as <c>srcset</c> writes them, and the JPEG other sites show when a page is shared.</summary>
/// <param name="Width">Of the widest; the picture's own <see cref="PublicImage.Width"/> may be more.</param>
public sealed record PictureSources(string Avif, string WebP, string Jpeg, string ShareUrl, int Width)
{
    public static PictureSources? Of(MediaFile file) => file.IsRaster
        ? new PictureSources(file.SourceSet(PictureFormat.Avif)!, file.SourceSet(PictureFormat.WebP)!, file.SourceSet(PictureFormat.Jpeg)!, file.ShareUrl, PictureWidths.Of(file.Width, file.Height)[^1])
        : null;
}

/// <summary>The point of a picture that cropping keeps in sight, in tenths from the left and from the top.</summary>
public sealed record PictureFocus(int X, int Y)
{
    public static PictureFocus? Of(MediaFile file) => file is { FocusX: { } x, FocusY: { } y } ? new PictureFocus(Tenths(x), Tenths(y)) : null;

    private static int Tenths(int thousandths) => (thousandths + 50) / 100;
}

/// <summary>A file as the public gets it.</summary>
public sealed record PublicFile(string Url, string Name, string ContentType, long Size, int? Width = null, int? Height = null)
{
    /// <summary>As a picture without words, when it is one.</summary>
    public PublicImage? Image { get; init; }

    public static PublicFile Of(MediaFile file) => new(file.Url, file.Name, file.ContentType, file.Size, file.Width, file.Height)
    {
        Image = PublicImage.Of(file, ""),
    };
}

/// <summary>A term an item carries, and the list of everything that carries it.</summary>
public sealed record TermLink(string Taxonomy, string Slug, string Name, string? Path = null)
{
    /// <summary>For chips; the full name when there is no shorter one.</summary>
    public string ShortName { get; init; } = Name;

    /// <summary>Grouping data of the term (a criterion's kind, a form's category), when it has any.</summary>
    public string? Group { get; init; }
}

/// <summary>A unit in time: what it was called on the day, and where it belongs now.</summary>
/// <param name="FullName">«Xã Hoang Thèn», as on the day of the event.</param>
/// <param name="Now">«Xã Khổng Lào» when the unit has ended and its successor is another; else null.</param>
/// <param name="IsFormer">True when the unit has ended.</param>
public sealed record Place(string Slug, string Name, string FullName, string? Now, bool IsFormer, string Path)
{
    /// <summary>Since when it belongs there.</summary>
    public DateOnly? NowFrom { get; init; }

    /// <summary>Its last day, when it has ended.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>An item as it stands in a list.</summary>
public sealed record Teaser
{
    public required ItemId Id { get; init; }

    public required string Type { get; init; }

    /// <summary>«Gương điển hình», «Tin, bài» …</summary>
    public required string TypeLabel { get; init; }

    public required string Path { get; init; }

    public required string Title { get; init; }

    public string Summary { get; init; } = "";

    /// <summary>Whom the item is about, as a name, when it is about somebody.</summary>
    public string? Subject { get; init; }

    public PublicImage? Picture { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public bool IsSample { get; init; }

    public IReadOnlyList<TermLink> Terms { get; init; } = [];

    public Place? Place { get; init; }

    public IReadOnlyList<ListFact> Facts { get; init; } = [];

    /// <summary>What the register says of it now.</summary>
    public IReadOnlyList<CommendationLine> Commendations { get; init; } = [];

    /// <summary>What the register says was taken back.</summary>
    public IReadOnlyList<CommendationLine> RevokedCommendations { get; init; } = [];

    /// <summary>The first term of a taxonomy, or null.</summary>
    public TermLink? Term(string taxonomy) => Terms.FirstOrDefault(term => term.Taxonomy == taxonomy);
}

/// <summary>A commendation as it stands beside its holder: the decision, and the names of its form and occasion.</summary>
public sealed record CommendationLine
{
    public required TermLink Form { get; init; }

    public TermLink? Occasion { get; init; }

    public string Achievement { get; init; } = "";

    /// <summary><c>1093/QĐ-UBND</c>; empty for praise outside the law.</summary>
    public string Decision { get; init; } = "";

    public PartialDate? DecidedOn { get; init; }

    public string Authority { get; init; } = "";

    /// <summary>No honour any more: shown as a notice, never as a badge (rule R6).</summary>
    public bool IsRevoked { get; init; }

    public string RevokedBy { get; init; } = "";

    public PartialDate? RevokedOn { get; init; }

    /// <summary>The revoking decision, where readers can read it.</summary>
    public string? RevokingPath { get; init; }

    /// <summary>Of emergent cases: from the deed to the decision.</summary>
    public int? DaysToDecision { get; init; }
}

/// <summary>One filter of a list: a taxonomy and what can be chosen of it.</summary>
public sealed record FilterGroup(string Taxonomy, string Label, IReadOnlyList<FilterOption> Options)
{
    public FilterOption? Selected => Options.FirstOrDefault(option => option.IsSelected);
}

/// <param name="Url">Address of the same list with this choice made; with it undone when it is selected.</param>
/// <param name="Note">Small print, such as the unit's dates.</param>
public sealed record FilterOption(string Slug, string Name, int Count, string Url, bool IsSelected, string? Note = null);

/// <summary>A search hit ready to print.</summary>
public sealed record FoundItem(string Path, string TypeLabel, SafeHtml Title, SafeHtml Snippet, DateTimeOffset? PublishedAt, bool IsSample, Place? Place);

/// <summary>A section, as lists and tabs need it.</summary>
public sealed record SectionLink(string Label, string Path, bool IsCurrent, int? Count = null);

/// <summary>Items of one kind that point at the shown one: stories about an exemplar, what a movement gathers.</summary>
public sealed record TeaserGroup(string Label, IReadOnlyList<Teaser> Items);

/// <summary>A live item that names this one in a field, as this side tells it: "Được thay thế bởi".</summary>
public sealed record Backlink(string Answer, Teaser Item, ContentBody Body);
