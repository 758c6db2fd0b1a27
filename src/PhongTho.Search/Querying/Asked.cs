using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>What a person asked, as the search works with it: words with their readings, quoted phrases, and what must not be there.</summary>
internal sealed record Asked(IReadOnlyList<AskedWord> Words, IReadOnlyList<IReadOnlyList<Syllable>> Phrases, IReadOnlyList<IReadOnlyList<Syllable>> Excluded)
{
    /// <summary>The last word touches the end of the text: its writer may not be done with it.</summary>
    public bool MayBeUnfinished { get; init; }

    /// <summary>Some word was typed with marks, so the writer's keyboard has them: a bare word then means bare.</summary>
    public bool HasMarks { get; } = Words.Any(word => !word.Typed.Marks.IsNone);

    /// <summary>The same phrases, whatever their marks.</summary>
    public Asked WithFoldedPhrases() =>
        this with { Phrases = [.. Phrases.Select(phrase => phrase.Select(syllable => syllable with { Forms = Folding.FormsOf(syllable.Folded) }).ToList())] };

    public Asked With(int index, AskedWord word) => this with { Words = [.. Words.Take(index), word, .. Words.Skip(index + 1)] };
}

/// <summary>One word and what it may mean. A document answers it by any of its readings.</summary>
internal sealed record AskedWord(Syllable Typed, IReadOnlyList<Reading> Readings)
{
    public static AskedWord Of(Syllable typed) => new(typed, [new Reading(typed.Forms, 1)]);

    /// <summary>Also these, each a little less likely than what was typed.</summary>
    public AskedWord Or(IEnumerable<Reading> others) => this with { Readings = [.. Readings.Concat(others).DistinctBy(reading => reading.Forms)] };
}

/// <summary>One meaning of a typed word, and how far it is to be believed.</summary>
internal sealed record Reading(SyllableForms Forms, float Worth)
{
    /// <summary>Not typed, but perhaps meant.</summary>
    public bool IsGuess => Worth < 1;
}
