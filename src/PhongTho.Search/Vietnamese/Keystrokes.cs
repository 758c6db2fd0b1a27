using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace PhongTho.Search.Vietnamese;

/// <summary>Reads keystrokes that a keyboard left undecoded: Telex ("dduwowngf" → đường) and VNI ("d9u7o7ng2").</summary>
public static class Keystrokes
{
    private const int LongestWord = 12;
    private const string VniTones = "12345";
    private const string TelexTones = "sfrxj";

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aăâeêioôơuưy");

    /// <summary>What the keys would have written; null where they are no keystrokes. Whether that is a word is for the collection to say.</summary>
    public static string? Decode(string typed)
    {
        if (typed.Length is < 2 or > LongestWord || !System.Text.Ascii.IsValid(typed))
        {
            return null;
        }
        var keys = typed.ToLowerInvariant();
        var hasDigit = keys.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
        var decoded = hasDigit ? Vni(keys) : Telex(keys);
        return decoded is { } found && (found.Tone > 0 || found.Toneless != keys) ? SyllableWriting.Compose(found.Toneless, found.Tone) : null;
    }

    private static Spelled? Telex(string keys)
    {
        var letters = new StringBuilder(keys.Length);
        var tone = 0;
        foreach (var key in keys)
        {
            var hasVowel = letters.ToString().AsSpan().IndexOfAny(Vowels) >= 0;
            var typedTone = hasVowel ? TelexTones.IndexOf(key, StringComparison.Ordinal) : -1;
            if (typedTone >= 0 && tone == 0)
            {
                tone = typedTone + 1;
            }
            else if (key == 'w')
            {
                if (!Horn(letters))
                {
                    letters.Append('ư');
                }
            }
            else if (!Double(letters, key))
            {
                letters.Append(key);
            }
        }
        return new Spelled(Levelled(letters), tone);
    }

    private static Spelled? Vni(string keys)
    {
        var letters = new StringBuilder(keys.Length);
        var tone = 0;
        foreach (var key in keys)
        {
            var done = key switch
            {
                >= '1' and <= '5' => SetTone(ref tone, key),
                '6' => Change(letters, "aeo", "âêô"),
                '7' => Horn(letters),
                '8' => Change(letters, "a", "ă"),
                '9' => Change(letters, "d", "đ"),
                '0' => false,
                _ => letters.Append(key) is not null,
            };
            if (!done)
            {
                return null;
            }
        }
        return letters.ToString().AsSpan().IndexOfAny(Vowels) < 0 && tone > 0 ? null : new Spelled(Levelled(letters), tone);
    }

    private static bool SetTone(ref int tone, char key)
    {
        if (tone > 0)
        {
            return false;
        }
        tone = VniTones.IndexOf(key, StringComparison.Ordinal) + 1;
        return true;
    }

    private static bool Double(StringBuilder letters, char key)
    {
        var doubled = key switch { 'a' => 'â', 'e' => 'ê', 'o' => 'ô', 'd' => 'đ', _ => '\0' };
        if (doubled == '\0')
        {
            return false;
        }
        // The second key may come after the final consonant: "tieng" + "e".
        for (var at = letters.Length - 1; at >= 0; at--)
        {
            if (letters[at] == key && (key != 'd' || at == 0))
            {
                letters[at] = doubled;
                return true;
            }
        }
        return false;
    }

    // One key horns both letters of "uo", and u, o or breves a otherwise.
    private static bool Horn(StringBuilder letters)
    {
        for (var at = letters.Length - 1; at >= 0; at--)
        {
            if (letters[at] is 'o' or 'ơ' && at > 0 && letters[at - 1] is 'u' or 'ư' && !(at == 2 && letters[0] is 'q' or 'Q'))
            {
                letters[at] = 'ơ';
                letters[at - 1] = at + 1 < letters.Length || letters[at - 1] == 'ư' ? 'ư' : letters[at - 1];
                return true;
            }
            var horned = letters[at] switch { 'o' => 'ơ', 'u' => 'ư', 'a' => 'ă', _ => '\0' };
            if (horned != '\0')
            {
                letters[at] = horned;
                return true;
            }
        }
        return false;
    }

    private static bool Change(StringBuilder letters, string from, string to)
    {
        for (var at = letters.Length - 1; at >= 0; at--)
        {
            var found = from.IndexOf(letters[at], StringComparison.Ordinal);
            if (found >= 0)
            {
                letters[at] = to[found];
                return true;
            }
        }
        return false;
    }

    // "ưo" before a final consonant is always "ươ": keyboards complete it, and so do hurried fingers.
    private static string Levelled(StringBuilder letters)
    {
        var text = letters.ToString();
        text = text.Replace("ưo", "ươ", StringComparison.Ordinal);
        var at = text.IndexOf("uơ", StringComparison.Ordinal);
        return at >= 0 && at + 2 < text.Length && !text.StartsWith('q') ? text.Replace("uơ", "ươ", StringComparison.Ordinal) : text;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Spelled(string Toneless, int Tone);
}
