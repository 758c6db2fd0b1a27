using System.Buffers;

namespace PhongTho.Search.Vietnamese;

/// <summary>Splits text into syllables: runs of letters and digits; everything else separates. Total: any text gives a list.</summary>
public static class Syllables
{
    /// <summary>How far apart sentences stand, so that no phrase reaches from one into the next.</summary>
    public const int SentenceGap = 64;

    private const int LongestSymbol = 8;
    private const int LongestAbbreviation = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    public static IReadOnlyList<Syllable> Read(string text)
    {
        var found = new List<Syllable>(text.Length / 5 + 1);
        var position = 0;
        var runStart = 0;
        var at = 0;
        while (at < text.Length)
        {
            if (!Characters.IsOfWord(text[at]))
            {
                if (EndsSentence(text, at, found))
                {
                    position += SentenceGap;
                }
                at++;
                continue;
            }

            if (found.Count > 0 && !IsJoined(text, found[^1].End, at))
            {
                NameSymbol(text, found, runStart);
                runStart = found.Count;
            }
            var syllable = Next(text, at, position++);
            found.Add(syllable);
            at = syllable.End;
        }
        NameSymbol(text, found, runStart);
        return found;
    }

    private static bool EndsSentence(string text, int at, List<Syllable> found)
    {
        // Nothing to part yet, or already parted.
        if (found.Count == 0)
        {
            return false;
        }
        return text[at] switch
        {
            '\n' => true,
            '.' => IsFollowedBySpace(text, at) && !IsAbbreviation(text, found[^1], at),
            '!' or '?' or ';' or '…' => IsFollowedBySpace(text, at),
            _ => false,
        };
    }

    private static bool IsFollowedBySpace(string text, int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or '”' or '’' or '»' or ')' or '.')
        {
            next++;
        }
        return next >= text.Length || char.IsWhiteSpace(text[next]);
    }

    // "TP. Hồ Chí Minh", "TS. Vàng A Páo": a short capitalised run without a vowel does not end a sentence.
    private static bool IsAbbreviation(string text, Syllable last, int dot) =>
        last.End == dot && last.Folded.Length <= LongestAbbreviation && char.IsUpper(text[last.Start])
        && last.Folded.AsSpan().IndexOfAny(Vowels) < 0;

    private static bool IsJoined(string text, int end, int start) =>
        start == end || (start == end + 1 && text[end] is '/' or '-' or '–' or '_' or '.');

    private static Syllable Next(string text, int start, int position)
    {
        var end = EndOfGroupedNumber(text, start);
        if (end > start)
        {
            var digits = text[start..end].Replace(".", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal);
            return new Syllable(start, end, position, Folding.FormsOf(digits));
        }

        end = start + 1;
        while (end < text.Length && Characters.ContinuesWord(text[end]))
        {
            end++;
        }
        var word = Writing.Of(text.AsSpan(start, Math.Min(end - start, Folding.LongestForm)));
        return new Syllable(start, end, position, word.Forms, word.IsCapital, word.IsShouted);
    }

    // 2.400 and 1,000,000 are one number each; 20.10.2023, 3,5 and 1.2345 are not.
    private static int EndOfGroupedNumber(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }
        if (end == start || end - start > 3)
        {
            return start;
        }

        var groups = 0;
        while (IsGroup(text, end))
        {
            end += 4;
            groups++;
        }
        return groups > 0 ? end : start;
    }

    private static bool IsGroup(string text, int at) =>
        at + 3 < text.Length && text[at] is '.' or ',' && text.AsSpan(at + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && (at + 4 >= text.Length || !char.IsAsciiDigit(text[at + 4]));

    private static void NameSymbol(string text, List<Syllable> found, int start)
    {
        var count = found.Count - start;
        if (count is < 2 or > LongestSymbol || text.AsSpan(found[start].Start..found[^1].End).IndexOfAnyInRange('0', '9') < 0)
        {
            return;
        }
        var symbol = string.Join('/', found.Skip(start).Select(part => part.Folded));
        found[start] = found[start] with { Symbol = symbol };
    }
}
