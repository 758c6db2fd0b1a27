using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>Whether a quoted phrase stands in a document word for word, with the marks it was typed with; punctuation between does not part it.</summary>
internal sealed class PhraseCheck(IndexReader reader)
{
    private readonly BytesRef _text = new();

    public bool Has(int document, IReadOnlyList<Syllable> phrase)
    {
        var leaf = reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)];
        leaf.AtomicReader.GetBinaryDocValues(Schema.Text).Get(document - leaf.DocBase, _text);
        var text = _text.Bytes.AsSpan(_text.Offset, _text.Length);
        for (var at = 0; at + (phrase.Count * KeptText.BytesPerWord) <= text.Length; at += KeptText.BytesPerWord)
        {
            if (StandsAt(text[at..], phrase))
            {
                return true;
            }
        }
        return false;
    }

    private static bool StandsAt(ReadOnlySpan<byte> text, IReadOnlyList<Syllable> phrase)
    {
        for (var index = 0; index < phrase.Count; index++)
        {
            var at = index * KeptText.BytesPerWord;
            var (code, marks) = (text[at] | (text[at + 1] << 8), text[at + 2] & ~KeptText.CapitalBit);
            var typed = phrase[index].Forms;
            if (code != typed.Code || !(typed.Marks.IsNone || typed.Marks.Bits == marks))
            {
                return false;
            }
        }
        return true;
    }
}
