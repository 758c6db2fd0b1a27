using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>Lists of a section as readers page through them.</summary>
public sealed class SectionLists(CmsDatabase database, SiteBooks books, SiteFrames frames, Browsing browsing, TimeProvider clock)
{
    /// <summary>The section's list, or null when the section, a chosen term or the cursor is unknown, or the section is the register of commendations.</summary>
    public async Task<SectionPage?> FindAsync(string path, ListRequest request, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        if (book.Section(path) is not { } section || section.Layout == RegisterPages.Layout || !Understands(book, section, request))
        {
            return null;
        }

        await using var db = database.Open();
        var source = new ListSource(db, book, browsing);
        var browse = Browse(section, request.Filters);
        var (rows, next) = await PageAsync(source.Rows(browse), request, cancellation);
        var today = SiteTime.Today(clock);
        return new SectionPage
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Title = section.Name,
            Heading = section.Name,
            Introduction = section.Introduction,
            Description = section.Introduction,
            Path = "/" + section.Path + ListRequest.Query(section.Filters, request.Filters),
            PlainPath = "/" + section.Path,
            Layout = LayoutOf(section),
            HasWords = LayoutOf(section) == SectionLayout.Documents,
            Trail = Trail(book, section),
            Tabs = Tabs(book, section),
            Filters = await FiltersAsync(source, book, section, request, today, cancellation),
            Items = await Teasers.FillAsync(db, book, rows, today, cancellation),
            Total = await source.CountAsync(browse, cancellation),
            NextUrl = next is null ? null : "/" + section.Path + ListRequest.Query(section.Filters, request.Filters, cursor: next),
            FirstUrl = request.Cursor is null ? null : "/" + section.Path + ListRequest.Query(section.Filters, request.Filters),
            FeedPath = $"/{section.Path}/rss.xml",
            NoIndex = request.Filters.Count > 0 || request.Cursor is not null,
        };
    }

    /// <summary>The newest of a section for feeds and embeds; null when the section or a term is unknown.</summary>
    public async Task<(Section Section, IReadOnlyList<Teaser> Items)?> NewestAsync(string path, ListRequest request, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        if (book.Section(path) is not { } section || !Understands(book, section, request))
        {
            return null;
        }

        await using var db = database.Open();
        var rows = await new ListSource(db, book, browsing).Rows(Browse(section, request.Filters) with { Purpose = ConsentPurpose.Feed })
            .NewestFirst().Take(request.Size).ToListAsync(cancellation);
        return (section, await Teasers.FillAsync(db, book, rows, SiteTime.Today(clock), cancellation));
    }

    internal static Browse Browse(Section section, IReadOnlyCollection<KeyValuePair<string, string>> filters) => new() { Types = section.Types, Conditions = section.Conditions, Filters = filters };

    internal static SectionLayout LayoutOf(Section section) => section.Layout switch
    {
        "the" => SectionLayout.Cards,
        "van-ban" => SectionLayout.Documents,
        _ => SectionLayout.Rows,
    };

    internal static IReadOnlyList<Crumb> Trail(SiteBook book, Section section)
    {
        var home = new Crumb("Trang chủ", "/");
        var slash = section.Path.LastIndexOf('/');
        return slash > 0 && book.Section(section.Path[..slash]) is { } parent ? [home, new Crumb(parent.Name, "/" + parent.Path)] : [home];
    }

    /// <summary>The section's family: its parent and all of that parent's children.</summary>
    internal static IReadOnlyList<SectionLink> Tabs(SiteBook book, Section section)
    {
        var root = section.Path.Split('/')[0];
        var family = book.Sections.Where(other => other.Path == root || other.Path.StartsWith(root + "/", StringComparison.Ordinal)).ToList();
        return family.Count < 2 ? [] : [.. family.Select(other => new SectionLink(other.Path == root ? "Tất cả" : other.Name, "/" + other.Path, other.Path == section.Path))];
    }

    internal static async Task<(IReadOnlyList<ContentItem> Rows, string? Next)> PageAsync(
        IQueryable<ContentItem> items, ListRequest request, CancellationToken cancellation)
    {
        var from = request.Cursor is { } text ? Cursor.Parse(text)!.Apply(items) : items;
        var rows = await from.NewestFirst().Take(request.Size + 1).ToListAsync(cancellation);
        return rows.Count > request.Size ? (rows[..request.Size], Cursor.After(rows[request.Size - 1]).ToString()) : (rows, null);
    }

    /// <summary>Anything else is another address: unknown terms and broken cursors are not found, never quietly ignored.</summary>
    private static bool Understands(SiteBook book, Section section, ListRequest request) =>
        request.Filters.All(filter => section.Filters.Contains(filter.Key) && IsKnown(book, filter.Key, filter.Value))
        && (request.Cursor is null || Cursor.Parse(request.Cursor) is not null);

    private static bool IsKnown(SiteBook book, string taxonomy, string slug) => taxonomy == Taxonomies.Year
        ? slug.Length == 4 && slug.All(char.IsAsciiDigit)
        : book.Knows(taxonomy, slug);

    private static async Task<IReadOnlyList<FilterGroup>> FiltersAsync(
        ListSource source, SiteBook book, Section section, ListRequest request, DateOnly today, CancellationToken cancellation)
    {
        var filters = new Filters(book, today);
        var groups = new List<FilterGroup>();

        // A chosen filter still offers its other values, so each chosen one is counted without itself; the rest share one count.
        var open = section.Filters.Where(taxonomy => !request.Filters.ContainsKey(taxonomy)).ToList();
        var shared = await source.CountTermsAsync(Browse(section, request.Filters), open, cancellation);
        foreach (var taxonomy in section.Filters)
        {
            var counts = open.Contains(taxonomy)
                ? shared[taxonomy]
                : (await source.CountTermsAsync(Browse(section, [.. request.Filters.Where(other => other.Key != taxonomy)]), [taxonomy], cancellation))[taxonomy];
            groups.Add(filters.Group(taxonomy, counts, request.Filters.GetValueOrDefault(taxonomy), slug => Url(section, request, taxonomy, slug)));
        }

        return groups;
    }

    private static string Url(Section section, ListRequest request, string taxonomy, string? slug)
    {
        var filters = new Dictionary<string, string>(request.Filters, StringComparer.Ordinal);
        filters.Remove(taxonomy);
        if (slug is not null)
        {
            filters[taxonomy] = slug;
        }

        return "/" + section.Path + ListRequest.Query(section.Filters, filters);
    }
}
