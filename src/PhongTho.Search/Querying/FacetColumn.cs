using System.Numerics;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;

namespace PhongTho.Search.Querying;

/// <summary>The values of one facet in one segment, as numbers of <see cref="Values"/>.</summary>
internal sealed class FacetColumn
{
    private const int Nothing = 0;
    private const int FirstValue = 1;

    // Most facets have one value a document and few values, which needs no list and hardly more than a byte.
    private readonly Array _single;
    private readonly Dictionary<int, int[]> _several;
    private readonly int _isSeveral;

    private FacetColumn(string[] values, int[] single, Dictionary<int, int[]> several)
    {
        Values = values;
        _isSeveral = SeveralOf(values);
        _single = _isSeveral <= byte.MaxValue ? Array.ConvertAll(single, value => (byte)value)
            : _isSeveral <= ushort.MaxValue ? Array.ConvertAll(single, value => (ushort)value)
            : single;
        _several = several;
    }

    public string[] Values { get; }

    public static FacetColumn Read(AtomicReader reader, string name)
    {
        if (reader.GetSortedSetDocValues(Schema.Facet(name)) is not { } ordinals)
        {
            return new FacetColumn([], [], []);
        }
        var values = Texts(ordinals);
        var single = new int[reader.MaxDoc];
        var several = new Dictionary<int, int[]>();
        for (var document = 0; document < single.Length; document++)
        {
            ordinals.SetDocument(document);
            var first = ordinals.NextOrd();
            var next = first == SortedSetDocValues.NO_MORE_ORDS ? first : ordinals.NextOrd();
            single[document] = first == SortedSetDocValues.NO_MORE_ORDS ? Nothing : FirstValue + (int)first;
            if (next != SortedSetDocValues.NO_MORE_ORDS)
            {
                several.Add(document, [(int)first, (int)next, .. Rest(ordinals)]);
                single[document] = SeveralOf(values);
            }
        }
        return new FacetColumn(values, single, several);
    }

    /// <summary>How many of the documents have each value.</summary>
    /// <param name="start">The number of the segment's first document.</param>
    public int[] Count(ReadOnlySpan<int> documents, int start)
    {
        var counts = new int[SeveralOf(Values)];
        switch (_single)
        {
            case byte[] { Length: > 0 } single:
                Count(documents, start, single, counts);
                break;
            case ushort[] single:
                Count(documents, start, single, counts);
                break;
            case int[] single:
                Count(documents, start, single, counts);
                break;
        }
        return counts[FirstValue..];
    }

    /// <param name="isWanted">By number of the value.</param>
    public bool Has(int document, bool[] isWanted)
    {
        var value = _single switch
        {
            byte[] { Length: > 0 } single => single[document],
            ushort[] single => single[document],
            int[] single => single[document],
            _ => Nothing,
        };
        return value == _isSeveral
            ? Array.Exists(_several[document], one => isWanted[one])
            : value != Nothing && isWanted[value - FirstValue];
    }

    private void Count<T>(ReadOnlySpan<int> documents, int start, T[] single, int[] counts)
        where T : struct, IBinaryInteger<T>
    {
        foreach (var document in documents)
        {
            var value = int.CreateTruncating(single[document - start]);
            if (value != _isSeveral)
            {
                counts[value]++;
                continue;
            }
            foreach (var one in _several[document - start])
            {
                counts[FirstValue + one]++;
            }
        }
    }

    // The number after the last value's.
    private static int SeveralOf(string[] values) => FirstValue + values.Length;

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
