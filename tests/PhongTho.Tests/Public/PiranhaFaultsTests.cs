using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Seeding;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

/// <summary>What the system we measure ourselves against gets wrong, held here from the first day.</summary>
public sealed class PiranhaFaultsTests
{
    [Fact]
    public async Task A_headline_with_quotes_and_markup_gives_valid_meta_tags()
    {
        const string Title = "Phong trào \"Người tốt, việc tốt\" & <i>gương</i>";
        await using var portal = await TestPortal.StartAsync();
        await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), Bodies.Story(Title));
        using var reader = portal.Reader();

        var html = await reader.GetStringAsync(new Uri("/tin-tuc/phong-trao-nguoi-tot-viec-tot-i-guong-i", UriKind.Relative), TestContext.Current.CancellationToken);

        var page = await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
        Assert.Equal(Title, page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.Equal(Title, page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("h1 i, title i"));
        Assert.DoesNotMatch("&#x(?:[C-F][0-9A-F]|1[0-9A-F]{2,3});", html);
    }

    [Theory]
    [InlineData("/khong-co")]
    [InlineData("/tin-tuc/khong-co")]
    [InlineData("/tin-tuc?linh-vuc=khong-co")]
    [InlineData("/tin-tuc?tiep=hong")]
    [InlineData("/tin-tuc?nam=20x3")]
    [InlineData("/dia-phuong/khong-co")]
    [InlineData("/luu-tru/2023-13")]
    [InlineData("/khong-co/rss.xml")]
    [InlineData("/api/v1/stories/01890000-0000-7000-8000-000000000000")]
    [InlineData("/api/v1/khong-co")]
    public async Task What_is_unknown_is_not_found(string address)
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task What_the_reader_has_is_not_sent_again_until_it_changes()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var drafts = portal.Services.GetRequiredService<Drafts>();
        var publisher = portal.Services.GetRequiredService<Publisher>();
        await publisher.PublishNewAsync(drafts, Bodies.Story("Bài một"));
        var address = new Uri("/api/v1/stories", UriKind.Relative);
        using var made = await reader.GetAsync(address, TestContext.Current.CancellationToken);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        using var first = await reader.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, await AskAsync("If-None-Match", first.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync("If-None-Match", "W/" + first.Headers.ETag.Tag));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync("If-Modified-Since", first.Content.Headers.LastModified!.Value.ToString("R")));
        await publisher.PublishNewAsync(drafts, Bodies.Story("Bài hai"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("If-None-Match", first.Headers.ETag.Tag));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("If-Modified-Since", first.Content.Headers.LastModified.Value.ToString("R")));

        async Task<HttpStatusCode> AskAsync(string header, string value)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await reader.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_scheduled_story_enters_page_list_feed_sitemap_and_search_at_its_minute()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var drafts = portal.Services.GetRequiredService<Drafts>();
        var draft = await drafts.DraftAsync(Bodies.Story("Hẹn giờ lên trang"));
        await portal.Services.GetRequiredService<Publisher>().ScheduleAsync(draft.Item, draft.Version, portal.Clock.GetUtcNow().AddMinutes(5), Actor.Console, TestContext.Current.CancellationToken);

        portal.Clock.Advance(TimeSpan.FromMinutes(4));
        await portal.Services.GetRequiredService<Schedule>().RunDueAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("hen-gio-len-trang", await ReadAsync("/sitemap.xml"), StringComparison.Ordinal);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await portal.Services.GetRequiredService<Schedule>().RunDueAsync(TestContext.Current.CancellationToken);
        await portal.CaughtUpAsync(TestContext.Current.CancellationToken);

        foreach (var address in new[] { "/tin-tuc/hen-gio-len-trang", "/tin-tuc", "/tin-tuc/rss.xml", "/sitemap.xml", "/tim-kiem?q=hen+gio+len+trang", "/api/v1/stories" })
        {
            Assert.Contains("hen-gio-len-trang", await ReadAsync(address), StringComparison.Ordinal);
        }

        async Task<string> ReadAsync(string address)
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task An_old_slug_leads_on()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var drafts = portal.Services.GetRequiredService<Drafts>();
        var story = await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(drafts, Bodies.Story("Tên cũ"));
        await drafts.MoveAsync(story.Item, story.Version, "ten-moi", Actor.Console, TestContext.Current.CancellationToken);

        using var answer = await reader.GetAsync(new Uri("/tin-tuc/ten-cu", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/tin-tuc/ten-moi", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_sitemap_of_two_thousand_items_takes_at_most_five_commands()
    {
        var counter = new CommandCounter();
        await using var portal = await TestPortal.StartAsync(null, counter);
        using var reader = portal.Reader();
        var lines = string.Join('\n', Enumerable.Range(0, 2000).Select(number => $$"""{"id":"s{{number}}","title":"Tin số {{number}}","body":"Một hai ba."}"""));
        using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(lines));
        var report = await portal.Services.GetRequiredService<StoryImport>().RunAsync(input, null, TestContext.Current.CancellationToken);
        Assert.True(report.IsComplete);
        await portal.CaughtUpAsync(TestContext.Current.CancellationToken);
        await reader.GetStringAsync(new Uri("/robots.txt", UriKind.Relative), TestContext.Current.CancellationToken);

        // What every page of a new position shares is read once, by whichever page comes first.
        await portal.Services.GetRequiredService<Cms.Sites.SiteBooks>().CurrentAsync(TestContext.Current.CancellationToken);
        counter.Count = 0;
        var xml = await reader.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.InRange(counter.Count, 1, 5);
        Assert.True(System.Xml.Linq.XDocument.Parse(xml).Root!.Elements().Count() > 2000);
    }

    [Fact]
    public async Task Compressed_bodies_say_the_same_and_head_says_what_get_says()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var plain = await reader.GetByteArrayAsync(new Uri("/nguoi-tot-viec-tot", UriKind.Relative), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nguoi-tot-viec-tot");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var answer = await reader.SendAsync(request, TestContext.Current.CancellationToken);
        using var head = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/nguoi-tot-viec-tot"), TestContext.Current.CancellationToken);

        await using var brotli = new System.IO.Compression.BrotliStream(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), System.IO.Compression.CompressionMode.Decompress);
        using var read = new MemoryStream();
        await brotli.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(plain, read.ToArray());
        Assert.Equal(plain.Length, head.Content.Headers.ContentLength);
    }

    private sealed class CommandCounter : DbCommandInterceptor
    {
        private int count;

        public int Count { get => Volatile.Read(ref count); set => Volatile.Write(ref count, value); }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref count);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
