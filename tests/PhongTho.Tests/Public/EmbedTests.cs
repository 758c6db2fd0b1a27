using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

[Trait("Clause", "C-II.3a")]
[Trait("Clause", "C-II.3c")]
public sealed class EmbedTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>
{
    private const string Card = "/nguoi-tot-viec-tot/anh-giang-a-mau-cuu-hai-nguoi-khoi-dong-lu";

    [Fact]
    public async Task What_is_public_describes_itself_as_the_specification_asks()
    {
        using var reader = own.Portal.Reader();

        using var answer = await reader.GetAsync(Describe(TestPortal.BaseUrl + Card + "?utm_source=x#y"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("rich", said.GetProperty("type").GetString());
        Assert.Equal("1.0", said.GetProperty("version").GetString());
        Assert.Contains("Giàng A Mẫu", said.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(TestPortal.BaseUrl, said.GetProperty("provider_url").GetString());
        Assert.Equal((640, 420), (said.GetProperty("width").GetInt32(), said.GetProperty("height").GetInt32()));
        var html = (await new HtmlParser().ParseDocumentAsync(said.GetProperty("html").GetString()!, TestContext.Current.CancellationToken)).QuerySelector("iframe")!;
        Assert.Equal(TestPortal.BaseUrl + "/nhung/the" + Card, html.GetAttribute("src"));
        Assert.Equal(said.GetProperty("title").GetString(), html.GetAttribute("title"));
        using var framed = await reader.GetAsync(new Uri(html.GetAttribute("src")!), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, framed.StatusCode);
    }

    [Theory]
    [InlineData("maxwidth=320", 320, 420)]
    [InlineData("maxwidth=90&maxheight=60", 90, 60)]
    [InlineData("maxwidth=4000", 640, 420)]
    [InlineData("maxheight=300", 640, 300)]
    [InlineData("maxheight=4000&maxwidth=500&format=json", 500, 420)]
    public async Task What_the_asker_can_show_is_respected(string query, int width, int height)
    {
        using var reader = own.Portal.Reader();

        var said = JsonDocument.Parse(await reader.GetStringAsync(new Uri(Describe(TestPortal.BaseUrl + Card) + "&" + query, UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal((width, height), (said.GetProperty("width").GetInt32(), said.GetProperty("height").GetInt32()));
        Assert.Contains($"height=\"{height}\"", said.GetProperty("html").GetString(), StringComparison.Ordinal);
        Assert.Contains($"max-width:{width}px", said.GetProperty("html").GetString(), StringComparison.Ordinal);

        // The picture of this one is 1200 × 800, and we have no smaller one.
        var isRoomForPicture = query == "maxwidth=4000";
        Assert.Equal(isRoomForPicture, said.TryGetProperty("thumbnail_url", out _));
        Assert.Equal(isRoomForPicture, said.TryGetProperty("thumbnail_width", out _));
        Assert.Equal(isRoomForPicture, said.TryGetProperty("thumbnail_height", out _));
    }

    [Theory]
    [InlineData("/oembed", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=http://phongtho.test", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=http://phongtho.test/khong-co", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=http://phongtho.test/tin-tuc", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=https://vi-du.vn" + Card, HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=http://phongtho.test.vi-du.vn" + Card, HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=javascript:alert(1)", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=http://phongtho.test/nguoi-tot-viec-tot/gia-dinh-rut-lai-dong-y", HttpStatusCode.NotFound)]
    [InlineData("/oembed?url=http://phongtho.test/nguoi-tot-viec-tot/chi-vang-thi-thu-cong-tac-vien-dan-so-di-22-ban", HttpStatusCode.NotFound)]
    [InlineData("/oembed?format=xml&url=http://phongtho.test" + Card, HttpStatusCode.NotImplemented)]
    [InlineData("/oembed?maxwidth=rong&url=http://phongtho.test" + Card, HttpStatusCode.BadRequest)]
    [InlineData("/nhung/the/khong-co", HttpStatusCode.NotFound)]
    [InlineData("/nhung/the/nguoi-tot-viec-tot/gia-dinh-rut-lai-dong-y", HttpStatusCode.NotFound)]
    [InlineData("/nhung/danh-sach/khong-co", HttpStatusCode.NotFound)]
    [InlineData("/nhung/danh-sach/tin-tuc?linh-vuc=khong-co", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_embedded_says_so(string address, HttpStatusCode expected)
    {
        using var reader = own.Portal.Reader();

        using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_question_that_makes_no_sense_is_not_called_our_fault()
    {
        using var reader = own.Portal.Reader();

        using var answer = await reader.GetAsync(new Uri("/oembed?maxwidth=rong&url=x", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Yêu cầu chưa đúng", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_embedded_is_gone_when_it_is_taken_back()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var publisher = portal.Services.GetRequiredService<Publisher>();
        var story = await publisher.PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), Bodies.Story("Bí mật"));
        var (card, describe) = (new Uri("/nhung/the/tin-tuc/bi-mat", UriKind.Relative), Describe(TestPortal.BaseUrl + "/tin-tuc/bi-mat"));
        Assert.Contains("Bí mật", await reader.GetStringAsync(card, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Bí mật", await reader.GetStringAsync(describe, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await publisher.WithdrawAsync(story.Item, story.Version, Actor.Console, TestContext.Current.CancellationToken);

        foreach (var address in new[] { card, describe })
        {
            using var answer = await reader.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("Bí mật", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/nhung/the" + Card, "*")]
    [InlineData("/nhung/danh-sach/nguoi-tot-viec-tot", "*")]
    [InlineData("/", "'self'")]
    [InlineData(Card, "'self'")]
    [InlineData("/nhung-khac", "'self'")]
    [InlineData("/tim-kiem?q=lũ", "'self'")]
    public async Task Only_what_is_made_for_frames_may_be_framed_by_others(string address, string ancestors)
    {
        using var reader = own.Portal.Reader();

        using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.EndsWith("frame-ancestors " + ancestors, policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
    }

    [Fact]
    public async Task A_framed_page_opens_its_links_outside_the_frame()
    {
        using var reader = own.Portal.Reader();

        var html = await reader.GetStringAsync(new Uri("/nhung/danh-sach/nguoi-tot-viec-tot", UriKind.Relative), TestContext.Current.CancellationToken);
        var page = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);

        var isForAll = page.QuerySelector("base")?.GetAttribute("target") is "_blank" or "_top" or "_parent";
        Assert.NotEmpty(page.QuerySelectorAll("a[href]"));
        Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.True(isForAll || link.GetAttribute("target") is "_blank" or "_top" or "_parent", link.OuterHtml));
    }

    private static Uri Describe(string url) => new("/oembed?url=" + Uri.EscapeDataString(url), UriKind.Relative);
}
