using PhongTho.Search;
using Xunit;

namespace PhongTho.Tests.Search;

public sealed class SuggestionTests : IDisposable
{
    private readonly TestIndex _index = new();

    public SuggestionTests() =>
        _index.Put(
            TestIndex.Doc("a", "Hiến đất làm đường") with { Names = ["Vàng A Páo", "Bản Lang"], Stored = new Dictionary<string, string> { ["path"] = "/tin-tuc/hien-dat" } },
            TestIndex.Doc("b", "Trồng lan") with { Names = ["Bản Lang"] },
            TestIndex.Doc("c", "Bản làng đổi mới"));

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("hien d", "Hiến đất làm đường")]
    [InlineData("HIẾN ĐẤ", "Hiến đất làm đường")]
    [InlineData("làm đ", "Hiến đất làm đường")]
    [InlineData("pao", "Vàng A Páo")]
    public void What_is_typed_completes_from_any_word(string typed, string text) => Assert.Equal(text, Assert.Single(_index.Index.Suggest(typed, 5)).Text);

    [Fact]
    public void A_title_leads_to_its_page() =>
        Assert.Equal(new SearchSuggestion("Hiến đất làm đường", "title", "/tin-tuc/hien-dat"), Assert.Single(_index.Index.Suggest("hiến", 5)));

    [Fact]
    public void The_more_often_met_comes_first_and_nothing_twice() =>
        Assert.Equal([new SearchSuggestion("Bản Lang", "name", null), new SearchSuggestion("Bản làng đổi mới", "title", null)], _index.Index.Suggest("bản l", 5));

    [Theory]
    [InlineData("", 5)]
    [InlineData("  …", 5)]
    [InlineData("zz", 5)]
    [InlineData("bản", 0)]
    [InlineData("bản", -1)]
    public void Nothing_to_offer_is_an_empty_list(string typed, int limit) => Assert.Empty(_index.Index.Suggest(typed, limit));

    [Fact]
    public void A_withdrawn_title_is_no_longer_offered()
    {
        _index.Index.Apply([], ["a"], position: 2);

        Assert.Empty(_index.Index.Suggest("hiến", 5));
    }
}
