using System.Collections.Frozen;

namespace PhongTho.Search.Understanding;

/// <summary>What a person may have meant whose finger or ear slipped once: every word one edit away, and how forgivable the slip is.</summary>
internal static class Slips
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const float Swapped = 0.5f;
    private const float Doubled = 0.3f;
    private const float Misheard = 0.4f;
    private const float Neighbour = 0.6f;
    private const float Missed = 0.8f;
    private const float Any = 1.2f;

    private static readonly string[] Keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    // Spoken alike in some region: at the beginning, then at the end of a syllable.
    private static readonly (string One, string Other)[] Beginnings =
    [
        ("s", "x"), ("ch", "tr"), ("d", "gi"), ("d", "r"), ("gi", "r"), ("l", "n"), ("v", "d"), ("v", "gi"), ("c", "k"), ("c", "q"), ("g", "gh"), ("ng", "ngh"), ("ph", "f"), ("kh", "h"),
    ];

    private static readonly (string One, string Other)[] Endings = [("n", "ng"), ("c", "t"), ("i", "y"), ("n", "nh"), ("ch", "t"), ("o", "u"), ("p", "c")];

    private static readonly FrozenSet<int> NeighbourKeys = Neighbours().ToFrozenSet();

    /// <summary>Each possible word with the cost of the cheapest slip that leads from it.</summary>
    public static IReadOnlyDictionary<string, float> Of(string typed)
    {
        var meant = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var (word, cost) in Misheards(typed).Concat(Edits(typed)))
        {
            if (word.Length > 0 && word != typed && (!meant.TryGetValue(word, out var known) || cost < known))
            {
                meant[word] = cost;
            }
        }
        return meant;
    }

    private static IEnumerable<(string Word, float Cost)> Misheards(string typed)
    {
        foreach (var (one, other) in Beginnings.SelectMany(BothWays).Where(pair => typed.StartsWith(pair.One, StringComparison.Ordinal)))
        {
            yield return (other + typed[one.Length..], Misheard);
        }
        foreach (var (one, other) in Endings.SelectMany(BothWays).Where(pair => typed.EndsWith(pair.One, StringComparison.Ordinal)))
        {
            yield return (typed[..^one.Length] + other, Misheard);
        }
    }

    private static IEnumerable<(string Word, float Cost)> Edits(string typed)
    {
        for (var at = 0; at < typed.Length; at++)
        {
            var isDoubled = at > 0 && typed[at] == typed[at - 1];
            yield return (typed.Remove(at, 1), isDoubled ? Doubled : Neighbour);
            if (at > 0)
            {
                yield return (typed[..(at - 1)] + typed[at] + typed[at - 1] + typed[(at + 1)..], Swapped);
            }
            foreach (var letter in Letters)
            {
                yield return (typed[..at] + letter + typed[(at + 1)..], NeighbourKeys.Contains((typed[at] << 8) | letter) ? Neighbour : Any);
            }
        }
        for (var at = 0; at <= typed.Length; at++)
        {
            foreach (var letter in Letters)
            {
                yield return (typed.Insert(at, letter.ToString()), Missed);
            }
        }
    }

    private static IEnumerable<(string One, string Other)> BothWays((string One, string Other) pair) => [pair, (pair.Other, pair.One)];

    private static IEnumerable<int> Neighbours()
    {
        for (var row = 0; row < Keyboard.Length; row++)
        {
            for (var at = 0; at < Keyboard[row].Length; at++)
            {
                foreach (var other in Around(row, at))
                {
                    yield return (Keyboard[row][at] << 8) | other;
                }
            }
        }
    }

    private static IEnumerable<char> Around(int row, int at)
    {
        for (var near = Math.Max(0, row - 1); near <= Math.Min(Keyboard.Length - 1, row + 1); near++)
        {
            for (var beside = Math.Max(0, at - 1); beside <= Math.Min(Keyboard[near].Length - 1, at + 1); beside++)
            {
                if (near != row || beside != at)
                {
                    yield return Keyboard[near][beside];
                }
            }
        }
    }
}
