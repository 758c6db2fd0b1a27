using System.Globalization;
using System.Text;

namespace PhongTho.Search.Vietnamese;

/// <summary>The two forms by which a syllable is found: what is left without any mark, and what tells it apart from its look-alikes.</summary>
/// <param name="Folded">Lower case, no tone, no circumflex, breve or horn, đ → d.</param>
/// <param name="Exact">Letters with their quality, then the tone; null where the syllable carries no mark.</param>
public readonly record struct SyllableForms(string Folded, string? Exact);

/// <summary>Takes Vietnamese marks off, and names a syllable independently of where its tone is written (hòa, hoà), of NFC or NFD, and of case.</summary>
public static class Folding
{
    /// <summary>Opens every exact form, so that the two vocabularies never meet in one term dictionary.</summary>
    public const char ExactPrefix = '=';

    /// <summary>Longer runs of letters are cut in the index: no word is that long, and Lucene refuses terms above 32 KB.</summary>
    private const int LongestForm = 64;

    private const int TableSize = 0x2000;

    // Numbered as on a VNI keyboard: sắc, huyền, hỏi, ngã, nặng. Superscripts, because "m2" is a word and "m²" is not.
    private const string ToneSigns = "\0¹²³⁴⁵";
    private const string ToneMarks = "\0\u0301\u0300\u0309\u0303\u0323";

    private static readonly Letter[] Letters = [.. Enumerable.Range(0, TableSize).Select(code => Letter.Of((char)code))];

    /// <summary>The whole text without marks and in lower case; everything that is not a letter stays.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var letter = LetterOf(character);
            if (!letter.IsMark)
            {
                folded.Append(letter.Bare);
            }
        }
        return folded.ToString();
    }

    /// <summary>Both forms of one run of letters and digits.</summary>
    public static SyllableForms FormsOf(ReadOnlySpan<char> syllable)
    {
        if (syllable.Length > LongestForm)
        {
            syllable = syllable[..LongestForm];
        }
        return HasMark(syllable) ? FormsOfComposed(new string(syllable).Normalize(NormalizationForm.FormC)) : FormsOfComposed(syllable);
    }

    /// <summary>The exact form that a longer syllable with the same letters and tone begins with, and the tone sign it ends with ("" where no tone is typed yet).</summary>
    public static (string Letters, string Tone) SplitExact(string exact) =>
        ToneSigns.Contains(exact[^1], StringComparison.Ordinal) ? (exact[..^1], exact[^1..]) : (exact, "");

    private static bool HasMark(ReadOnlySpan<char> syllable)
    {
        foreach (var character in syllable)
        {
            if (character >= '\u0300' && LetterOf(character).IsMark)
            {
                return true;
            }
        }
        return false;
    }

    private static SyllableForms FormsOfComposed(ReadOnlySpan<char> syllable)
    {
        Span<char> bare = stackalloc char[syllable.Length];
        Span<char> exact = stackalloc char[syllable.Length + 2];
        exact[0] = ExactPrefix;
        var length = 0;
        var tone = 0;
        foreach (var character in syllable)
        {
            var letter = LetterOf(character);
            tone = letter.Tone > 0 ? letter.Tone : tone;
            if (!letter.IsMark)
            {
                bare[length] = letter.Bare;
                exact[++length] = letter.Toneless;
            }
        }

        var folded = new string(bare[..length]);
        if (tone > 0)
        {
            exact[length + 1] = ToneSigns[tone];
            return new SyllableForms(folded, new string(exact[..(length + 2)]));
        }
        return new SyllableForms(folded, exact[1..(length + 1)].SequenceEqual(folded) ? null : new string(exact[..(length + 1)]));
    }

    private static Letter LetterOf(char character) => character < TableSize ? Letters[character] : Letter.Of(character);

    /// <summary>One character taken apart. A mark standing alone has no letters of its own.</summary>
    private readonly record struct Letter(char Bare, char Toneless, int Tone, bool IsMark)
    {
        public static Letter Of(char character)
        {
            if (char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                return new Letter('\0', '\0', ToneOf(character), IsMark: true);
            }
            if (!char.IsLetter(character) || character >= TableSize)
            {
                var lower = char.ToLowerInvariant(character);
                return new Letter(lower, lower, 0, IsMark: false);
            }

            var parts = character.ToString().Normalize(NormalizationForm.FormD);
            var tone = parts.Skip(1).Select(ToneOf).Max(found => (int?)found) ?? 0;
            var withQuality = string.Concat(parts.Where((part, index) => index == 0 || ToneOf(part) == 0)).Normalize(NormalizationForm.FormC);
            var toneless = char.ToLowerInvariant(withQuality.Length == 1 ? withQuality[0] : parts[0]);
            return toneless switch
            {
                // ð and ɖ are đ from the wrong keyboard or code page: their capitals look the same.
                'đ' or 'ð' or 'ɖ' => new Letter('d', 'đ', tone, IsMark: false),
                'ø' => new Letter('o', 'ø', tone, IsMark: false),
                'ł' => new Letter('l', 'ł', tone, IsMark: false),
                'ı' => new Letter('i', 'i', tone, IsMark: false),
                _ => new Letter(char.ToLowerInvariant(parts[0]), toneless, tone, IsMark: false),
            };
        }

        private static int ToneOf(char mark) => Math.Max(0, ToneMarks.IndexOf(mark, StringComparison.Ordinal));
    }
}
