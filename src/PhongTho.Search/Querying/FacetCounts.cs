using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;

namespace PhongTho.Search.Querying;

/// <summary>Counts facet values over all hits, in the pass that collects them.</summary>
internal sealed class FacetCounts(IReadOnlyList<string> names) : ICollector
{
    private readonly Dictionary<string, Dictionary<string, int>> _totals = names.Distinct(StringComparer.Ordinal)
        .ToDictionary(name => name, _ => new Dictionary<string, int>(StringComparer.Ordinal));

    private List<SegmentCounts> _segment = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer)
    {
        // Counting needs no scores.
    }

    public void SetNextReader(AtomicReaderContext context)
    {
        CloseSegment();
        foreach (var name in _totals.Keys)
        {
            if (context.AtomicReader.GetSortedSetDocValues(Schema.Facet(name)) is { } values)
            {
                _segment.Add(new SegmentCounts(name, values, new int[values.ValueCount]));
            }
        }
    }

    public void Collect(int doc)
    {
        foreach (var (_, values, counts) in _segment)
        {
            values.SetDocument(doc);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
            {
                counts[ordinal]++;
            }
        }
    }

    /// <summary>Most frequent first, then by value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Totals()
    {
        CloseSegment();
        return _totals.ToDictionary(
            facet => facet.Key,
            facet => (IReadOnlyList<FacetCount>)[.. facet.Value
                .Select(value => new FacetCount(value.Key, value.Value))
                .OrderByDescending(value => value.Count)
                .ThenBy(value => value.Value, StringComparer.Ordinal)]);
    }

    // Ordinals are a segment's own; values are what segments share.
    private void CloseSegment()
    {
        var text = new BytesRef();
        foreach (var (name, values, counts) in _segment)
        {
            var totals = _totals[name];
            for (var ordinal = 0; ordinal < counts.Length; ordinal++)
            {
                if (counts[ordinal] == 0)
                {
                    continue;
                }
                values.LookupOrd(ordinal, text);
                var value = text.Utf8ToString();
                totals[value] = totals.GetValueOrDefault(value) + counts[ordinal];
            }
        }
        _segment = [];
    }

    private readonly record struct SegmentCounts(string Name, SortedSetDocValues Values, int[] Counts);
}
