using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Subjects;

/// <summary>Names as two people may write one: without marks, case, forms of address and what is not a letter.</summary>
public static class PlainNames
{
    private static readonly HashSet<string> Address = new(StringComparer.Ordinal)
    {
        "ong", "ba", "anh", "chi", "em", "co", "chu", "bac", "cu", "thay", "ho", "gia", "dinh", "nha", "dong", "chau",
    };

    public static string Of(string name)
    {
        var words = Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = Array.FindIndex(words, static word => !Address.Contains(word));

        // Somebody may be called just Anh; and only what stands before the name is address.
        var plain = string.Join(' ', start < 0 ? words : words[start..]);
        return plain.Length <= 160 ? plain : plain[..160];
    }

    /// <summary>The whole text without marks and case: its words with one blank between.</summary>
    public static string Fold(string text) =>
        string.Join(' ', new string([.. Folding.Fold(text).Select(static letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True when one name is the other, or holds all of it.</summary>
    public static bool AreAlike(string left, string right) =>
        left.Length > 0 && right.Length > 0 && (left == right || Holds(left, right) || Holds(right, left));

    private static bool Holds(string longer, string shorter) =>
        shorter.Contains(' ', StringComparison.Ordinal) && (' ' + longer + ' ').Contains(' ' + shorter + ' ', StringComparison.Ordinal);
}
