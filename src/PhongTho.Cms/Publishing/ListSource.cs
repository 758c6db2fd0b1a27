using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>The items behind a list: types, the section's conditions, the reader's filters. Pages, feeds, embeds and the API draw from it; <see cref="Browsing"/> decides who answers.</summary>
internal sealed class ListSource(CmsDb db, SiteBook book, Browsing browsing)
{
    /// <summary>The items, to be ordered and paged.</summary>
    public IQueryable<ContentItem> Rows(Browse browse) =>
        browsing.Name(browse, book) is { } few ? Items(browse).Where(item => few.Contains(item.Id)) : Items(browse);

    public async Task<int> CountAsync(Browse browse, CancellationToken cancellation) =>
        browsing.Count(browse, book, [])?.Total ?? await Items(browse).CountAsync(cancellation);

    /// <summary>How many of the items carry each term of the taxonomies.</summary>
    public async Task<ILookup<string, (string Slug, int Count)>> CountTermsAsync(Browse browse, IReadOnlyList<string> taxonomies, CancellationToken cancellation)
    {
        if (browsing.Count(browse, book, taxonomies) is { } counted)
        {
            return counted.Facets.SelectMany(static facet => facet.Value.Select(count => (facet.Key, Term: (count.Value, count.Count)))).ToLookup(static row => row.Key, static row => row.Term);
        }

        var counts = await Items(browse).SelectMany(item => item.Terms).Where(term => taxonomies.Contains(term.Taxonomy))
            .GroupBy(term => new { term.Taxonomy, term.Slug })
            .Select(group => new { group.Key.Taxonomy, group.Key.Slug, Count = group.Count() })
            .ToListAsync(cancellation);
        return counts.ToLookup(static row => row.Taxonomy, static row => (row.Slug, row.Count));
    }

    /// <summary>A unit stands for all it was made of (rule R7).</summary>
    public static IReadOnlyList<string> Widen(SiteBook book, string taxonomy, IReadOnlyList<string> slugs) =>
        taxonomy == Taxonomies.Unit ? [.. slugs.SelectMany(book.WithPredecessors).Distinct()] : slugs;

    /// <summary>Live items that meet all conditions, as the database finds them.</summary>
    private IQueryable<ContentItem> Items(Browse browse)
    {
        var items = OfTypes(browse.Types);
        foreach (var (taxonomy, slugs) in browse.Conditions)
        {
            items = items.WithTerm(taxonomy, slugs.Contains("*") ? [] : Widen(book, taxonomy, slugs));
        }

        foreach (var (taxonomy, slug) in browse.Filters)
        {
            items = items.WithTerm(taxonomy, Widen(book, taxonomy, [slug]));
        }

        return browse.Purpose is { } purpose ? items.OpenTo(purpose) : items;
    }

    private IQueryable<ContentItem> OfTypes(IReadOnlyCollection<string> types)
    {
        if (types.Count == 1)
        {
            var type = types.First();
            return db.LiveItems().Where(item => item.Type == type);
        }

        return types.Count == 0 ? db.LiveItems() : db.LiveItems().Where(item => types.Contains(item.Type));
    }
}
