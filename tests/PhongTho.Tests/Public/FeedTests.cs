using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

[Trait("Clause", "C-II.3a")]
public sealed partial class FeedTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>
{
    private const string HardTitle = "Phong trào \"Người tốt, việc tốt\" & <i>gương</i> ]]> 'sáng' 🎉";

    [Theory]
    [InlineData("/rss.xml", "rss.xml")]
    [InlineData("/tin-tuc/rss.xml", "rss.tin-tuc.xml")]
    [InlineData("/tin-tuc/rss.xml?linh-vuc=giao-duc", "rss.tin-tuc.giao-duc.xml")]
    public async Task The_feed_says_what_was_approved(string address, string golden)
    {
        await using var portal = await StartAsync();

        var xml = await ReadAsync(portal, address);

        await GoldenFile.MatchAsync(await WithoutIdentitiesAsync(portal, xml), golden);
    }

    [Theory]
    [InlineData("/rss.xml")]
    [InlineData("/tin-tuc/rss.xml")]
    [InlineData("/khen-thuong/dot-xuat/rss.xml")]
    public async Task The_feed_is_valid_and_leads_to_pages_that_are_there(string address)
    {
        using var reader = own.Portal.Reader();

        var xml = await ReadAsync(own.Portal, address);

        var channel = XDocument.Parse(xml).Root!.Element("channel")!;
        Assert.Equal("vi", channel.Element("language")!.Value);
        Assert.Equal(TestPortal.BaseUrl + address, channel.Elements().Single(element => element.Name.LocalName == "link" && element.Attribute("rel")?.Value == "self").Attribute("href")!.Value);
        var items = channel.Elements("item").ToList();
        Assert.NotEmpty(items);
        Assert.Equal(items.Count, items.Select(item => item.Element("guid")!.Value).Distinct().Count());
        foreach (var item in items)
        {
            Assert.Matches(Rfc822(), item.Element("pubDate")!.Value);
            Assert.True(DateTimeOffset.TryParse(item.Element("pubDate")!.Value, CultureInfo.InvariantCulture, out _));
            using var page = await reader.GetAsync(new Uri(item.Element("link")!.Value), TestContext.Current.CancellationToken);
            Assert.True(page.IsSuccessStatusCode, item.Element("link")!.Value);
        }

        Assert.Equal(items.Select(When).OrderDescending(), items.Select(When));
        static DateTimeOffset When(XElement item) => DateTimeOffset.Parse(item.Element("pubDate")!.Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Letters_stay_letters_and_markup_in_a_title_stays_text()
    {
        await using var portal = await StartAsync();

        var xml = await ReadAsync(portal, "/tin-tuc/rss.xml");

        Assert.Contains(HardTitle, XDocument.Parse(xml).Descendants("item").Select(item => item.Element("title")!.Value));
        Assert.Contains("Người tốt, việc tốt", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("&#", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_sent_as_a_feed_and_may_be_read_from_any_site()
    {
        await using var portal = await StartAsync();
        using var reader = portal.Reader();

        using var answer = await reader.GetAsync(new Uri("/rss.xml", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("application/rss+xml; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(["*"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
    }

    /// <summary>The frame of the repository's content, and three stories of our own as the only items.</summary>
    private static async Task<TestPortal> StartAsync()
    {
        var frame = Directory.CreateTempSubdirectory("phongtho-frame-");
        try
        {
            frame.CreateSubdirectory("terms");
            string[] files = ["sections.yaml", "units.json", .. Directory.EnumerateFiles(Path.Combine(Repository.Content, "terms")).Select(file => "terms/" + Path.GetFileName(file))];
            foreach (var file in files)
            {
                File.Copy(Path.Combine(Repository.Content, file), Path.Combine(frame.FullName, file));
            }

            var portal = await TestPortal.StartAsync(frame.FullName);
            await PublishAsync(portal, Bodies.Story("Đường liên bản được mở") with { Fields = ["giao-duc"] });
            await PublishAsync(portal, Bodies.Story(HardTitle) with { Genre = "phong-su", Summary = "Tóm tắt <b>đậm</b> & “ngoặc”\nhai dòng" });
            await PublishAsync(portal, Bodies.Story("Không tóm tắt") with { Summary = "" });
            return portal;
        }
        finally
        {
            frame.Delete(recursive: true);
        }
    }

    private static async Task PublishAsync(TestPortal portal, Story story)
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(7));
        await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), story);
    }

    private static async Task<string> ReadAsync(TestPortal portal, string address)
    {
        using var reader = portal.Reader();
        return await reader.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    /// <summary>Identities are drawn by lot; here each is called by its address.</summary>
    private static async Task<string> WithoutIdentitiesAsync(TestPortal portal, string xml)
    {
        await using var db = portal.Database.Open();
        foreach (var item in await db.Items.ToListAsync(TestContext.Current.CancellationToken))
        {
            xml = xml.Replace(item.Id.ToString(), "id-of-" + item.Path, StringComparison.Ordinal);
        }

        return xml;
    }

    [GeneratedRegex("^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3][0-9] (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [0-9]{4} [0-2][0-9]:[0-5][0-9]:[0-5][0-9] \\+0700$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rfc822();
}
