namespace PhongTho.Search;

/// <summary>What may be asked. Anything a person can type is valid in <see cref="Words"/>; empty words with facets browse.</summary>
public sealed record SearchQuery
{
    /// <summary>As typed: with or without diacritics, NFC or NFD, "quoted phrases" allowed.</summary>
    public string Words { get; init; } = "";

    /// <summary>Facet name → accepted values (any of them); facets are joined by and. The facet <c>type</c> is the document's type.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Facet name → values that rule a document out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Without { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public SearchOrder Order { get; init; } = SearchOrder.Relevance;

    public int Offset { get; init; }

    public int Limit { get; init; } = 20;

    /// <summary>Names of the facets to count over all hits.</summary>
    public IReadOnlyList<string> CountFacets { get; init; } = [];
}

/// <summary>Order of hits. Equal hits are ordered by key, so pages are stable.</summary>
public enum SearchOrder
{
    Relevance,
    Newest,
}
