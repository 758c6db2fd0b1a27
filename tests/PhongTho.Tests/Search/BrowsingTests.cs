using System.Globalization;
using PhongTho.Search;
using Xunit;

namespace PhongTho.Tests.Search;

public sealed class BrowsingTests : IDisposable
{
    private readonly TestIndex _index = new();

    public BrowsingTests()
    {
        // In two commits, so that facets are counted over more than one segment.
        var documents = Enumerable.Range(1, 30).Select(Numbered).ToList();
        _index.Put(documents[..20]);
        _index.Put(documents[20..]);
    }

    public void Dispose() => _index.Dispose();

    [Fact]
    public void Empty_words_browse_the_newest_first()
    {
        var results = _index.Index.Search(new SearchQuery { Limit = 3 });

        Assert.Equal(30, results.Total);
        Assert.Equal(["d30", "d29", "d28"], results.Hits.Select(hit => hit.Key));
    }

    [Fact]
    public void Facets_narrow_and_are_counted_over_the_narrowed_hits()
    {
        var results = _index.Index.Search(new SearchQuery { Words = "truyện", Facets = Only("unit", "ban-lang"), CountFacets = ["year", "type", "unit", "unknown"] });

        Assert.Equal(10, results.Total);
        Assert.Equal([new FacetCount("2023", 5), new FacetCount("2024", 5)], results.Facets["year"]);
        Assert.Equal([new FacetCount("story", 10)], results.Facets["type"]);
        Assert.Equal([new FacetCount("ban-lang", 10)], results.Facets["unit"]);
        Assert.Empty(results.Facets["unknown"]);
    }

    [Fact]
    public void A_facet_that_is_first_asked_for_after_an_edit_is_counted_all_the_same()
    {
        _index.Index.Search(new SearchQuery { Limit = 1 });
        _index.Index.Apply([], ["d01"], position: 3);

        Assert.Equal(29, _index.Index.Search(new SearchQuery { CountFacets = ["year"] }).Facets["year"].Sum(count => count.Count));
    }

    [Fact]
    public void What_is_ruled_out_is_neither_found_nor_counted_nor_suggested()
    {
        var without = Only("unit", "ban-lang");
        var results = _index.Index.Search(new SearchQuery { Words = "truyện", Without = without, CountFacets = ["unit"] });

        Assert.Equal(20, results.Total);
        Assert.DoesNotContain(results.Facets["unit"], count => count.Value == "ban-lang");
        _index.Put(Numbered(30) with { Title = "Chỉ riêng một", Facets = without });
        Assert.Single(_index.Index.Suggest("chi rieng", 5));
        Assert.Empty(_index.Index.Suggest("chi rieng", 5, without));
    }

    [Fact]
    public void Values_of_one_facet_widen_and_other_facets_narrow()
    {
        var facets = new Dictionary<string, IReadOnlyList<string>> { ["unit"] = ["ban-lang", "dao-san"], ["year"] = ["2023"], ["type"] = ["story"], ["field"] = [] };

        Assert.Equal(10, _index.Index.Search(new SearchQuery { Facets = facets }).Total);
    }

    [Fact]
    public void An_unknown_value_finds_nothing() =>
        Assert.Equal(0, _index.Index.Search(new SearchQuery { Words = "truyện", Facets = Only("unit", "no-such") }).Total);

    [Fact]
    public void Newest_order_holds_for_words_too()
    {
        var results = _index.Index.Search(new SearchQuery { Words = "truyện", Order = SearchOrder.Newest, Limit = 100 });

        Assert.Equal(results.Hits.OrderByDescending(hit => hit.PublishedAt).Select(hit => hit.Key), results.Hits.Select(hit => hit.Key));
        Assert.Equal(30, results.Hits.Count);
    }

    [Theory]
    [InlineData(SearchOrder.Relevance)]
    [InlineData(SearchOrder.Newest)]
    public void Pages_join_without_gap_or_repetition(SearchOrder order)
    {
        var pages = Enumerable.Range(0, 5).SelectMany(page => Page(order, page * 7, 7).Hits).Select(hit => hit.Key).ToList();

        Assert.Equal(30, pages.Distinct().Count());
        Assert.Equal(Page(order, 0, 100).Hits.Select(hit => hit.Key), pages);
    }

    [Theory]
    [InlineData(-5, -1, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(28, 20, 2)]
    [InlineData(0, int.MaxValue, 30)]
    [InlineData(int.MaxValue, int.MaxValue, 0)]
    public void Any_page_may_be_asked_for(int offset, int limit, int hits)
    {
        var results = Page(SearchOrder.Relevance, offset, limit);

        Assert.Equal((30, hits), (results.Total, results.Hits.Count));
    }

    private SearchResults Page(SearchOrder order, int offset, int limit) =>
        _index.Index.Search(new SearchQuery { Words = "truyện", Order = order, Offset = offset, Limit = limit });

    private static SearchDocument Numbered(int number) =>
        TestIndex.Doc(string.Create(CultureInfo.InvariantCulture, $"d{number:00}"), "Truyện người tốt") with
        {
            PublishedAt = DateTimeOffset.UnixEpoch.AddDays(number),
            Facets = new Dictionary<string, IReadOnlyList<string>>
            {
                ["unit"] = [(number % 3) switch { 0 => "ban-lang", 1 => "dao-san", _ => "nam-xe" }],
                ["year"] = [number % 2 == 0 ? "2023" : "2024"],
            },
        };

    private static Dictionary<string, IReadOnlyList<string>> Only(string facet, string value) => new() { [facet] = [value] };
}
