using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PhongTho.Search.Querying;

/// <summary>
/// How often each document of a segment has one common term, packed so that asking for a document is one look: a list that
/// half of all documents stand in is read once, not at every question.
/// </summary>
internal sealed class TermColumn
{
    private readonly byte[] _packed;
    private readonly int _placeShift;
    private readonly int _inPlace;
    private readonly int _widthShift;
    private readonly int _most;

    private TermColumn(int documents, bool withFrequencies)
    {
        // Two frequencies or eight answers in a byte.
        (_placeShift, _inPlace, _widthShift, _most) = withFrequencies ? (1, 1, 2, 15) : (3, 7, 0, 1);
        _packed = new byte[(documents >> _placeShift) + 1];
    }

    public int Bytes => _packed.Length;

    /// <summary>0 where the document lacks the term.</summary>
    public int this[int document] => (_packed[document >> _placeShift] >> ((document & _inPlace) << _widthShift)) & _most;

    public static TermColumn Read(DocsEnum documents, int count, bool withFrequencies)
    {
        var column = new TermColumn(count, withFrequencies);
        for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
        {
            var times = withFrequencies ? Math.Min(documents.Freq, column._most) : 1;
            column._packed[document >> column._placeShift] |= (byte)(times << ((document & column._inPlace) << column._widthShift));
        }
        return column;
    }
}
