using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;

namespace PhongTho.Search.Querying;

/// <summary>
/// Facet values and times of one segment, read once into plain arrays: counting them over all hits is then an array look-up each.
/// Segments never change, so an edit costs only its own small segment.
/// </summary>
internal sealed class Columns
{
    private static readonly ConditionalWeakTable<object, Columns> BySegment = [];

    private readonly AtomicReader _reader;
    private readonly Dictionary<string, FacetColumn> _facets = new(StringComparer.Ordinal);
    private readonly Lock _reading = new();
    private long[]? _times;

    private Columns(AtomicReader reader) => _reader = reader;

    public static Columns Of(AtomicReader reader) => BySegment.GetValue(reader.CoreCacheKey, _ => new Columns(reader));

    public FacetColumn Facet(string name)
    {
        lock (_reading)
        {
            return _facets.TryGetValue(name, out var column) ? column : _facets[name] = FacetColumn.Read(_reader, name);
        }
    }

    public long[] Times()
    {
        lock (_reading)
        {
            return _times ??= ReadTimes();
        }
    }

    private long[] ReadTimes()
    {
        var times = new long[_reader.MaxDoc];
        if (_reader.GetNumericDocValues(Schema.PublishedAt) is { } values)
        {
            for (var document = 0; document < times.Length; document++)
            {
                times[document] = values.Get(document);
            }
        }
        return times;
    }
}

/// <summary>The values of one facet in one segment.</summary>
internal sealed class FacetColumn
{
    private readonly int[] _first;
    private readonly int[] _ordinals;

    private FacetColumn(string[] values, int[] first, int[] ordinals)
    {
        Values = values;
        _first = first;
        _ordinals = ordinals;
    }

    public string[] Values { get; }

    public ReadOnlySpan<int> Of(int document) => Values.Length == 0 ? [] : _ordinals.AsSpan(_first[document].._first[document + 1]);

    public static FacetColumn Read(AtomicReader reader, string name)
    {
        if (reader.GetSortedSetDocValues(Schema.Facet(name)) is not { } values)
        {
            return new FacetColumn([], [], []);
        }
        var first = new int[reader.MaxDoc + 1];
        var ordinals = new List<int>(reader.MaxDoc);
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            values.SetDocument(document);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
            {
                ordinals.Add((int)ordinal);
            }
            first[document + 1] = ordinals.Count;
        }
        return new FacetColumn(Texts(values), first, [.. ordinals]);
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
