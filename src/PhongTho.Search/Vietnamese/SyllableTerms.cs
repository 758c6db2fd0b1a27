namespace PhongTho.Search.Vietnamese;

/// <summary>What one syllable or two neighbours are called in the index. Index and query both ask here, so that they cannot drift apart.</summary>
internal static class SyllableTerms
{
    /// <summary>Every syllable folded; where it carries a mark also exact, and where a document symbol begins also that, at the same position.</summary>
    public static IEnumerable<PositionedTerm> Words(IReadOnlyList<Syllable> syllables)
    {
        var previous = -1;
        foreach (var syllable in syllables)
        {
            yield return new PositionedTerm(syllable.Folded, syllable.Position - previous);
            previous = syllable.Position;
            if (syllable.Exact is not null)
            {
                yield return new PositionedTerm(syllable.Exact, 0);
            }
            if (syllable.Symbol is not null)
            {
                yield return new PositionedTerm(syllable.Symbol, 0);
            }
        }
    }

    /// <summary>Every two neighbours. Most Vietnamese words are two syllables, so pairs stand in for word segmentation without a dictionary.</summary>
    public static IEnumerable<PositionedTerm> Pairs(IReadOnlyList<Syllable> syllables)
    {
        for (var index = 1; index < syllables.Count; index++)
        {
            var (first, second) = (syllables[index - 1], syllables[index]);
            if (!second.Follows(first))
            {
                continue;
            }
            yield return PositionedTerm.Next(FoldedPair(first.Folded, second.Folded));
            if (ExactPair(first.Folded, first.Exact, second.Folded, second.Exact) is { } exact)
            {
                yield return PositionedTerm.Next(exact);
            }
        }
    }

    public static string FoldedPair(string first, string second) => $"{first} {second}";

    /// <summary>Both as written; null where neither carries a mark.</summary>
    public static string? ExactPair(string first, string? firstExact, string second, string? secondExact) =>
        firstExact is null && secondExact is null ? null : $"{Folding.ExactPrefix}{Letters(first, firstExact)} {Letters(second, secondExact)}";

    private static string Letters(string folded, string? exact) => exact?[1..] ?? folded;
}

/// <summary>A term and how far it stands from the one before it; 0 is at the same place.</summary>
internal readonly record struct PositionedTerm(string Text, int Increment)
{
    public static PositionedTerm Next(string text) => new(text, 1);
}
