using System.Text;
using PhongTho.Search.Indexing;
using PhongTho.Search.Querying;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Understanding;

/// <summary>Notices a question typed with the keyboard's Vietnamese switched off, and writes it as it was meant.</summary>
internal static class UndecodedKeys
{
    // Who types raw keystrokes does so all along, and most Vietnamese words have some; one odd word among plain ones is a slip.
    private const double LeastShare = 0.3;

    // A word that the collection has, but this much more rarely than what its keys would write.
    private const int HardlyThere = 10;

    /// <summary>The question as meant; null when it is as it should be.</summary>
    public static string? Decode(string text, TermLookup lookup)
    {
        if (!Ascii.IsValid(text) || text.Length > QuestionText.LongestText)
        {
            return null;
        }
        var words = Words(text).Select(range => Word.Of(text, range, lookup)).ToList();
        var decoded = words.Where(word => word.Meant is not null).ToList();
        var lettered = words.Count(word => word.IsLettered);
        return decoded.Exists(word => word.IsStrong) && decoded.Count >= lettered * LeastShare ? Rewrite(text, decoded) : null;
    }

    private static IEnumerable<Range> Words(string text)
    {
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inside = at < text.Length && char.IsAsciiLetterOrDigit(text[at]);
            if (inside && start < 0)
            {
                start = at;
            }
            else if (!inside && start >= 0)
            {
                yield return start..at;
                start = -1;
            }
        }
    }

    private static string Rewrite(string text, List<Word> decoded)
    {
        var meant = new StringBuilder(text.Length);
        var written = 0;
        foreach (var word in decoded)
        {
            meant.Append(text, written, word.Range.Start.Value - written).Append(word.Meant);
            written = word.Range.End.Value;
        }
        return meant.Append(text, written, text.Length - written).ToString();
    }

    /// <param name="Meant">What the keys write, where the collection has it.</param>
    /// <param name="IsStrong">The raw keys are no word of the collection.</param>
    private sealed record Word(Range Range, string? Meant, bool IsStrong, bool IsLettered)
    {
        public static Word Of(string text, Range range, TermLookup lookup)
        {
            var raw = text[range];
            var isLettered = raw.AsSpan().IndexOfAnyInRange('A', 'z') >= 0;
            if (!isLettered || Keystrokes.Decode(raw) is not { } written)
            {
                return new Word(range, null, false, isLettered);
            }
            var forms = Folding.FormsOf(written);
            var meant = lookup.Find(Schema.Exact, forms.ExactBytes).Frequency;
            if (meant == 0)
            {
                return new Word(range, null, false, isLettered);
            }
            var asTyped = lookup.Find(Schema.Words, Folding.FormsOf(raw).FoldedBytes).Frequency;
            var cased = char.IsUpper(raw[0]) ? char.ToUpperInvariant(written[0]) + written[1..] : written;
            return new Word(range, cased, asTyped * HardlyThere < meant, isLettered);
        }
    }
}
