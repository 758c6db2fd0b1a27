using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>The items behind a list: types, the section's conditions, the reader's filters. Pages, feeds, embeds and the API draw from it.</summary>
internal sealed class ListSource(CmsDb db, SiteBook book)
{
    /// <summary>Live items of these types that meet all conditions; a unit stands for all it was made of (rule R7).</summary>
    public IQueryable<ContentItem> Items(
        IReadOnlyCollection<string> types, IReadOnlyDictionary<string, IReadOnlyList<string>> conditions, IEnumerable<KeyValuePair<string, string>> filters)
    {
        var items = types.Count == 1 ? OfType(types.First()) : db.LiveItems().Where(item => types.Contains(item.Type));
        foreach (var (taxonomy, slugs) in conditions)
        {
            items = items.WithTerm(taxonomy, slugs.Contains("*") ? [] : Widen(taxonomy, slugs));
        }

        foreach (var (taxonomy, slug) in filters)
        {
            items = items.WithTerm(taxonomy, Widen(taxonomy, [slug]));
        }

        return items;
    }

    /// <summary>How many of the items carry each term of the taxonomies.</summary>
    public static async Task<ILookup<string, (string Slug, int Count)>> CountAsync(
        IQueryable<ContentItem> items, IReadOnlyCollection<string> taxonomies, CancellationToken cancellation)
    {
        var counts = await items.SelectMany(item => item.Terms).Where(term => taxonomies.Contains(term.Taxonomy))
            .GroupBy(term => new { term.Taxonomy, term.Slug })
            .Select(group => new { group.Key.Taxonomy, group.Key.Slug, Count = group.Count() })
            .ToListAsync(cancellation);
        return counts.ToLookup(row => row.Taxonomy, row => (row.Slug, row.Count));
    }

    private IQueryable<ContentItem> OfType(string type) => db.LiveItems().Where(item => item.Type == type);

    private IReadOnlyList<string> Widen(string taxonomy, IReadOnlyList<string> slugs) =>
        taxonomy == Taxonomies.Unit ? [.. slugs.SelectMany(book.WithPredecessors).Distinct()] : slugs;
}
