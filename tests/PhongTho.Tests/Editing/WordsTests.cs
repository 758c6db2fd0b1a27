using PhongTho.Cms.Editing;
using Xunit;

namespace PhongTho.Tests.Editing;

public sealed class WordsTests
{
    [Theory]
    [InlineData("Bản Mẫu có 12 hộ.", "Bản Mẫu có 15 hộ.", "=Bản Mẫu có |-12|+15|= hộ.")]
    [InlineData("Hiến đất", "Hiến đất mở đường", "=Hiến đất|+ mở đường")]
    [InlineData("Cô giáo Minh dạy chữ", "Thầy giáo Minh dạy chữ", "-Cô|+Thầy|= giáo Minh dạy chữ")]
    [InlineData("năm ngày công", "một trăm công", "-năm ngày|+một trăm|= công")]
    [InlineData("", "Mới", "+Mới")]
    [InlineData("Như cũ", "Như cũ", "=Như cũ")]
    [InlineData("Dòng một\nDòng hai", "Dòng một\nDòng ba", "=Dòng một\nDòng |-hai|+ba")]
    public void What_changed_is_told_word_by_word(string older, string newer, string expected) =>
        Assert.Equal(expected, string.Join('|', Words.Compare(older, newer).Select(run => Sign(run.Change) + run.Text)));

    [Fact]
    public void The_runs_are_always_the_two_texts_again()
    {
        var random = new Random(2026);
        string[] vocabulary = ["bản", "xã", "hộ", "đất", "đường", ",", ".", " ", " ", "\n", "người", "12", "m²"];
        for (var round = 0; round < 500; round++)
        {
            var (older, newer) = (Text(), Text());

            var runs = Words.Compare(older, newer);

            Assert.Equal(older, string.Concat(runs.Where(run => run.Change != WordChange.Added).Select(run => run.Text)));
            Assert.Equal(newer, string.Concat(runs.Where(run => run.Change != WordChange.Removed).Select(run => run.Text)));
        }

        string Text() => string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => vocabulary[random.Next(vocabulary.Length)]));
    }

    [Fact]
    public void Long_texts_that_share_nothing_are_told_as_a_whole()
    {
        var older = string.Join(' ', Enumerable.Range(0, 20_000));
        var newer = string.Join('-', Enumerable.Range(20_000, 20_000));

        Assert.Equal([WordChange.Removed, WordChange.Added], Words.Compare(older, newer).Select(run => run.Change));
    }

    private static string Sign(WordChange change) => change switch { WordChange.Removed => "-", WordChange.Added => "+", _ => "=" };
}
