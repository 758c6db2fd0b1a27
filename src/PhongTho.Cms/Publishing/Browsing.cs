using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Publishing;

/// <summary>What a list is of, where nobody typed words.</summary>
internal sealed record Browse
{
    /// <summary>Empty means any.</summary>
    public IReadOnlyCollection<string> Types { get; init; } = [];

    /// <summary>Taxonomy → slugs, any of them; a star means any term.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Conditions { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Taxonomy → the reader's choice.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>> Filters { get; init; } = [];

    /// <summary>The use it is put to, when it is another than a page.</summary>
    public ConsentPurpose? Purpose { get; init; }

    public bool IsNarrowed => Conditions.Count > 0 || Filters.Count > 0;
}

/// <summary>
/// The one place that decides who answers a list without words. The rule: the index counts, the database orders; and where what is left is few, the
/// index says which ones, so that the database need not look through all the others for them.
/// </summary>
/// <remarks>
/// Why: the database hands out a page along its own index without touching the rest, but to count, or to find a rare term, it goes through
/// everything, which the index has in columns. At 20,000 items the counts beside a list took it more than a hundred times as long as the index, finding
/// a rare place seventy times, while a page of a common list took the index four times as long as the database (<c>lists</c> in
/// tests/PhongTho.Benchmarks). Rows, their order and cursors are the database's in either case, so both ways give the same items in the same order
/// (BrowsingTests). The index is asked only while it shows everything a reader could have seen. The newsroom's lists never count and are the
/// database's (ContentLists); whatever has words, and the search page without any, is the index's.
/// </remarks>
public sealed class Browsing(SearchIndex index, ChangeSignal signal)
{
    /// <summary>As many as the index names in one answer.</summary>
    internal const int Few = 100;

    /// <summary>How many there are, and how many carry each term; null where the database must say.</summary>
    internal SearchResults? Count(Browse browse, SiteBook book, IReadOnlyList<string> taxonomies) => Ask(browse, book, taxonomies, limit: 0);

    /// <summary>Which ones these are, in no order; null where they are many or the database must say.</summary>
    internal ItemId[]? Name(Browse browse, SiteBook book) =>
        browse.IsNarrowed && Ask(browse, book, [], limit: 0) is { Total: <= Few } && Ask(browse, book, [], Few) is { Total: <= Few } found
            ? [.. found.Hits.Select(static hit => new ItemId(Guid.Parse(hit.Key)))]
            : null;

    private SearchResults? Ask(Browse browse, SiteBook book, IReadOnlyList<string> taxonomies, int limit)
    {
        if (Facets(browse, book) is not { } facets || taxonomies.Contains(Taxonomies.Criterion))
        {
            return null;
        }

        var seen = signal.SeenPosition;
        var found = index.Search(new SearchQuery { Facets = facets, Without = SearchFacets.ClosedTo(browse.Purpose), Limit = limit, CountFacets = taxonomies });
        return found.Position < seen ? null : found;
    }

    /// <summary>The list in the words of the index; null for what it has no words for: any term of a taxonomy, two conditions on one.</summary>
    private static Dictionary<string, IReadOnlyList<string>>? Facets(Browse browse, SiteBook book)
    {
        var facets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (browse.Types.Count > 0)
        {
            facets[SearchFacets.Type] = [.. browse.Types];
        }

        foreach (var (taxonomy, slugs) in browse.Conditions.Concat(browse.Filters.Select(static filter => KeyValuePair.Create(filter.Key, (IReadOnlyList<string>)[filter.Value]))))
        {
            if (slugs.Contains("*") || slugs.Count == 0 || taxonomy == Taxonomies.Criterion || !facets.TryAdd(taxonomy, ListSource.Widen(book, taxonomy, slugs)))
            {
                return null;
            }
        }

        return facets;
    }
}
