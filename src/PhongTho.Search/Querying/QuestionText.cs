using System.Buffers;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>Reads what was typed. Total and bounded: the longest rant costs as much as its first words, and an unclosed quote is a comma.</summary>
internal static class QuestionText
{
    public const int LongestText = 2000;

    /// <summary>As many as a mask has bits, but one.</summary>
    public const int MostWords = 31;

    private const int MostPhrases = 4;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„‟«»″");

    public static Asked Read(string text, Abbreviations abbreviations)
    {
        var kept = text.Length > LongestText ? text[..LongestText] : text;
        var syllables = abbreviations.SpellOut(Syllables.Read(kept), isQuestion: true);
        var quoted = Quoted(kept).ToList();
        var excluded = Excluded(kept, syllables, quoted).Take(MostPhrases).ToList();
        var wanted = syllables.Where(syllable => !excluded.Exists(phrase => phrase.Contains(syllable))).Take(MostWords).ToList();
        var phrases = quoted.Where(range => !IsMinus(kept, range.Start.Value - 1))
            .Select(range => Inside(wanted, range)).Where(phrase => phrase.Count > 0).Take(MostPhrases).ToList();
        return new Asked([.. wanted.Select(AskedWord.Of)], phrases, excluded)
        {
            MayBeUnfinished = wanted.Count > 0 && wanted[^1].End == kept.Length,
        };
    }

    private static IEnumerable<Range> Quoted(string text)
    {
        var opening = NextQuote(text, 0);
        while (opening >= 0)
        {
            var closing = NextQuote(text, opening + 1);
            if (closing < 0)
            {
                yield break;
            }
            yield return opening..closing;
            opening = NextQuote(text, closing + 1);
        }
    }

    private static int NextQuote(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(Quotes);
        return found < 0 ? -1 : from + found;
    }

    private static IEnumerable<IReadOnlyList<Syllable>> Excluded(string text, IReadOnlyList<Syllable> syllables, List<Range> quoted)
    {
        foreach (var range in quoted.Where(range => IsMinus(text, range.Start.Value - 1)))
        {
            yield return Inside(syllables, range);
        }
        foreach (var word in syllables.Where(syllable => IsMinus(text, syllable.Start - 1)).GroupBy(syllable => syllable.Start))
        {
            yield return [.. word];
        }
    }

    private static List<Syllable> Inside(IReadOnlyList<Syllable> syllables, Range range) =>
        [.. syllables.Where(syllable => syllable.Start > range.Start.Value && syllable.End <= range.End.Value)];

    // "-word" after a space; a dash between words, as in "Lào Cai - Lai Châu" or "nông - lâm", excludes nothing.
    private static bool IsMinus(string text, int at) => at > 0 && text[at] == '-' && char.IsWhiteSpace(text[at - 1]);
}
