using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>The words of a question by the numbers that stand for them in kept texts.</summary>
internal sealed class AskedCodes
{
    // How well a written word answers a typed one.
    private const float AsTyped = 1;
    private const float AsMayBeMeant = 0.8f;
    private const float BareAmongMarked = 0.7f;
    private const float WithoutMarks = 0.5f;
    private const float LookAlike = 0.25f;

    // One bit a number stays in the nearest cache; most words of a text need no more.
    private readonly ulong[] _asked = new ulong[(ushort.MaxValue + 1) / 64];
    private readonly Dictionary<int, int> _slots = [];
    private readonly List<List<(WordEvidence Word, Reading Reading)>> _meanings = [[]];
    private readonly bool _hasMarks;

    public AskedCodes(IReadOnlyList<WordEvidence> words, bool questionHasMarks)
    {
        _hasMarks = questionHasMarks;
        foreach (var word in words)
        {
            foreach (var reading in word.Word.Readings)
            {
                Add(word, reading);
            }
        }
    }

    /// <summary>0 when no asked word has this number.</summary>
    public int SlotOf(int code) => (_asked[code >> 6] >> (code & 63) & 1) == 0 ? 0 : _slots[code];

    /// <summary>The asked word that this written word answers best, of those the document has; null when of none.</summary>
    /// <param name="asTyped">Words that the document has as they were typed: what only looks like them does not count beside.</param>
    public WordEvidence? Answered(int slot, uint wordsOfDocument, uint asTyped, Marks written, out float level)
    {
        WordEvidence? best = null;
        level = 0;
        foreach (var (word, reading) in _meanings[slot])
        {
            if ((word.Bit & wordsOfDocument) == 0)
            {
                continue;
            }
            var answer = Level(reading, written);
            var here = answer <= WithoutMarks && (word.Bit & asTyped) != 0 ? 0 : answer * reading.Worth;
            if (here > level)
            {
                (best, level) = (word, here);
            }
        }
        return best;
    }

    private float Level(Reading reading, Marks written)
    {
        var typed = reading.Forms.Marks;
        if (typed == written)
        {
            return AsTyped;
        }
        if (typed.IsNone)
        {
            return _hasMarks && !reading.IsGuess ? BareAmongMarked : AsTyped;
        }
        return typed.MayMean(written) ? AsMayBeMeant : written.IsNone ? WithoutMarks : LookAlike;
    }

    private void Add(WordEvidence word, Reading reading)
    {
        int code = reading.Forms.Code;
        if (!_slots.TryGetValue(code, out var slot))
        {
            slot = _meanings.Count;
            _slots.Add(code, slot);
            _asked[code >> 6] |= 1ul << (code & 63);
            _meanings.Add([]);
        }
        _meanings[slot].Add((word, reading));
    }
}
