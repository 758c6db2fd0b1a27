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
    private const int MostStartsTried = 200;
    private const double NeighbourWorth = 0.5;

    /// <summary>The best passage; worth nothing and at the beginning where nothing is found.</summary>
    public static Passage Of(string text, IReadOnlyList<Syllable> syllables, MarkedWords? marked)
    {
        var found = marked is null ? [] : Indexes(syllables, marked);
        var (best, worth) = (-1, 0.0);
        foreach (var first in found.Take(MostStartsTried))
        {
            var here = WorthFrom(first, syllables, found);
            if (here > worth)
            {
                (best, worth) = (first, here);
            }
        }
        var start = best < 0 ? 0 : Beginning(text, syllables, best);
        return new Passage(start, Ending(text, start), worth);
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

    private static double WorthFrom(int first, IReadOnlyList<Syllable> syllables, List<int> found)
    {
        var different = new HashSet<string>(StringComparer.Ordinal);
        var neighbours = 0;
        for (var at = found.BinarySearch(first); at < found.Count; at++)
        {
            var index = found[at];
            if (syllables[index].End - syllables[first].Start > Core)
            {
                break;
            }
            var isNew = different.Add(syllables[index].Folded);
            if (isNew && at > 0 && found[at - 1] >= first && syllables[index].Follows(syllables[found[at - 1]]))
            {
                neighbours++;
            }
        }
        return different.Count + (neighbours * NeighbourWorth);
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
