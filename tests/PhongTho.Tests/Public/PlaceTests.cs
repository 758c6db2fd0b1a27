using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Sites;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Nominations;
using Xunit;

namespace PhongTho.Tests.Public;

/// <summary>Places in time: a unit is named as of its day, found under today's, and never taken for another of its name, sound or code.</summary>
[Trait("Rule", "R7")]
public sealed class PlaceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_former_commune_is_named_with_where_it_belongs_and_since_when_and_keeps_its_address()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        const string Named = "Xã Hoang Thèn (nay thuộc xã Khổng Lào từ 01/07/2025)";

        var place = await PageAsync(reader, "/dia-phuong/xa-hoang-then-cu");
        var story = place.QuerySelector(".cards h3 a, .cards a[href^='/']")!.GetAttribute("href")!;
        var today = await PageAsync(reader, "/dia-phuong/xa-khong-lao");
        var search = await PageAsync(reader, "/tim-kiem?q=hoang+then");

        Assert.Contains("Nay thuộc xã Khổng Lào từ 01/07/2025", place.QuerySelector("header .standfirst")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Named, place.QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Named, today.QuerySelector(".cards")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Named, search.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("nay thuộc xã Khổng Lào từ 01/07/2025", (await PageAsync(reader, story)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Xã Hoang Thèn đến hết 30/06/2025", Words(today.QuerySelector(".succession")!.TextContent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_drawing_table_filters_and_api_count_predecessors_alike()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        await portal.CaughtUpAsync(Cancellation);
        using var reader = portal.Reader();
        var page = await PageAsync(reader, "/dia-phuong");
        var former = await PageAsync(reader, "/dia-phuong?xem=xa-cu");
        using var api = JsonDocument.Parse(await reader.GetStringAsync(new Uri("/api/v1/search?limit=0", UriKind.Relative), Cancellation));
        var facets = api.RootElement.GetProperty("facets").GetProperty("xa");

        foreach (var slug in new[] { "xa-phong-tho", "xa-dao-san", "xa-si-lo-lau", "xa-khong-lao", "xa-sin-suoi-ho", "phuong-doan-ket" })
        {
            var link = page.QuerySelector($"svg a[href='/dia-phuong/{slug}']")!;
            var drawn = int.Parse(link.QuerySelector(".how-many")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
            var row = page.QuerySelectorAll(".place-table tbody tr").Single(row => row.QuerySelector("th a")!.GetAttribute("href") == "/dia-phuong/" + slug);

            Assert.Equal(drawn, int.Parse(row.QuerySelector("td.number")!.TextContent, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(drawn, facets.GetProperty(slug).GetInt32());
            Assert.Contains($"{drawn} mục", (await PageAsync(reader, "/dia-phuong/" + slug)).QuerySelector(".count")!.TextContent, StringComparison.Ordinal);
            Assert.EndsWith($": {drawn} mục", link.GetAttribute("aria-label"), StringComparison.Ordinal);
        }

        Assert.Equal(18, former.QuerySelectorAll("svg a").Length);
        Assert.All(former.QuerySelectorAll("svg a"), link => Assert.Contains(former.QuerySelectorAll(".place-table th a"), row => row.GetAttribute("href") == link.GetAttribute("href")));
        Assert.Empty(page.QuerySelectorAll("main [style], main style, main script"));
    }

    [Theory]
    [InlineData("Lản Nhì Thàng", "xa-la-nhi-thang-cu")]
    [InlineData("tung qua lin", "xa-tong-qua-lin-cu")]
    [InlineData("Ma Li Pho", "xa-ma-ly-pho-cu")]
    [InlineData("sin sui ho", "xa-sin-suoi-ho-cu")]
    [InlineData("Pa Vây Sử", "xa-pa-vay-su-cu")]
    [InlineData("Pa Vệ Sủ")]
    [InlineData("Phong Thổ", "thi-tran-phong-tho-cu", "xa-phong-tho")]
    [InlineData("Sin Suối Hồ", "xa-sin-suoi-ho", "xa-sin-suoi-ho-cu")]
    public async Task Every_spelling_finds_its_place_and_a_false_friend_finds_none(string words, params string[] slugs)
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        var found = (await PageAsync(reader, "/dia-phuong?q=" + Uri.EscapeDataString(words))).QuerySelectorAll(".place-found a").Select(link => link.GetAttribute("href")!.Split('/').Last());

        Assert.Equal(slugs.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_code_the_state_used_again_joins_nothing_and_namesakes_stand_apart()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var book = await portal.Services.GetRequiredService<SiteBooks>().CurrentAsync(Cancellation);

        Assert.Equal(book.Unit("xa-si-lo-lau")!.Code, book.Unit("xa-vang-ma-chai-cu")!.Code);
        Assert.Equal(book.Unit("xa-sin-suoi-ho")!.Code, book.Unit("xa-then-sin-cu")!.Code);
        Assert.DoesNotContain("xa-dao-san-cu", book.WithPredecessors("xa-si-lo-lau"));
        Assert.Equal(
            ["xa-ma-li-chai-cu", "xa-mo-si-san-cu", "xa-pa-vay-su-cu", "xa-si-lo-lau", "xa-si-lo-lau-cu", "xa-vang-ma-chai-cu"], book.WithPredecessors("xa-si-lo-lau").Order(StringComparer.Ordinal));
        var namesakes = Words((await PageAsync(reader, "/dia-phuong/xa-phong-tho")).QuerySelector(".spellings")!.TextContent);
        Assert.Contains("Huyện Phong Thổ (đến hết ngày 30/06/2025)", namesakes, StringComparison.Ordinal);
        Assert.Contains("Thị trấn Phong Thổ (nay thuộc xã Phong Thổ từ 01/07/2025)", namesakes, StringComparison.Ordinal);
        using var district = await reader.GetAsync(new Uri("/dia-phuong/huyen-phong-tho", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, district.StatusCode);
    }

    private static async Task<IHtmlDocument> PageAsync(HttpClient reader, string address) =>
        await Forms.PageAsync(await reader.GetAsync(new Uri(address, UriKind.Relative), Cancellation));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
