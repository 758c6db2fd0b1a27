using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;

namespace PhongTho.Search.Querying;

/// <summary>The values of one facet in one segment, as numbers of <see cref="Values"/>.</summary>
internal sealed class FacetColumn
{
    private const int Nothing = -1;

    // Most facets have one value a document, which needs no list.
    private readonly int[] _single;
    private readonly Dictionary<int, int[]> _several;

    private FacetColumn(string[] values, int[] single, Dictionary<int, int[]> several)
    {
        Values = values;
        _single = single;
        _several = several;
    }

    public string[] Values { get; }

    public static FacetColumn Read(AtomicReader reader, string name)
    {
        if (reader.GetSortedSetDocValues(Schema.Facet(name)) is not { } values)
        {
            return new FacetColumn([], [], []);
        }
        var single = new int[reader.MaxDoc];
        var several = new Dictionary<int, int[]>();
        for (var document = 0; document < single.Length; document++)
        {
            values.SetDocument(document);
            var first = values.NextOrd();
            var next = first == SortedSetDocValues.NO_MORE_ORDS ? first : values.NextOrd();
            single[document] = first == SortedSetDocValues.NO_MORE_ORDS ? Nothing : (int)first;
            if (next != SortedSetDocValues.NO_MORE_ORDS)
            {
                several.Add(document, [(int)first, (int)next, .. Rest(values)]);
            }
        }
        return new FacetColumn(Texts(values), single, several);
    }

    /// <summary>How many of the documents have each value.</summary>
    /// <param name="start">The number of the segment's first document.</param>
    public int[] Count(ReadOnlySpan<int> documents, int start)
    {
        var counts = new int[Values.Length];
        if (counts.Length == 0)
        {
            return counts;
        }
        foreach (var document in documents)
        {
            var value = _single[document - start];
            if (_several.Count > 0 && _several.TryGetValue(document - start, out var several))
            {
                foreach (var one in several)
                {
                    counts[one]++;
                }
            }
            else if (value != Nothing)
            {
                counts[value]++;
            }
        }
        return counts;
    }

    /// <param name="isWanted">By number of the value.</param>
    public bool Has(int document, bool[] isWanted)
    {
        if (isWanted.Length == 0 || _single[document] == Nothing)
        {
            return false;
        }
        return _several.TryGetValue(document, out var several) ? Array.Exists(several, value => isWanted[value]) : isWanted[_single[document]];
    }

    private static IEnumerable<int> Rest(SortedSetDocValues values)
    {
        for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
        {
            yield return (int)ordinal;
        }
    }

    private static string[] Texts(SortedSetDocValues values)
    {
        var texts = new string[values.ValueCount];
        var text = new BytesRef();
        for (var ordinal = 0; ordinal < texts.Length; ordinal++)
        {
            values.LookupOrd(ordinal, text);
            texts[ordinal] = text.Utf8ToString();
        }
        return texts;
    }
}
