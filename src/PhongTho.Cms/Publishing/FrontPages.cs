using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>The home page and its shelves. What a shelf shows is said by sections, so no type is named here.</summary>
public sealed class FrontPages(CmsDatabase database, SiteBooks books, SiteFrames frames, Browsing browsing, TimeProvider clock)
{
    private static readonly string[] DoorTaxonomies = [Taxonomies.SubjectKind, Taxonomies.Field, Taxonomies.Unit];

    private static readonly Section NoSection = new() { Path = "", Name = "", Types = [] };

    public async Task<HomePage> HomeAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var today = SiteTime.Today(clock);
        var source = new ListSource(db, book, browsing);
        var lead = await LeadAsync(db, book, today, cancellation);
        var shown = lead.Select(entry => entry.Id).ToHashSet();
        var exemplars = book.Section("nguoi-tot-viec-tot") ?? NoSection;
        var frame = await frames.BuildAsync(db, book, cancellation);
        return new HomePage
        {
            Frame = frame,
            Title = frame.Name,
            Description = frame.Description,
            Path = "/",
            Image = frame.ShareImage,
            FeedPath = "/rss.xml",
            Lead = lead,
            Emergent = await ShelfAsync(db, book, source, "khen-thuong/dot-xuat", 4, [], today, cancellation),
            Exemplars = await ShelfAsync(db, book, source, exemplars.Path, 8, shown, today, cancellation),
            News = await ShelfAsync(db, book, source, "tin-tuc", 6, shown, today, cancellation),
            Documents = await ShelfAsync(db, book, source, "van-ban", 5, [], today, cancellation),
            Movements = await ShelfAsync(db, book, source, "phong-trao", 4, [], today, cancellation),
            Doors = await DoorsAsync(book, source, exemplars, today, cancellation),
            Counts = await CountsAsync(book, source, cancellation),
        };
    }

    /// <summary>The chosen leads that are live, filled up with the newest exemplars.</summary>
    private static async Task<IReadOnlyList<Teaser>> LeadAsync(CmsDb db, SiteBook book, DateOnly today, CancellationToken cancellation)
    {
        var chosen = book.Settings.Lead;
        var rows = await db.LiveItems().Where(item => chosen.Contains(item.Id)).ToListAsync(cancellation);
        var ordered = chosen.Select(id => rows.Find(row => row.Id == id)).OfType<ContentItem>().ToList();
        if (ordered.Count < 3)
        {
            ItemId[] taken = [.. ordered.Select(row => row.Id)];
            string[] types = [.. book.Section("nguoi-tot-viec-tot")?.Types ?? []];
            ordered.AddRange(await db.LiveItems().Where(item => types.Contains(item.Type) && !taken.Contains(item.Id))
                .NewestFirst().Take(3 - ordered.Count).ToListAsync(cancellation));
        }

        return await Teasers.FillAsync(db, book, ordered, today, cancellation);
    }

    private static async Task<IReadOnlyList<Teaser>> ShelfAsync(
        CmsDb db, SiteBook book, ListSource source, string path, int count, HashSet<ItemId> without, DateOnly today, CancellationToken cancellation)
    {
        if (book.Section(path) is not { } section)
        {
            return [];
        }

        var rows = await source.Rows(SectionLists.Browse(section, [])).NewestFirst().Take(count + (without.Count)).ToListAsync(cancellation);
        return await Teasers.FillAsync(db, book, [.. rows.Where(row => !without.Contains(row.Id)).Take(count)], today, cancellation);
    }

    private static async Task<IReadOnlyList<FilterGroup>> DoorsAsync(
        SiteBook book, ListSource source, Section section, DateOnly today, CancellationToken cancellation)
    {
        var counts = await source.CountTermsAsync(SectionLists.Browse(section, []), DoorTaxonomies, cancellation);
        var filters = new Filters(book, today);
        return
        [
            .. DoorTaxonomies.Select(taxonomy => filters.Group(taxonomy, counts[taxonomy], selected: null, slug => Door(section, taxonomy, slug)))
                .Select(group => group.Taxonomy == Taxonomies.Unit
                    ? group with { Options = [.. group.Options.Where(option => option.Note is null)] }
                    : group),
        ];
    }

    private static string Door(Section section, string taxonomy, string? slug) =>
        taxonomy == Taxonomies.Unit ? "/dia-phuong/" + slug : $"/{section.Path}?{taxonomy}={slug}";

    private static async Task<IReadOnlyList<ListFact>> CountsAsync(SiteBook book, ListSource source, CancellationToken cancellation)
    {
        var facts = new List<ListFact>();
        foreach (var (path, label) in new[] { ("nguoi-tot-viec-tot", "gương điển hình"), ("khen-thuong", "gương được khen thưởng"), ("cach-lam-hay", "cách làm hay") })
        {
            if (book.Section(path) is { } section)
            {
                var count = await source.CountAsync(SectionLists.Browse(section, []), cancellation);
                facts.Add(new ListFact(label, count.ToString("N0", new CultureInfo("vi-VN"))));
            }
        }

        return facts;
    }
}
