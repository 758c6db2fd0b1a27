using System.Runtime.InteropServices;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace PhongTho.Search.Indexing;

/// <summary>Hands finished terms to Lucene. One analysis of a text thus feeds several fields, which an Analyzer, called per field, would repeat.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly IEnumerable<ReadOnlyMemory<byte>> _terms;
    private readonly IFinishedTermAttribute _term;
    private IEnumerator<ReadOnlyMemory<byte>>? _next;

    public TermStream(IEnumerable<ReadOnlyMemory<byte>> terms)
        : base(Factory.Instance)
    {
        _terms = terms;
        _term = AddAttribute<IFinishedTermAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        _next?.Dispose();
        _next = _terms.GetEnumerator();
    }

    public override bool IncrementToken()
    {
        if (_next is null || !_next.MoveNext())
        {
            return false;
        }
        _term.Set(_next.Current);
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _next?.Dispose();
            _next = null;
        }
        base.Dispose(disposing);
    }

    private sealed class Factory : AttributeSource.AttributeFactory
    {
        public static readonly Factory Instance = new();

        public override Lucene.Net.Util.Attribute CreateAttributeInstance<T>() =>
            typeof(T) == typeof(IFinishedTermAttribute) || typeof(T) == typeof(ITermToBytesRefAttribute)
                ? new FinishedTermAttribute()
                : DEFAULT_ATTRIBUTE_FACTORY.CreateAttributeInstance<T>();
    }
}

/// <summary>A term that is bytes already: syllables are encoded once in their life, not at every occurrence.</summary>
internal interface IFinishedTermAttribute : ITermToBytesRefAttribute
{
    void Set(ReadOnlyMemory<byte> term);
}

internal sealed class FinishedTermAttribute : Lucene.Net.Util.Attribute, IFinishedTermAttribute
{
    public BytesRef BytesRef { get; } = new();

    public void Set(ReadOnlyMemory<byte> term)
    {
        MemoryMarshal.TryGetArray(term, out var bytes);
        BytesRef.Bytes = bytes.Array;
        BytesRef.Offset = bytes.Offset;
        BytesRef.Length = bytes.Count;
    }

    public void FillBytesRef()
    {
        // Set has done it.
    }

    public override void Clear()
    {
        // A term stays until the next one is set.
    }

    public override void CopyTo(IAttribute target) => ((FinishedTermAttribute)target).Set(BytesRef.Bytes.AsMemory(BytesRef.Offset, BytesRef.Length));
}
