using System.Globalization;
using System.Runtime.InteropServices;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Presenting;

/// <summary>The stretch of a text that best shows why it was found: a range of its characters, and how much of the question stands in it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Passage(int Start, int End, double Worth)
{
    private const int Length = 200;

    // The found words themselves fit in here; the rest of the passage is what surrounds them.
    private const int Core = 160;

    // How far back a passage may begin to begin with a sentence.
    private const int LeadIn = 90;
    private const double NeighbourWorth = 0.5;

    /// <summary>The best passage; worth nothing and at the beginning where nothing is found.</summary>
    public static Passage Of(string text, IReadOnlyList<Syllable> syllables, MarkedWords? marked)
    {
        var found = marked is null ? [] : Indexes(syllables, marked);
        var (best, worth) = Best(syllables, found);
        var start = best < 0 ? 0 : Beginning(text, syllables, best);
        return new Passage(start, Ending(text, start), worth);
    }

    // A window that slides over the found words: each enters once and leaves once.
    private static (int First, double Worth) Best(IReadOnlyList<Syllable> syllables, List<int> found)
    {
        var inside = new Dictionary<string, int>(StringComparer.Ordinal);
        var (best, worth, neighbours, end) = (-1, 0.0, 0, 0);
        for (var start = 0; start < found.Count; start++)
        {
            while (end < found.Count && syllables[found[end]].End - syllables[found[start]].Start <= Core)
            {
                neighbours += end > start && AreNeighbours(syllables, found, end) ? 1 : 0;
                CollectionsMarshal.GetValueRefOrAddDefault(inside, syllables[found[end++]].Folded, out _)++;
            }
            // Repeating the same two words is not worth more than saying them once.
            var here = inside.Count + (Math.Min(neighbours, inside.Count - 1) * NeighbourWorth);
            if (here > worth)
            {
                (best, worth) = (found[start], here);
            }
            Leave(syllables, found, start, inside);
            neighbours -= start + 1 < end && AreNeighbours(syllables, found, start + 1) ? 1 : 0;
            end = Math.Max(end, start + 1);
        }
        return (best, worth);
    }

    private static bool AreNeighbours(IReadOnlyList<Syllable> syllables, List<int> found, int at) =>
        syllables[found[at]].Follows(syllables[found[at - 1]]);

    private static void Leave(IReadOnlyList<Syllable> syllables, List<int> found, int at, Dictionary<string, int> inside)
    {
        var word = syllables[found[at]].Folded;
        if (inside.TryGetValue(word, out var times) && times > 1)
        {
            inside[word] = times - 1;
        }
        else
        {
            inside.Remove(word);
        }
    }

    private static List<int> Indexes(IReadOnlyList<Syllable> syllables, MarkedWords marked)
    {
        var found = new List<int>();
        for (var index = 0; index < syllables.Count; index++)
        {
            if (marked.Has(syllables[index]))
            {
                found.Add(index);
            }
        }
        return found;
    }

    private static int Beginning(string text, IReadOnlyList<Syllable> syllables, int first)
    {
        var furthest = Math.Max(0, syllables[first].Start - LeadIn);
        if (furthest == 0)
        {
            return 0;
        }
        for (var index = first; index > 0 && syllables[index].Start >= furthest; index--)
        {
            if (!syllables[index].Follows(syllables[index - 1]))
            {
                return BackOverQuote(text, syllables[index].Start);
            }
        }
        // No sentence begins near: a few words before the first found one.
        var near = syllables[first].Start - (LeadIn / 3);
        var start = first;
        while (start > 0 && syllables[start - 1].Start >= near)
        {
            start--;
        }
        return syllables[start].Start;
    }

    private static int BackOverQuote(string text, int start) => start > 0 && text[start - 1] is '"' or '“' or '«' or '(' ? start - 1 : start;

    private static int Ending(string text, int start)
    {
        var end = start + Length;
        if (end >= text.Length)
        {
            return text.Length;
        }
        for (var space = end; space > start + (Length / 2); space--)
        {
            if (char.IsWhiteSpace(text[space]))
            {
                return space;
            }
        }
        // One endless word: cut it, but not through a letter.
        while (end > start + 1 && (char.IsLowSurrogate(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
        {
            end--;
        }
        return end;
    }
}
