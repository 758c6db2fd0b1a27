using System.Buffers;
using System.Text;

namespace PhongTho.Search.Vietnamese;

/// <summary>Writes a syllable known by its letters and its tone the way people do.</summary>
internal static class SyllableWriting
{
    private const string ToneMarks = "\0\u0301\u0300\u0309\u0303\u0323";

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aăâeêioôơuưy");
    private static readonly SearchValues<char> Marked = SearchValues.Create("ăâêôơ");

    /// <param name="toneless">Letters with their quality, lower case.</param>
    /// <param name="tone">0 none, then sắc, huyền, hỏi, ngã, nặng.</param>
    public static string Compose(string toneless, int tone)
    {
        var at = tone == 0 ? -1 : Bearer(toneless);
        return at < 0 ? toneless : (toneless[..(at + 1)] + ToneMarks[tone] + toneless[(at + 1)..]).Normalize(NormalizationForm.FormC);
    }

    // The marked vowel if there is one (ươ: the second); else the last before a final consonant; else the one before last (hòa, của).
    private static int Bearer(string toneless)
    {
        var marked = toneless.AsSpan().LastIndexOfAny(Marked);
        if (marked >= 0)
        {
            return marked;
        }
        var first = FirstOfNucleus(toneless);
        if (first < 0)
        {
            return -1;
        }
        var last = first;
        while (last + 1 < toneless.Length && Vowels.Contains(toneless[last + 1]))
        {
            last++;
        }
        var horned = toneless.AsSpan(first, last - first + 1).IndexOf('ư');
        if (horned >= 0)
        {
            return first + horned;
        }
        var isClosed = last + 1 < toneless.Length;
        return (last - first) switch
        {
            0 => first,
            1 => isClosed ? last : first,
            _ => first + 1,
        };
    }

    // The u of "qu" and the i of "gi" belong to the consonant where another vowel follows.
    private static int FirstOfNucleus(string toneless)
    {
        var first = toneless.AsSpan().IndexOfAny(Vowels);
        var isGlide = first == 1 && ((toneless[0] == 'q' && toneless[1] == 'u') || (toneless[0] == 'g' && toneless[1] == 'i'));
        return isGlide && toneless.Length > 2 && Vowels.Contains(toneless[2]) ? 2 : first;
    }
}
