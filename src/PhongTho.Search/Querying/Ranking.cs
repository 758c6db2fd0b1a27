using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>Weighs candidates by reading their kept text: each word in its zones, and the words together.</summary>
internal sealed class Ranking
{
    // Where all words stand together that text must win.
    private const float ClosenessWeight = 5;

    // A phrase in the title is meant, one in the tenth paragraph may be chance; but a phrase anywhere beats scattered words in a title.
    private const float TitleShare = 0.04f;
    private const int SentenceGap = 6;

    private readonly IndexReader _reader;
    private readonly AskedCodes _codes;
    private readonly IReadOnlyList<WordEvidence> _words;
    private readonly Closeness _closeness;
    private readonly float[] _worth;
    private readonly float[] _inZone;
    private readonly BytesRef _text = new();
    private uint _present;
    private uint _asTyped;

    public Ranking(IndexReader reader, IReadOnlyList<WordEvidence> words, bool questionHasMarks)
    {
        _reader = reader;
        _words = words;
        _codes = new AskedCodes(words, questionHasMarks);
        WholeRarity = words.Sum(word => word.Rarity);
        _closeness = new Closeness(WholeRarity);
        _worth = new float[words.Count];
        _inZone = new float[words.Count];
    }

    public float WholeRarity { get; }

    /// <param name="candidates">In document order.</param>
    public List<Weighed> Weigh(ReadOnlySpan<Candidate> candidates)
    {
        var weighed = new List<Weighed>(candidates.Length);
        var end = 0;
        AtomicReaderContext? leaf = null;
        BinaryDocValues? texts = null;
        foreach (ref readonly var candidate in candidates)
        {
            if (candidate.Document >= end)
            {
                leaf = _reader.Leaves[ReaderUtil.SubIndex(candidate.Document, _reader.Leaves)];
                texts = leaf.AtomicReader.GetBinaryDocValues(Schema.Text);
                end = leaf.DocBase + leaf.AtomicReader.MaxDoc;
            }
            texts!.Get(candidate.Document - leaf!.DocBase, _text);
            (_present, _asTyped) = (candidate.Words, candidate.Exact);
            weighed.Add(Weigh(candidate.Document, _text.Bytes.AsSpan(_text.Offset, _text.Length)));
        }
        return weighed;
    }

    private Weighed Weigh(int document, ReadOnlySpan<byte> text)
    {
        Array.Clear(_worth);
        var (closest, together) = (0f, 0f);
        var zoneStart = 0;
        while (zoneStart < text.Length)
        {
            var zone = Zones.All[text[zoneStart + 2] - 1];
            zoneStart = ReadZone(text, zoneStart + KeptText.BytesPerWord, zone);
            closest = Math.Max(closest, _closeness.Best * ClosenessOf(zone));
            together = Math.Max(together, _closeness.Best);
        }

        var score = closest * ClosenessWeight;
        for (var word = 0; word < _worth.Length; word++)
        {
            score += _words[word].Rarity * Zones.Saturate(_worth[word]);
        }
        return new Weighed(document, score, together);
    }

    private static float ClosenessOf(Zone zone) => 1 + ((zone.Weight - 1) * TitleShare);

    /// <summary>Where the next zone begins.</summary>
    private int ReadZone(ReadOnlySpan<byte> text, int at, Zone zone)
    {
        _closeness.BeginZone();
        Array.Clear(_inZone);
        var (position, lower, words, runStart) = (0, 0, 0, 0);
        for (; at < text.Length; at += KeptText.BytesPerWord)
        {
            var code = text[at] | (text[at + 1] << 8);
            if (code == KeptText.Break)
            {
                if (text[at + 2] != 0)
                {
                    break;
                }
                _closeness.EndRun(runStart, position);
                runStart = 0;
                position += SentenceGap;
                lower += SentenceGap;
                continue;
            }
            words++;
            position++;
            var rest = text[at + 2];
            if ((rest & KeptText.CapitalBit) == 0)
            {
                if (runStart != 0)
                {
                    _closeness.EndRun(runStart, position - 1);
                    runStart = 0;
                }
                lower++;
            }
            else if (runStart == 0)
            {
                runStart = position;
            }
            var slot = _codes.SlotOf(code);
            if (slot != 0 && _codes.Answered(slot, _present, _asTyped, new Marks((byte)(rest & ~KeptText.CapitalBit)), out var level) is { } word)
            {
                _inZone[word.Number] += level;
                _closeness.Add(new Occurrence(word.Number, position, word.Rarity * level, lower));
            }
        }
        _closeness.EndRun(runStart, position);
        var worth = Zones.Worth(zone, words);
        for (var word = 0; word < _inZone.Length; word++)
        {
            _worth[word] += _inZone[word] * worth;
        }
        return at;
    }
}

/// <summary>A candidate with its score and how much of the question stands together in it.</summary>
internal readonly record struct Weighed(int Document, float Score, float Closest);
