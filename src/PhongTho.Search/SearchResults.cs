namespace PhongTho.Search;

/// <summary>One page of hits, with counts over all of them.</summary>
/// <param name="Total">All hits, not only this page's.</param>
/// <param name="Facets">Facet name → counts, most frequent first.</param>
/// <param name="Suggestion">A better spelling, when there is one.</param>
/// <param name="InterpretedAs">What the words were taken to mean, when that is not what was typed.</param>
/// <param name="Position">The position of the log that these results show.</param>
public sealed record SearchResults(
    int Total,
    IReadOnlyList<SearchHit> Hits,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    string? Suggestion,
    string? InterpretedAs,
    long Position);

/// <summary>One found document. The <c>…Html</c> texts carry <c>&lt;mark&gt;</c> only; everything else in them is encoded.</summary>
public sealed record SearchHit(
    string Key,
    string Type,
    string Title,
    string TitleHtml,
    string SnippetHtml,
    double Score,
    DateTimeOffset? PublishedAt,
    IReadOnlyDictionary<string, string> Stored);

public sealed record FacetCount(string Value, int Count);

/// <summary>A completion offered while typing: a title, a name or a place, and where it leads if it is a title.</summary>
public sealed record SearchSuggestion(string Text, string Kind, string? Path);
