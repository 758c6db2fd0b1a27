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

    private readonly byte[] _slots = new byte[ushort.MaxValue + 1];
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
    public int SlotOf(int code) => _slots[code];

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
        var slot = _slots[reading.Forms.Code];
        if (slot == 0)
        {
            if (_meanings.Count > byte.MaxValue)
            {
                return;
            }
            slot = (byte)_meanings.Count;
            _slots[reading.Forms.Code] = slot;
            _meanings.Add([]);
        }
        _meanings[slot].Add((word, reading));
    }
}
