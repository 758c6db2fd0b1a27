using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;

namespace PhongTho.Cms.Publishing;

/// <summary>The one definition of what the public may see. Every public query starts here.</summary>
public static class Visible
{
    public static IQueryable<ContentItem> LiveItems(this CmsDb db) =>
        db.Items.Where(item => item.Standing == Standing.Live && item.LiveRevisionId != null);

    /// <summary>What has a page at its address: what is live, and what was archived, which no list offers.</summary>
    public static IQueryable<ContentItem> ReadableItems(this CmsDb db) =>
        db.Items.Where(item => (item.Standing == Standing.Live || item.Standing == Standing.Archived) && item.LiveRevisionId != null);

    /// <summary>Narrows to items that carry any of the slugs of a taxonomy; no slugs, any term of it.</summary>
    public static IQueryable<ContentItem> WithTerm(this IQueryable<ContentItem> items, string taxonomy, IReadOnlyCollection<string> slugs) =>
        slugs.Count == 0
            ? items.Where(item => item.Terms.Any(term => term.Taxonomy == taxonomy))
            : items.Where(item => item.Terms.Any(term => term.Taxonomy == taxonomy && slugs.Contains(term.Slug)));

    /// <summary>Newest first; equal times by address, so that pages never shift.</summary>
    public static IOrderedQueryable<ContentItem> NewestFirst(this IQueryable<ContentItem> items) =>
        items.OrderByDescending(item => item.ListedAt).ThenBy(item => item.Path);
}
