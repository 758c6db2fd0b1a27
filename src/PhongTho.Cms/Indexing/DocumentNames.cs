using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Indexing;

/// <summary>The names an item is known by beside its own words.</summary>
internal static class DocumentNames
{
    public static IEnumerable<string> OfTerms(IEnumerable<ItemTerm> terms, SiteBook book) =>
        terms.Where(term => term.Taxonomy is not (Taxonomies.Unit or Taxonomies.Criterion))
            .Select(term => book.NameOf(term.Taxonomy, term.Slug));

    /// <summary>The unit of the day, its spellings, and the units that hold its ground now: a search by any of these names finds it.</summary>
    public static IEnumerable<string> OfPlace(UnitEntry? unit, SiteBook book)
    {
        for (var at = unit; at is not null; at = at.Successors.Length == 1 ? book.Unit(at.Successors[0]) : null)
        {
            yield return at.FullName;
            foreach (var spelling in at.Spellings)
            {
                yield return spelling;
            }
        }
    }
}
