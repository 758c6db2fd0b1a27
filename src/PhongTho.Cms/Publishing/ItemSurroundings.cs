using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>What stands near an item: the way to it, who speaks of it, what is like it, its branch of the tree.</summary>
internal static class ItemSurroundings
{
    private const int RelatedCount = 4;

    private static readonly string[] NearTaxonomies = [Taxonomies.Field, Taxonomies.Unit, Taxonomies.SubjectKind, Taxonomies.Column, Taxonomies.DocumentKind];

    public static async Task<IReadOnlyList<Crumb>> TrailAsync(CmsDb db, SiteBook book, ContentItem item, ContentType type, CancellationToken cancellation)
    {
        var home = new Crumb("Trang chủ", "/");
        if (!type.IsTree)
        {
            return book.Section(type.Section) is { } section ? [home, new Crumb(section.Name, "/" + section.Path)] : [home];
        }

        var parts = item.Path.Split('/');
        string[] above = [.. Enumerable.Range(1, parts.Length - 1).Select(count => string.Join('/', parts.Take(count)))];
        var titles = await db.LiveItems().Where(row => above.Contains(row.Path)).ToDictionaryAsync(row => row.Path, row => row.Title, cancellation);
        return [home, .. above.Where(titles.ContainsKey).Select(path => new Crumb(titles[path], "/" + path))];
    }

    public static async Task<IReadOnlyList<TeaserGroup>> MentionsAsync(
        CmsDb db, SiteBook book, ContentItem item, ItemId[] told, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.LiveItems().Where(row => row.Id != item.Id && !told.Contains(row.Id) && row.Links.Any(link => link.TargetItemId == item.Id))
            .NewestFirst().Take(60).ToListAsync(cancellation);
        var entries = await Teasers.FillAsync(db, book, rows, today, cancellation);
        return [.. entries.GroupBy(entry => entry.TypeLabel).Select(group => new TeaserGroup(group.Key, [.. group]))];
    }

    /// <summary>The newest of its type that share most with it.</summary>
    public static async Task<IReadOnlyList<Teaser>> RelatedAsync(
        CmsDb db, SiteBook book, ContentItem item, Teaser teaser, DateOnly today, CancellationToken cancellation)
    {
        TermLink[] near = [.. teaser.Terms.Where(term => NearTaxonomies.Contains(term.Taxonomy))];
        string[] slugs = [.. near.Select(term => term.Slug)];
        var others = db.LiveItems().Where(row => row.Type == item.Type && row.Id != item.Id);
        var candidates = slugs.Length == 0
            ? others
            : others.Where(row => row.Terms.Any(term => NearTaxonomies.Contains(term.Taxonomy) && slugs.Contains(term.Slug)));
        var rows = await candidates.NewestFirst().Take(slugs.Length == 0 ? RelatedCount : 40).ToListAsync(cancellation);
        var entries = await Teasers.FillAsync(db, book, rows, today, cancellation);
        return [.. entries.OrderByDescending(entry => entry.Terms.Count(term => near.Any(mine => mine.Taxonomy == term.Taxonomy && mine.Slug == term.Slug))).Take(RelatedCount)];
    }

    /// <summary>Children of the page; its brothers when it has none.</summary>
    public static async Task<IReadOnlyList<SectionLink>> BranchAsync(CmsDb db, ContentItem item, CancellationToken cancellation)
    {
        var root = item.Path.Split('/')[0];
        var rows = await db.LiveItems().Where(row => row.Type == item.Type && (row.Path == root || row.Path.StartsWith(root + "/")))
            .Join(db.Revisions, row => row.LiveRevisionId, revision => revision.Id, (row, revision) => new { row.Type, row.Path, revision.Body })
            .ToListAsync(cancellation);
        if (rows.Count < 2)
        {
            return [];
        }

        return
        [
            .. rows.Select(row => (row.Path, Place: ContentTypes.Get(row.Type).Read(row.Body).TreePlace))
                .OrderBy(row => row.Path == root ? 0 : 1).ThenBy(row => row.Place.Order).ThenBy(row => row.Path, StringComparer.Ordinal)
                .Select(row => new SectionLink(row.Place.Name, "/" + row.Path, row.Path == item.Path)),
        ];
    }
}
