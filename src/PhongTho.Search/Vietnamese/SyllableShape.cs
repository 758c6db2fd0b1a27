using System.Collections.Frozen;

namespace PhongTho.Search.Vietnamese;

/// <summary>Whether letters can be a Vietnamese syllable: an initial, vowels that go together, a final.</summary>
internal static class SyllableShape
{
    private static readonly string[] Initials =
        ["ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", ""];

    private static readonly FrozenSet<string> Vowels = Split(
        "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi ơi ua uâ uê ui uô uơ uy ưa ưi ươ ưu yê oai oao oay oeo uây uôi uya uyê uyu ươi ươu iêu yêu oo");

    private static readonly FrozenSet<string> Finals = Split("c ch m n ng nh p t");

    public static bool IsValid(string toneless)
    {
        foreach (var initial in Initials)
        {
            if (!toneless.StartsWith(initial, StringComparison.Ordinal))
            {
                continue;
            }
            var rest = toneless[initial.Length..];
            if (Vowels.Contains(rest) || Finals.Any(final => rest.EndsWith(final, StringComparison.Ordinal) && Vowels.Contains(rest[..^final.Length])))
            {
                return true;
            }
        }
        return toneless is "gi" or "đ";
    }

    private static FrozenSet<string> Split(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
