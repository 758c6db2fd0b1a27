namespace PhongTho.Search;

/// <summary>One thing that can be found: its words by zone, its facets, and what a result list prints without asking anyone else.</summary>
public sealed record SearchDocument
{
    /// <summary>Identity in the index; a second document with the same key replaces the first.</summary>
    public required string Key { get; init; }

    /// <summary>Kind of thing, also the facet <c>type</c>.</summary>
    public required string Type { get; init; }

    public required string Title { get; init; }

    public string Summary { get; init; } = "";

    /// <summary>All remaining text a reader sees, paragraphs separated by <c>\n</c>, no markup.</summary>
    public string Body { get; init; } = "";

    /// <summary>People, places, tags, document numbers: short phrases that weigh more than running text.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Facet name → values (slugs).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Facets { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Stored beside the text and handed back with each hit, untouched (path, external id, …).</summary>
    public IReadOnlyDictionary<string, string> Stored { get; init; } = new Dictionary<string, string>();
}
