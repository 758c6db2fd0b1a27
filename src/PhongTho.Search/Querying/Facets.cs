using Lucene.Net.Index;

namespace PhongTho.Search.Querying;

/// <summary>Counts facet values over hits.</summary>
internal static class Facets
{
    /// <summary>Most frequent first, then by value.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Count(int[] sorted, IndexReader reader, IReadOnlyList<string> names)
    {
        var totals = names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (leaf, documents) in names.Count == 0 ? [] : ByLeaf(sorted, reader))
        {
            foreach (var (name, counts) in totals)
            {
                var column = Columns.Of(leaf.AtomicReader).Facet(leaf.AtomicReader, name);
                Add(column, column.Count(sorted.AsSpan(documents), leaf.DocBase), counts);
            }
        }
        return totals.ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyList<FacetCount>)[.. facet.Value
                .Select(value => new FacetCount(value.Key, value.Value))
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Value, StringComparer.Ordinal)]);
    }

    private static void Add(FacetColumn column, int[] counts, Dictionary<string, int> totals)
    {
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] > 0)
            {
                totals[column.Values[ordinal]] = totals.GetValueOrDefault(column.Values[ordinal]) + counts[ordinal];
            }
        }
    }

    private static IEnumerable<(AtomicReaderContext Leaf, Range Documents)> ByLeaf(int[] sorted, IndexReader reader)
    {
        var from = 0;
        foreach (var leaf in reader.Leaves)
        {
            var to = Array.BinarySearch(sorted, from, sorted.Length - from, leaf.DocBase + leaf.AtomicReader.MaxDoc);
            to = to < 0 ? ~to : to;
            if (to > from)
            {
                yield return (leaf, from..to);
            }
            from = to;
        }
    }
}
