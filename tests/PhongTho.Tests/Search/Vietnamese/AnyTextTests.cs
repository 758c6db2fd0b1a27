using System.Text;
using PhongTho.Cms.Questions;
using PhongTho.Search.Vietnamese;
using Xunit;

namespace PhongTho.Tests.Search.Vietnamese;

/// <summary>Whatever a text is made of, it is taken apart without loss and always the same way.</summary>
public sealed class AnyTextTests
{
    private const int Rounds = 3000;

    private static readonly string[] Pieces =
    [
        "Người", "tốt", "HOÀ", "hòa", "UBND", "TP.HCM", "109/KH-UBND", "2.400", "1,5", "đ", "Đ", "ẵ", "ưƠ", "\u0301", "\u0323\u0302", "\u00ad", "\u200d", "\ud83d\ude00", "\ud83d",
        "𠀀", "ß", "İ", "ﬁ", " ", "  ", "\n", ". ", "…", "! ", "\"", "«", "»", "-", "/", ":", "xã:", "năm:", "\0", "\ufffe", "a\u0300\u0301\u0302", new string('a', 70),
    ];

    [Fact]
    public void Every_letter_and_digit_is_in_one_syllable_and_no_syllable_reaches_into_another()
    {
        foreach (var text in Texts())
        {
            var syllables = Syllables.Read(text);

            var end = 0;
            foreach (var syllable in syllables)
            {
                Assert.InRange(syllable.Start, end, text.Length - 1);
                Assert.InRange(syllable.End, syllable.Start + 1, text.Length);
                Assert.DoesNotContain(text[end..syllable.Start], char.IsLetterOrDigit);
                end = syllable.End;
            }
            Assert.DoesNotContain(text[end..], char.IsLetterOrDigit);
            Assert.Equal(syllables.Select(syllable => syllable.Position).Order(), syllables.Select(syllable => syllable.Position));
            _ = WordTable.Standard.Abbreviations.SpellOut(syllables);
            _ = WordTable.Standard.Abbreviations.SpellOut(syllables, isQuestion: true);
            _ = Folding.Fold(text);
            _ = Keystrokes.Decode(text);
        }
    }

    [Fact]
    public void Many_at_once_read_what_one_reads()
    {
        var texts = Texts().ToList();
        var alone = texts.Select(Written).ToList();

        Parallel.For(0, texts.Count * 4, round => Assert.Equal(alone[round % texts.Count], Written(texts[round % texts.Count])));
    }

    private static string Written(string text) =>
        string.Join('|', Syllables.Read(text).Select(syllable => $"{syllable.Folded} {syllable.Exact} {syllable.IsCapital} {syllable.IsShouted} {syllable.Symbol}"));

    private static IEnumerable<string> Texts()
    {
        var random = new Random(1069);
        for (var round = 0; round < Rounds; round++)
        {
            var text = new StringBuilder();
            for (var piece = random.Next(1, 25); piece > 0; piece--)
            {
                text.Append(random.Next(5) == 0 ? ((char)random.Next(0x20, 0x2100)).ToString() : Pieces[random.Next(Pieces.Length)]);
            }
            yield return text.ToString();
        }
    }
}
