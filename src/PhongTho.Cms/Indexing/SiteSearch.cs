using PhongTho.Cms.Consents;
using PhongTho.Cms.Model;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>What a reader or a program asks of the site's search.</summary>
public sealed record SiteSearchRequest
{
    public string Words { get; init; } = "";

    /// <summary>Types to look among; empty means all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Taxonomy (or <c>type</c>) → chosen value.</summary>
    public IReadOnlyDictionary<string, string> Filters { get; init; } = new Dictionary<string, string>();

    public bool NewestFirst { get; init; }

    public int Offset { get; init; }

    public int Limit { get; init; } = 20;

    /// <summary>The use the hits are put to, when it is another than a page of the portal.</summary>
    public ConsentPurpose? Purpose { get; init; }

    /// <summary>Taxonomies to count.</summary>
    public IReadOnlyList<string> Count { get; init; } = [];
}

/// <summary>Asks the index as the site means it: a unit stands for all it was made of, and fields may be named among the words. No database is read.</summary>
public sealed class SiteSearch(SearchIndex index, SiteBooks books, Promotions promotions)
{
    public const int MaxOffset = 3000;
    public const int MaxLimit = 100;

    public async Task<SearchResults> SearchAsync(SiteSearchRequest request, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var (words, named) = QueryFields.Read(request.Words, book);
        var facets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (facet, value) in named.Concat(request.Filters))
        {
            facets[facet] = Widen(book, facet, value);
        }

        if (request.Types.Count > 0)
        {
            facets[SearchFacets.Type] = request.Types;
        }

        return index.Search(new SearchQuery
        {
            Words = words,
            Facets = facets,
            Without = SearchFacets.ClosedTo(request.Purpose),
            Order = request.NewestFirst ? SearchOrder.Newest : SearchOrder.Relevance,
            Offset = Math.Clamp(request.Offset, 0, MaxOffset),
            Limit = Math.Clamp(request.Limit, 0, MaxLimit),
            CountFacets = request.Count,
        });
    }

    /// <summary>What the newsroom puts first for exactly these words, as far as it is live: for the first page of a question that nothing narrows.</summary>
    public async Task<IReadOnlyList<SearchHit>> PromotedAsync(SiteSearchRequest request, CancellationToken cancellation) =>
        request.Offset > 0 || request.Filters.Count > 0 || request.Types.Count > 0 || string.IsNullOrWhiteSpace(request.Words)
            ? []
            : [.. (await promotions.TodayAsync(request.Words, request.Purpose, cancellation)).Select(item => index.Find(item.ToString(), request.Words)).OfType<SearchHit>()];

    /// <summary>Sections and places first, for there are few; then names and titles. Any program may ask, so nothing is told that is closed to programs.</summary>
    public async Task<IReadOnlyList<SearchSuggestion>> SuggestAsync(string typed, int limit, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var found = index.Suggest(typed, limit, SearchFacets.ClosedTo(ConsentPurpose.Feed));
        var waysIn = SiteSuggestions.Of(book, typed).ToList();
        var places = waysIn.Select(way => way.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. waysIn.Concat(found.Where(suggestion => !places.Contains(suggestion.Text))).Take(limit)];
    }

    internal static IReadOnlyList<string> Widen(SiteBook book, string taxonomy, string value) =>
        taxonomy == Taxonomies.Unit ? book.WithPredecessors(value) : [value];
}
