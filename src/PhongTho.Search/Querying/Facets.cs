using System.Runtime.InteropServices;
using Lucene.Net.Index;

namespace PhongTho.Search.Querying;

/// <summary>Narrows documents to chosen facet values and counts values over hits.</summary>
internal static class Facets
{
    /// <summary>The documents that have one of the chosen values of every facet and none of the unwanted ones, in order.</summary>
    public static List<int> Narrow(List<int> sorted, IndexReader reader, SearchQuery query)
    {
        var (chosen, without) = (query.Facets, query.Without);
        if (chosen.Values.All(values => values.Count == 0) && without.Count == 0)
        {
            return sorted;
        }
        var kept = new List<int>(sorted.Count);
        foreach (var (leaf, documents) in ByLeaf(sorted, reader))
        {
            var columns = chosen.Where(facet => facet.Value.Count > 0)
                .Select(facet => Chosen(Columns.Of(leaf.AtomicReader).Facet(leaf.AtomicReader, facet.Key), facet.Value)).ToArray();
            var unwanted = without.Select(facet => Chosen(Columns.Of(leaf.AtomicReader).Facet(leaf.AtomicReader, facet.Key), facet.Value)).ToArray();
            foreach (var document in CollectionsMarshal.AsSpan(sorted)[documents])
            {
                if (Array.TrueForAll(columns, chosen => chosen.Column.Has(document - leaf.DocBase, chosen.IsWanted))
                    && !Array.Exists(unwanted, facet => facet.Column.Has(document - leaf.DocBase, facet.IsWanted)))
                {
                    kept.Add(document);
                }
            }
        }
        return kept;
    }

    /// <summary>Most frequent first, then by value.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Count(List<int> sorted, IndexReader reader, IReadOnlyList<string> names)
    {
        var totals = names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (leaf, documents) in names.Count == 0 ? [] : ByLeaf(sorted, reader))
        {
            foreach (var (name, counts) in totals)
            {
                var column = Columns.Of(leaf.AtomicReader).Facet(leaf.AtomicReader, name);
                Add(column, column.Count(CollectionsMarshal.AsSpan(sorted)[documents], leaf.DocBase), counts);
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

    private static IEnumerable<(AtomicReaderContext Leaf, Range Documents)> ByLeaf(List<int> sorted, IndexReader reader)
    {
        var from = 0;
        foreach (var leaf in reader.Leaves)
        {
            var to = sorted.BinarySearch(from, sorted.Count - from, leaf.DocBase + leaf.AtomicReader.MaxDoc, null);
            to = to < 0 ? ~to : to;
            if (to > from)
            {
                yield return (leaf, from..to);
            }
            from = to;
        }
    }

    private static (FacetColumn Column, bool[] IsWanted) Chosen(FacetColumn column, IReadOnlyList<string> values)
    {
        var wanted = values.ToHashSet(StringComparer.Ordinal);
        return (column, [.. column.Values.Select(wanted.Contains)]);
    }
}
