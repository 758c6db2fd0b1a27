using System.Buffers;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>What a person typed, understood as words and quoted phrases. Bounded: the longest rant costs as much as forty words.</summary>
internal sealed record TypedWords(IReadOnlyList<TypedWord> Words, IReadOnlyList<IReadOnlyList<Syllable>> Phrases)
{
    private const int LongestText = 2000;
    private const int MostWords = 40;

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„‟«»″");

    /// <summary>The last word touches the end of the text: its writer may not be done with it.</summary>
    public bool MayBeUnfinished { get; private init; }

    public static TypedWords Parse(string text)
    {
        var kept = text.Length > LongestText ? text[..LongestText] : text;
        var syllables = Syllables.Read(kept).Take(MostWords).ToList();
        return new TypedWords([.. syllables.Select(TypedWord.Of)], [.. Quoted(kept, syllables)])
        {
            MayBeUnfinished = syllables.Count > 0 && syllables[^1].End == kept.Length,
        };
    }

    public TypedWords WithLast(TypedWord last) => this with { Words = [.. Words.SkipLast(1), last], MayBeUnfinished = false };

    /// <summary>The same phrases, whatever their marks.</summary>
    public TypedWords WithFoldedPhrases() => this with { Phrases = [.. Phrases.Select(phrase => phrase.Select(syllable => syllable with { Exact = null }).ToList())] };

    /// <summary>Words that differ in any reading; "tốt" asked twice is asked once.</summary>
    public IEnumerable<TypedWord> DistinctWords => Words.DistinctBy(word => word.Typed.Written);

    private static IEnumerable<IReadOnlyList<Syllable>> Quoted(string text, List<Syllable> syllables)
    {
        var opening = NextQuote(text, 0);
        while (opening >= 0)
        {
            var closing = NextQuote(text, opening + 1);
            if (closing < 0)
            {
                yield break;
            }
            var phrase = syllables.Where(syllable => syllable.Start > opening && syllable.End <= closing).ToList();
            if (phrase.Count > 0)
            {
                yield return phrase;
            }
            opening = NextQuote(text, closing + 1);
        }
    }

    private static int NextQuote(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(Quotes);
        return found < 0 ? -1 : from + found;
    }
}

/// <summary>One typed word and what it may mean. A document answers it by any of its readings.</summary>
internal sealed record TypedWord(Syllable Typed, IReadOnlyList<Reading> Readings)
{
    public static TypedWord Of(Syllable typed) => new(typed, [new Reading(typed.Folded, typed.Exact)]);
}

/// <summary>One meaning of a typed word: bare when <see cref="Exact"/> is null, and then any marks will do.</summary>
internal readonly record struct Reading(string Folded, string? Exact);
