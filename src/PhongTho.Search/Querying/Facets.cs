using Lucene.Net.Index;

namespace PhongTho.Search.Querying;

/// <summary>Narrows documents to chosen facet values and counts values over hits.</summary>
internal static class Facets
{
    /// <summary>The documents that have one of the chosen values of every facet, in order.</summary>
    public static List<int> Narrow(List<int> sorted, IndexReader reader, IReadOnlyDictionary<string, IReadOnlyList<string>> chosen)
    {
        if (chosen.Values.All(values => values.Count == 0))
        {
            return sorted;
        }
        var kept = new List<int>(sorted.Count);
        foreach (var (leaf, documents) in ByLeaf(sorted, reader))
        {
            var columns = chosen.Where(facet => facet.Value.Count > 0)
                .Select(facet => Chosen(Columns.Of(leaf.AtomicReader).Facet(facet.Key), facet.Value)).ToArray();
            foreach (var document in documents.Span)
            {
                if (Array.TrueForAll(columns, column => column.Has(document - leaf.DocBase)))
                {
                    kept.Add(document);
                }
            }
        }
        return kept;
    }

    /// <summary>Most frequent first, then by value.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Count(IReadOnlyList<int> sorted, IndexReader reader, IReadOnlyList<string> names)
    {
        var totals = names.Distinct(StringComparer.Ordinal).ToDictionary(name => name, _ => new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var (leaf, documents) in names.Count == 0 ? [] : ByLeaf(sorted, reader))
        {
            foreach (var (name, counts) in totals)
            {
                Count(Columns.Of(leaf.AtomicReader).Facet(name), documents, leaf.DocBase, counts);
            }
        }
        return totals.ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyList<FacetCount>)[.. facet.Value
                .Select(value => new FacetCount(value.Key, value.Value))
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Value, StringComparer.Ordinal)]);
    }

    private static void Count(FacetColumn column, ReadOnlyMemory<int> documents, int start, Dictionary<string, int> totals)
    {
        if (column.Values.Length == 0)
        {
            return;
        }
        var counts = new int[column.Values.Length];
        foreach (var document in documents.Span)
        {
            foreach (var ordinal in column.Of(document - start))
            {
                counts[ordinal]++;
            }
        }
        for (var ordinal = 0; ordinal < counts.Length; ordinal++)
        {
            if (counts[ordinal] > 0)
            {
                totals[column.Values[ordinal]] = totals.GetValueOrDefault(column.Values[ordinal]) + counts[ordinal];
            }
        }
    }

    private static IEnumerable<(AtomicReaderContext Leaf, ReadOnlyMemory<int> Documents)> ByLeaf(IReadOnlyList<int> sorted, IndexReader reader)
    {
        var documents = sorted as int[] ?? [.. sorted];
        var from = 0;
        foreach (var leaf in reader.Leaves)
        {
            var to = Array.BinarySearch(documents, from, documents.Length - from, leaf.DocBase + leaf.AtomicReader.MaxDoc);
            to = to < 0 ? ~to : to;
            if (to > from)
            {
                yield return (leaf, documents.AsMemory(from..to));
            }
            from = to;
        }
    }

    private static ChosenValues Chosen(FacetColumn column, IReadOnlyList<string> values)
    {
        var wanted = values.ToHashSet(StringComparer.Ordinal);
        return new ChosenValues(column, [.. column.Values.Select(wanted.Contains)]);
    }

    private sealed record ChosenValues(FacetColumn Column, bool[] IsChosen)
    {
        public bool Has(int document)
        {
            foreach (var ordinal in Column.Of(document))
            {
                if (IsChosen[ordinal])
                {
                    return true;
                }
            }
            return false;
        }
    }
}
