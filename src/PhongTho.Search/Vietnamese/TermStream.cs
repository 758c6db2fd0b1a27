using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace PhongTho.Search.Vietnamese;

/// <summary>Hands terms to Lucene. One analysis of a text thus feeds several fields, which an Analyzer, called per field, would repeat.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly IEnumerable<PositionedTerm> _terms;
    private readonly ICharTermAttribute _text;
    private readonly IPositionIncrementAttribute _increment;
    private IEnumerator<PositionedTerm>? _next;

    public TermStream(IEnumerable<PositionedTerm> terms)
    {
        _terms = terms;
        _text = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
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
        ClearAttributes();
        _text.SetEmpty().Append(_next.Current.Text);
        _increment.PositionIncrement = _next.Current.Increment;
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
}
