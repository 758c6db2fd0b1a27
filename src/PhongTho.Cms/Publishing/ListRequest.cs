namespace PhongTho.Cms.Publishing;

/// <summary>What a reader asks of a list.</summary>
public sealed record ListRequest
{
    public const int PageSize = 24;

    /// <summary>Taxonomy → chosen slug.</summary>
    public IReadOnlyDictionary<string, string> Filters { get; init; } = new Dictionary<string, string>();

    public string? Cursor { get; init; }

    public int Size { get; init; } = PageSize;

    /// <summary>The request as a query string: filters in the order of the section, no empty ones.</summary>
    public static string Query(IEnumerable<string> order, IReadOnlyDictionary<string, string> filters, string? words = null, string? cursor = null)
    {
        var parts = order.Where(filters.ContainsKey).Select(taxonomy => $"{taxonomy}={Uri.EscapeDataString(filters[taxonomy])}").ToList();
        if (words is { Length: > 0 })
        {
            parts.Add("q=" + Uri.EscapeDataString(words));
        }

        if (cursor is not null)
        {
            parts.Add("tiep=" + cursor);
        }

        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
