using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;

namespace PhongTho.Search.Querying;

/// <summary>
/// Facet values, times and common terms of one segment, read once into plain arrays: counting them over all hits is then an array look-up
/// each. Segments never change, so an edit costs only its own small segment.
/// </summary>
internal sealed class Columns
{
    private static readonly ConditionalWeakTable<object, Columns> BySegment = [];

    private readonly Dictionary<string, FacetColumn> _facets = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Field, BytesRef Term), TermColumn> _terms = new();
    private readonly Lock _reading = new();
    private long _termBytes;
    private long[]? _times;

    private Columns()
    {
    }

    public static Columns Of(AtomicReader reader) => BySegment.GetValue(reader.CoreCacheKey, _ => new Columns());

    /// <param name="reader">Of the segment, and open: the columns outlive the reader they were first asked through, because an edit opens the segment anew.</param>
    public FacetColumn Facet(AtomicReader reader, string name)
    {
        lock (_reading)
        {
            return _facets.TryGetValue(name, out var column) ? column : _facets[name] = FacetColumn.Read(reader, name);
        }
    }

    /// <inheritdoc cref="Facet"/>
    public long[] Times(AtomicReader reader)
    {
        lock (_reading)
        {
            return _times ??= ReadTimes(reader);
        }
    }

    /// <summary>The term as a column, while there is room for one more.</summary>
    public TermColumn? Term(string field, BytesRef term, long mostBytes, Func<TermColumn> read)
    {
        if (_terms.TryGetValue((field, term), out var column) || Interlocked.Read(ref _termBytes) > mostBytes)
        {
            return column;
        }
        column = read();
        if (_terms.TryAdd((field, BytesRef.DeepCopyOf(term)), column))
        {
            Interlocked.Add(ref _termBytes, column.Bytes);
        }
        return column;
    }

    private static long[] ReadTimes(AtomicReader reader)
    {
        var times = new long[reader.MaxDoc];
        if (reader.GetNumericDocValues(Schema.PublishedAt) is { } values)
        {
            for (var document = 0; document < times.Length; document++)
            {
                times[document] = values.Get(document);
            }
        }
        return times;
    }
}
