using System.Globalization;
using System.Text;

namespace PhongTho.Search.Vietnamese;

/// <summary>Takes Vietnamese marks off, and names a syllable independently of where its tone is written (hòa, hoà), of NFC or NFD, and of case.</summary>
public static class Folding
{
    /// <summary>Stands between the folded and the exact form of a syllable in a term.</summary>
    public const char ExactMark = '=';

    /// <summary>Longer runs of letters are cut in the index: no word is that long, and Lucene refuses terms above 32 KB.</summary>
    internal const int LongestForm = 64;

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
    public static SyllableForms FormsOf(ReadOnlySpan<char> syllable) =>
        syllable.IsEmpty ? FormsOfComposed(syllable) : Writing.Of(syllable.Length > LongestForm ? syllable[..LongestForm] : syllable).Forms;

    /// <summary>The same, taken apart anew.</summary>
    internal static SyllableForms Read(ReadOnlySpan<char> syllable)
    {
        if (syllable.Length > LongestForm)
        {
            syllable = syllable[..LongestForm];
        }
        return HasMark(syllable) ? FormsOfComposed(new string(syllable).Normalize(NormalizationForm.FormC)) : FormsOfComposed(syllable);
    }

    /// <summary>Both forms of a syllable known by its letters with their quality and its tone.</summary>
    internal static SyllableForms FormsOf(string toneless, int tone) => FormsOf(SyllableWriting.Compose(toneless, tone));

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
        Span<char> exact = stackalloc char[syllable.Length + 1];
        var length = 0;
        var tone = 0;
        foreach (var character in syllable)
        {
            var letter = LetterOf(character);
            tone = letter.Tone > 0 ? letter.Tone : tone;
            if (!letter.IsMark)
            {
                bare[length] = letter.Bare;
                exact[length++] = letter.Toneless;
            }
        }

        var folded = new string(bare[..length]);
        var toneless = exact[..length];
        var marks = Marks.Of(tone, toneless);
        if (tone > 0)
        {
            exact[length] = ToneSigns[tone];
            return new SyllableForms(folded, new string(exact[..(length + 1)]), marks);
        }
        return new SyllableForms(folded, toneless.SequenceEqual(folded) ? null : new string(toneless), marks);
    }

    /// <summary>Letters and tone of an exact form.</summary>
    internal static (string Toneless, int Tone) Split(string exact)
    {
        var tone = exact.Length == 0 ? -1 : ToneSigns.IndexOf(exact[^1], StringComparison.Ordinal);
        return tone > 0 ? (exact[..^1], tone) : (exact, 0);
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
