using System.Text;
using PhongTho.Search.Vietnamese;
using Xunit;

namespace PhongTho.Tests.Search.Vietnamese;

public sealed class FoldingTests
{
    private const string Consonants = "bcdđghklmnpqrstvx";
    private const string Vowels = "aăâeêioôơuưy";
    private const string Tones = "\u0301\u0300\u0309\u0303\u0323";

    // Old placement, new placement: the same syllable.
    private static readonly (string Old, string New)[] Placements =
    [
        ("hòa", "hoà"), ("khỏe", "khoẻ"), ("thủy", "thuỷ"), ("lõa", "loã"), ("xòe", "xoè"), ("hóa", "hoá"), ("tọa", "toạ"), ("lũy", "luỹ"), ("húy", "huý"),
    ];

    private static readonly IReadOnlyList<string> Syllables = [.. Seeded(count: 2000)];

    [Fact]
    public void Bare_form_has_only_ascii_letters() =>
        Assert.All(Syllables, syllable => Assert.All(Folding.FormsOf(syllable).Folded, letter => Assert.InRange(letter, 'a', 'z')));

    [Fact]
    public void Composed_and_decomposed_writing_are_the_same() =>
        Assert.All(Syllables, syllable => Assert.Equal(Folding.FormsOf(syllable), Folding.FormsOf(syllable.Normalize(NormalizationForm.FormD))));

    [Fact]
    public void Case_makes_no_difference() =>
        Assert.All(Syllables, syllable => Assert.Equal(Folding.FormsOf(syllable), Folding.FormsOf(syllable.ToUpperInvariant())));

    [Fact]
    public void Old_and_new_tone_placement_are_the_same() =>
        Assert.All(Placements, placement => Assert.Equal(Folding.FormsOf(placement.Old), Folding.FormsOf(placement.New)));

    [Fact]
    public void Every_mark_tells_syllables_apart()
    {
        string[] lookAlikes = ["ma", "má", "mà", "mả", "mã", "mạ", "mâ", "mấ", "mầ", "mă", "mắ", "mằ"];

        Assert.Equal(lookAlikes.Length, lookAlikes.Select(syllable => Folding.FormsOf(syllable).Exact).Distinct().Count());
        Assert.All(lookAlikes, syllable => Assert.Equal("ma", Folding.FormsOf(syllable).Folded));
    }

    [Theory]
    [InlineData("đ", "d")]
    [InlineData("Đ", "d")]
    [InlineData("Ð", "d")]
    [InlineData("Ỡ", "o")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Ð\u00ad", "d")]
    public void Foreign_and_mistyped_letters_fold_too(string typed, string folded) => Assert.Equal(folded, Folding.FormsOf(typed).Folded);

    [Fact]
    public void A_bare_syllable_has_no_exact_form() => Assert.Null(Folding.FormsOf("Lai").Exact);

    [Fact]
    public void Whole_texts_fold_and_keep_what_is_no_letter() =>
        Assert.Equal("nguoi tot, viec tot: 109/kh-ubnd", Folding.Fold("Người tốt, việc tốt: 109/KH-UBND"));

    private static IEnumerable<string> Seeded(int count)
    {
        var random = new Random(2023);
        for (var made = 0; made < count; made++)
        {
            var syllable = new StringBuilder().Append(Consonants[random.Next(Consonants.Length)]).Append(Vowels[random.Next(Vowels.Length)]);
            if (random.Next(4) > 0)
            {
                syllable.Append(Tones[random.Next(Tones.Length)]);
            }
            if (random.Next(2) > 0)
            {
                syllable.Append("cmnpt"[random.Next(5)]);
            }
            yield return syllable.ToString().Normalize(NormalizationForm.FormC);
        }
    }
}
