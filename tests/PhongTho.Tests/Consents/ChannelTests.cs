using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Reports;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Consents;

/// <summary>Somebody who agreed to the pages of the portal and to nothing else is there, and is taken along nowhere.</summary>
public sealed class ChannelTests
{
    private const string Name = "Chẻo A Mẫu";
    private const string Page = "/nguoi-tot-viec-tot/nguoi-co-uy-tin-cheo-a-mau-hoa-giai-31-vu";
    private const string Story = "/tin-tuc/viec-dau-tien-toi-duoc-giao-la-dun-nuoc";

    private static readonly string[] feeds =
    [
        "/rss.xml", "/nguoi-tot-viec-tot/rss.xml", "/tin-tuc/rss.xml", "/nhung/danh-sach/nguoi-tot-viec-tot", "/nhung/danh-sach/tin-tuc", "/nhung/the" + Page, "/nhung/the" + Story,
        "/oembed?url=" + TestPortal.BaseUrl + Page, "/api/v1/exemplars?limit=100", "/api/v1/stories?limit=100", "/api/v1/documents?limit=100", "/api/v1/models?limit=100", "/api/v1/media", "/api/v1/commendations?limit=200",
        "/khen-thuong.csv", "/api/v1/suggest?q=cheo+a", "/api/v1/suggest?q=nguoi+co+uy+tin",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "R1")]
    [Trait("Clause", "C-II.3a")]
    public async Task Without_a_consent_for_feeds_programs_and_other_sites_none_of_them_has_the_person_and_the_portal_has()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        Assert.True((await TracesAsync(reader)).Count >= 8, "The sample goes everywhere in the first place.");
        var before = await TagAsync(reader, "/nguoi-tot-viec-tot/rss.xml");

        await AgreeAsync(portal, ConsentPurpose.Portal, ConsentPurpose.Social, ConsentPurpose.Print);

        Assert.Empty(await TracesAsync(reader));
        Assert.NotEqual(before, await TagAsync(reader, "/nguoi-tot-viec-tot/rss.xml"));
        foreach (var address in new[] { Page, Story, "/nguoi-tot-viec-tot", "/tim-kiem?q=cheo+a+mau" })
        {
            Assert.Contains(Name, await TextAsync(reader, address), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("json+oembed", await TextAsync(reader, Page), StringComparison.Ordinal);
        using var one = await reader.GetAsync(new Uri("/api/v1/exemplars/" + await ItemAsync(portal, Page), UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
        Assert.Equal(0, await FoundAsync(reader));

        await AgreeAsync(portal, ConsentPurpose.Portal, ConsentPurpose.Feed);
        Assert.True((await TracesAsync(reader)).Count >= 8, "A consent given later opens the way again.");
        Assert.True(await FoundAsync(reader) > 0);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Without_a_consent_for_social_media_a_share_shows_the_portal_and_not_the_person()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        Assert.Contains(Name, (await CardAsync(reader)).Title, StringComparison.Ordinal);

        await AgreeAsync(portal, ConsentPurpose.Portal, ConsentPurpose.Feed);

        var card = await CardAsync(reader);
        Assert.DoesNotContain(Name, card.Title + card.Description + card.Alt, StringComparison.Ordinal);
        var page = await TextAsync(reader, Page);
        Assert.DoesNotContain("facebook.com/sharer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-share", page, StringComparison.Ordinal);
        Assert.Contains(Name, page, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Without_a_consent_for_prints_the_page_has_no_print_and_a_report_on_paper_no_name()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        Assert.Contains("data-print", await TextAsync(reader, Page), StringComparison.Ordinal);

        await AgreeAsync(portal, ConsentPurpose.Portal, ConsentPurpose.Feed);

        var page = await TextAsync(reader, Page);
        Assert.DoesNotContain("data-print", page, StringComparison.Ordinal);
        Assert.Contains("<body class=\"not-printed\">", page, StringComparison.Ordinal);
        Assert.Contains("không có bản in", page, StringComparison.Ordinal);
        var report = await portal.Services.GetRequiredService<PeriodicReports>().CountAsync(new ReportPeriod(ReportSpan.Year, 2023, 1), Cancellation);
        Assert.DoesNotContain(report.Chapters.SelectMany(chapter => chapter.Lines).SelectMany(line => line.Rows), row => row.OnPaper.Contains(Name, StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    [Trait("Rule", "R1")]
    public async Task A_consent_for_feeds_that_ends_by_the_clock_alone_takes_the_person_out_of_them()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        await AgreeAsync(portal, ConsentPurpose.Portal);
        await using (var work = await portal.Database.BeginAsync(Actor.Console, Cancellation))
        {
            var subject = await work.Db.Subjects.SingleAsync(row => row.Name == Name, Cancellation);
            var record = Dossiers.Consent(subject.Id, portal.Time);
            (record.Purposes, record.ExpiresOn) = ([ConsentPurpose.Feed], SiteTime.Today(portal.Time).AddDays(9));
            work.Db.Consents.Add(record);
            work.Record(ChangeVerb.ConsentChanged);
            await work.CommitAsync(Cancellation);
        }

        await portal.Services.GetRequiredService<ConsentDesk>().HoldAgainstTodayAsync(Cancellation);
        await portal.CaughtUpAsync(Cancellation);
        Assert.True((await TracesAsync(reader)).Count >= 8);

        portal.Time.Leap(TimeSpan.FromDays(10));
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        while ((await TracesAsync(reader)).Count > 0)
        {
            await portal.CaughtUpAsync(TestContext.Current.CancellationToken);
        }

        Assert.Contains(Name, await TextAsync(reader, Page), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task What_a_start_brings_in_is_held_against_the_day_before_anything_is_served()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        await using var db = portal.Database.Open();
        var before = await db.Changes.MaxAsync(change => change.Position, Cancellation);

        await portal.Services.GetRequiredService<ConsentDesk>().HoldAgainstTodayAsync(Cancellation);

        Assert.True(await db.Items.AnyAsync(item => item.Closed.Count > 0, Cancellation));
        Assert.Equal(before, await db.Changes.MaxAsync(change => change.Position, Cancellation));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Whoever_edits_the_page_reads_where_it_will_appear_and_where_not()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var editor = await portal.SignedInAsync(Role.Editor);
        await AgreeAsync(portal, ConsentPurpose.Portal, ConsentPurpose.Feed);

        var page = await new HtmlParser().ParseDocumentAsync(await editor.GetStringAsync(new Uri("/manager/edit/" + await ItemAsync(portal, Page), UriKind.Relative), Cancellation), Cancellation);

        var ways = page.QuerySelectorAll(".ways li").ToDictionary(way => way.Children[0].TextContent, way => way.Children[1].ClassName!);
        Assert.Equal(["Đăng trên Cổng", "Bản tin RSS, API, trang nhúng", "Mạng xã hội", "Đài, loa truyền thanh", "In ấn", "Lưu trữ"], ways.Keys);
        Assert.Equal([true, true, false, false, false, false], ways.Values.Select(color => color.Contains("green", StringComparison.Ordinal)));
    }

    /// <summary>A new consent to the usual fields, for these uses only; what is live follows.</summary>
    private static async Task AgreeAsync(TestPortal portal, params ConsentPurpose[] purposes)
    {
        await using var db = portal.Database.Open();
        var subject = await db.Subjects.Where(row => row.Name == Name).Select(row => row.Id).SingleAsync(Cancellation);
        var paper = new ConsentPaper
        {
            Purposes = purposes,
            Fields = [ConsentField.Name, ConsentField.Image, ConsentField.Voice, ConsentField.VillageLevelAddress],
            ObtainedBy = "Tổ công tác",
            GivenOn = SiteTime.Today(portal.Time),
        };
        Assert.Null((await portal.Services.GetRequiredService<ConsentDesk>().KeepAsync(subject, paper, People.Editor, Cancellation)).Reason);
        await portal.CaughtUpAsync(Cancellation);
    }

    private static async Task<List<string>> TracesAsync(HttpClient reader)
    {
        var traces = new List<string>();
        foreach (var address in feeds)
        {
            using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            var text = await answer.Content.ReadAsStringAsync(Cancellation);
            if (answer.StatusCode == HttpStatusCode.OK && (text.Contains(Name, StringComparison.OrdinalIgnoreCase) || text.Contains(Page, StringComparison.Ordinal) || text.Contains(Story, StringComparison.Ordinal)))
            {
                traces.Add(address);
            }
        }

        return traces;
    }

    private static async Task<int> FoundAsync(HttpClient reader)
    {
        using var answer = JsonDocument.Parse(await TextAsync(reader, "/api/v1/search?q=" + Uri.EscapeDataString("\"Chẻo A Mẫu\"")));
        return answer.RootElement.GetProperty("total").GetInt32();
    }

    private static async Task<(string Title, string Description, string Alt)> CardAsync(HttpClient reader)
    {
        var page = await new HtmlParser().ParseDocumentAsync(await TextAsync(reader, Page), Cancellation);
        return (Of("og:title"), Of("og:description"), Of("og:image:alt"));

        string Of(string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content") ?? "";
    }

    private static async Task<ItemId> ItemAsync(TestPortal portal, string address)
    {
        await using var db = portal.Database.Open();
        var path = address.Trim('/');
        return await db.Items.Where(row => row.Path == path).Select(row => row.Id).SingleAsync(Cancellation);
    }

    private static async Task<string?> TagAsync(HttpClient reader, string address)
    {
        using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        return answer.Headers.ETag?.Tag;
    }

    private static async Task<string> TextAsync(HttpClient reader, string address) => await reader.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
}
