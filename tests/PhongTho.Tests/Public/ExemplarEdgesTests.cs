using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

/// <summary>The repository's own exemplars were chosen for their edges; here is what each of them promises.</summary>
public sealed class ExemplarEdgesTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>
{
    private const string Exemplars = "/nguoi-tot-viec-tot/";

    [Theory]
    [InlineData(Exemplars + "chi-vang-thi-thu-cong-tac-vien-dan-so-di-22-ban", "cộng tác viên dân số")]
    [InlineData("/tin-tuc/sin-suoi-ho-chuan-bi-ngay-hoi-don-khach", "ngày hội đón khách")]
    public async Task A_draft_is_not_found_and_named_nowhere(string path, string words)
    {
        using var answer = await AskAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await NowhereAsync(path, words);
    }

    [Fact]
    public async Task A_family_that_took_its_consent_back_is_gone_and_named_nowhere()
    {
        const string Path = Exemplars + "gia-dinh-rut-lai-dong-y";
        using var answer = await AskAsync(Path);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        var page = await PageAsync(answer);
        Assert.Equal("Nội dung này đã được gỡ", page.QuerySelector("h1")!.TextContent.Trim());
        foreach (var word in new[] { "Thử Rút", "rút lại", "đồng ý", "gia đình" })
        {
            Assert.DoesNotContain(word, page.QuerySelector("main")!.TextContent + page.Title, StringComparison.OrdinalIgnoreCase);
        }

        await NowhereAsync(Path, "Thử Rút");
    }

    [Fact]
    public async Task A_story_being_verified_shows_a_notice_in_its_place_and_nothing_elsewhere()
    {
        const string Path = Exemplars + "anh-ma-a-thu-cau-chuyen-tam-go-vi-dang-xac-minh-don";
        using var answer = await AskAsync(Path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["noindex"], answer.Headers.GetValues("X-Robots-Tag"));
        var page = await PageAsync(answer);
        Assert.Equal("Nội dung đang tạm dừng hiển thị", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.DoesNotContain("Ma A Thử", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("64 ngày công", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script[type='application/ld+json']"));
        await NowhereAsync(Path, "Ma A Thử");
    }

    [Fact]
    [Trait("Rule", "R6")]
    public async Task Whose_decision_was_revoked_is_said_so_and_wears_no_badge()
    {
        var page = await PageAsync(Exemplars + "quyet-dinh-khen-bi-huy-bo");

        Assert.Contains("Quyết định khen số 99/QĐ-UBND đã bị hủy bỏ theo Quyết định số 120/QĐ-UBND, ngày 04/11/2024", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".commended, .commendations"));
        var revoked = Assert.Single((await PageAsync("/khen-thuong")).QuerySelectorAll("tr.revoked"));
        Assert.Equal("Đã hủy bỏ", revoked.QuerySelector("strong.badge")!.TextContent.Trim());
    }

    [Fact]
    public async Task Whose_consent_leaves_out_ethnicity_is_shown_without_it()
    {
        var page = await PageAsync(Exemplars + "ba-tan-thi-mau-giu-nghe-theu-day-25-em-gai");

        Assert.Contains("Tẩn Thị Mẫu", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)dân tộc|người (dao|mông|hmông|thái|hà nhì|giáy)\\b", page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task A_child_goes_by_initials()
    {
        var page = await PageAsync(Exemplars + "hoc-sinh-l-v-m-mau-nhat-15-trieu-dong-tra-nguoi-mat");

        Assert.Contains("L.V.M.", Fact(page, "Gương"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_of_unit_leads_to_the_collective()
    {
        var page = await PageAsync(Exemplars + "hieu-truong-lo-thi-mau-va-truong-dat-chuan");

        Assert.NotEmpty(Fact(page, "Gắn với tập thể"));
    }

    [Fact]
    public async Task A_correction_is_told_to_readers()
    {
        var page = await PageAsync(Exemplars + "dinh-chinh-con-so-ngay-cong-cua-ban-mau-10");

        Assert.Contains("Sửa “9.000 ngày công” thành “900 ngày công”", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_passed_away_is_said_to_have()
    {
        var page = await PageAsync(Exemplars + "cu-mao-thi-mau-82-tuoi-tang-1-100-m2-dat-lam-truong");

        Assert.NotEmpty(Fact(page, "Qua đời"));
    }

    [Fact]
    public async Task What_is_invented_says_so_wherever_it_is_shown_whole()
    {
        foreach (var item in (await ListAsync()).Where(item => item.GetProperty("body").GetProperty("isSample").GetBoolean()))
        {
            var page = await PageAsync("/" + item.GetProperty("path").GetString()!.TrimStart('/'));
            Assert.Contains("dữ liệu mẫu", page.QuerySelector("article")!.TextContent, StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Home, everything the sitemap leads to, lists, search, suggestions, feeds, sitemap, API: none of them says it or links to it.</summary>
    private async Task NowhereAsync(string path, string words)
    {
        var asked = Uri.EscapeDataString(words);
        var sitemap = XDocument.Parse(await TextAsync("/sitemap.xml"));
        string[] addresses =
        [
            .. sitemap.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => element.Value[TestPortal.BaseUrl.Length..]),
            "/sitemap.xml", "/rss.xml", Exemplars + "rss.xml", "/tin-tuc/rss.xml", "/khen-thuong/rss.xml", "/api/v1/exemplars?limit=100", "/api/v1/stories?limit=100", "/api/v1/terms",
            "/nhung/danh-sach/nguoi-tot-viec-tot", "/luu-tru", "/so-do-trang",
        ];
        Assert.True(addresses.Length > 60, $"Only {addresses.Length} addresses.");
        foreach (var address in addresses)
        {
            var text = await TextAsync(address);
            Assert.False(text.Contains(words, StringComparison.OrdinalIgnoreCase), $"{address} says «{words}».");
            Assert.False(text.Contains(path, StringComparison.Ordinal), $"{address} leads to {path}.");
        }

        foreach (var hit in JsonDocument.Parse(await TextAsync($"/api/v1/search?limit=100&q={asked}")).RootElement.GetProperty("hits").EnumerateArray())
        {
            Assert.DoesNotContain(words, hit.GetProperty("title").GetString() + hit.GetProperty("snippetHtml").GetString()!.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
            Assert.NotEqual(path, hit.GetProperty("path").GetString());
        }

        foreach (var typed in new[] { words, words[..4], words[^3..] })
        {
            Assert.DoesNotContain(words, await TextAsync("/api/v1/suggest?q=" + Uri.EscapeDataString(typed)), StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string Fact(IHtmlDocument page, string label) =>
        page.QuerySelectorAll("aside dt").Single(term => term.TextContent.Trim() == label).NextElementSibling!.TextContent.Trim();

    private async Task<IEnumerable<JsonElement>> ListAsync()
    {
        var items = JsonDocument.Parse(await TextAsync("/api/v1/exemplars?limit=100")).RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.True(items.Count > 20);
        return items;
    }

    private async Task<HttpResponseMessage> AskAsync(string address)
    {
        using var reader = own.Portal.Reader();
        return await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private async Task<string> TextAsync(string address)
    {
        using var answer = await AskAsync(address);
        Assert.True(answer.IsSuccessStatusCode, $"{address}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<IHtmlDocument> PageAsync(string address) => await new HtmlParser().ParseDocumentAsync(await TextAsync(address), TestContext.Current.CancellationToken);

    private static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
