using System.Text;
using Xunit;

namespace PhongTho.Tests.Search;

/// <summary>However a question is written, it is the same question.</summary>
public sealed class WritingTests : IDisposable
{
    private static readonly string[] Sentences =
    [
        "Gia đình ông Vàng A Páo hiến đất làm đường vào bản Lang", "Cô giáo Lò Thị Hoa dạy chữ cho trẻ em vùng cao", "Thủy lợi đưa nước sạch về xã Mồ Sì San",
        "Hòa giải viên khéo léo giữ yên xóm làng", "Bộ đội biên phòng tuần tra biên giới", "Hợp tác xã trồng quế và thảo quả dưới tán rừng",
        "Bảo vệ rừng đầu nguồn là việc của mọi người", "Phụ nữ Dào San thêu thổ cẩm bán cho khách du lịch",
    ];

    private readonly TestIndex _index = new();

    public WritingTests() => _index.Put([.. Sentences.Select((sentence, number) => TestIndex.Doc($"d{number}", sentence, sentence + "."))]);

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Normal_form_and_case_change_nothing() => Assert.All(Questions(), question =>
    {
        var hits = _index.Find(question);

        Assert.NotEmpty(hits);
        Assert.Equal(hits, _index.Find(question.Normalize(NormalizationForm.FormD)));
        Assert.Equal(hits, _index.Find(question.ToUpperInvariant()));
    });

    [Theory]
    [InlineData("hòa giải", "hoà giải")]
    [InlineData("thủy lợi", "thuỷ lợi")]
    [InlineData("khéo léo hòa", "khéo léo hoà")]
    public void Tone_placement_changes_nothing(string old, string newer) => Assert.Equal(_index.Find(old), _index.Find(newer));

    [Fact]
    public void Without_diacritics_at_least_as_much_is_found() => Assert.All(Questions(), question =>
    {
        var bare = PhongTho.Search.Vietnamese.Folding.Fold(question);

        Assert.Subset(_index.Find(bare).ToHashSet(), _index.Find(question).Take(1).ToHashSet());
        Assert.Equal(_index.Find(question)[0], _index.Find(bare)[0]);
    });

    [Fact]
    public void A_phrase_stands_before_the_same_words_apart()
    {
        _index.Put(TestIndex.Doc("apart", "Đường vào rừng, đất của ông", "Ông hiến kế giữ đường, làm ruộng trên đất cũ."), TestIndex.Doc("phrase", "Tin", "Nhiều chữ khác trước. Bà con hiến đất làm đường."));

        Assert.Equal("phrase", _index.Find("con hiến đất làm đường")[0]);
    }

    private static IEnumerable<string> Questions()
    {
        var random = new Random(1954);
        for (var asked = 0; asked < 60; asked++)
        {
            var words = Sentences[random.Next(Sentences.Length)].Split(' ');
            var from = random.Next(words.Length - 3);
            yield return string.Join(' ', words.Skip(from).Take(random.Next(2, 5)));
        }
    }
}
