using System.Text.RegularExpressions;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Questions;

/// <summary>Which questions may be kept: nothing that looks like a person's number, code, address or letter. In doubt a question is lost.</summary>
internal static partial class Anonymous
{
    private const int LongestWords = 80;

    // Years, and numbers of papers; telephone and identity numbers are longer.
    private const int LongestNumber = 5;

    public static bool MayKeep(string words)
    {
        var text = words.Trim();
        if (text.Length is 0 or > LongestWords || Address().IsMatch(text) || LongNumber().IsMatch(text))
        {
            return false;
        }

        var syllables = Syllables.Read(text);
        return syllables.Count > 0 && !syllables.Any(syllable => IsLongNumber(syllable) || IsCode(text[syllable.Start..syllable.End]));
    }

    private static bool IsLongNumber(Syllable syllable) => syllable.Folded.Count(char.IsAsciiDigit) > LongestNumber;

    /// <summary>Letters and digits by turns, as follow codes and passwords have them; what a keyboard left undecoded is none.</summary>
    private static bool IsCode(string run)
    {
        var turns = 0;
        for (var at = 1; at < run.Length; at++)
        {
            turns += char.IsDigit(run[at]) != char.IsDigit(run[at - 1]) ? 1 : 0;
        }

        return turns > 1 && Keystrokes.Decode(run) is null;
    }

    [GeneratedRegex(@"@|://|www\.|\.(com|vn|net|org)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    /// <summary>Seven digits and more, however they are grouped: 0912 345 678. A slash parts the number of a paper from its year.</summary>
    [GeneratedRegex(@"\d([\s.,()+–-]*\d){6,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LongNumber();
}
