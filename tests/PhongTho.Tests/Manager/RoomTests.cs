using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Portal.Manager.Audit;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager;

/// <summary>The rooms where the site is kept, as a browser without script uses them.</summary>
public sealed class RoomTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>
{
    private static readonly string[] siteRooms = ["menus", "sections", "sections/edit?path=tin-tuc", "pages", "terms", "terms/linh-vuc", "terms/the", "units", "units/edit?slug=huyen-phong-tho", "redirects", "search", "settings"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Contributor, false, false)]
    [InlineData(Role.Editor, false, false)]
    [InlineData(Role.EmulationOfficer, false, false)]
    [InlineData(Role.Publisher, true, true)]
    [InlineData(Role.Administrator, true, true)]
    public async Task Each_room_opens_to_those_who_keep_it(Role role, bool keepsSite, bool readsAudit)
    {
        using var browser = await own.Portal.SignedInAsync(role);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/manager"));
        Assert.Equal(role != Role.Administrator, await StatusAsync("/manager/content") == HttpStatusCode.OK);
        Assert.Equal(readsAudit, await StatusAsync("/manager/audit") == HttpStatusCode.OK);
        foreach (var room in siteRooms)
        {
            Assert.True(keepsSite == (await StatusAsync("/manager/" + room) == HttpStatusCode.OK), room);
        }

        async Task<HttpStatusCode> StatusAsync(string path)
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("/manager/menus")]
    [InlineData("/manager/settings")]
    [InlineData("/manager/pages")]
    [InlineData("/manager/sections/edit?path=khen-thuong")]
    [InlineData("/manager/units/edit?slug=huyen-phong-tho")]
    [InlineData("/manager/terms/linh-vuc/nong-nghiep")]
    public async Task A_form_sent_back_untouched_changes_nothing(string address)
    {
        using var browser = await own.Portal.SignedInAsync(Role.Publisher);
        var form = (await PageAsync(browser, address)).QuerySelectorAll("main form").First(candidate => candidate.QuerySelector("input[name=Seen], input[name=order]") is not null);
        var fields = form.QuerySelectorAll("input, textarea, select").Where(field => field.HasAttribute("name"))
            .Where(field => field.GetAttribute("type") is not ("checkbox" or "radio") || field.HasAttribute("checked"))
            .Select(field => (field.GetAttribute("name")!, ValueOf(field))).Where(field => field.Item1 != "__RequestVerificationToken").ToArray();
        var before = await PositionAsync();

        using var answer = await browser.PostFormAsync(address, address, fields);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before, await PositionAsync());

        static string ValueOf(AngleSharp.Dom.IElement field) => field.LocalName switch
        {
            "textarea" => field.TextContent,
            "select" => field.QuerySelector("option[selected]")?.GetAttribute("value") ?? field.QuerySelector("option")?.GetAttribute("value") ?? "",
            _ => field.GetAttribute("value") ?? "",
        };
    }

    [Fact]
    public async Task A_keeper_adds_a_menu_entry_without_script_and_readers_see_it()
    {
        await using var portal = await TestPortal.StartAsync();
        using var browser = await portal.SignedInAsync(Role.Administrator);
        var seen = (await PageAsync(browser, "/manager/menus")).QuerySelector("input[name=Seen]")!.GetAttribute("value")!;

        using var answer = await browser.PostFormAsync("/manager/menus", ("Seen", seen), ("order", "m1"), ("order", "m2"), ("parent.m2", "m1"), ("label.m1", "Tìm"), ("path.m1", "/tim-kiem"),
            ("label.m2", "Sơ đồ"), ("path.m2", "/so-do-trang"), ("place.m1", "2"), ("place.m2", "1"), ("under.m2", ""));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var menu = (await portal.Services.GetRequiredService<SiteBooks>().CurrentAsync(Cancellation)).Menus.Main;
        Assert.Equal(["Sơ đồ", "Tìm"], menu.Select(entry => entry.Label));
        Assert.Contains("href=\"/so-do-trang\"", await portal.Reader().GetStringAsync(new Uri("/", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_go_into_the_trash_at_once_and_those_that_cannot_say_why()
    {
        await using var portal = await TestPortal.StartAsync();
        var (drafts, publisher) = (portal.Services.GetRequiredService<Drafts>(), portal.Services.GetRequiredService<Publisher>());
        var draft = await drafts.DraftAsync(Bodies.Story("Bản nháp bỏ đi"));
        var live = await publisher.PublishNewAsync(drafts, Bodies.Story("Bài đang đăng"));
        using var browser = await portal.SignedInAsync(Role.Publisher);

        using var answer = await browser.PostFormAsync(
            "/manager/content?handler=Trash", ("chosen", $"{draft.Item}|{draft.Version}|Bản nháp bỏ đi"), ("chosen", $"{live.Item}|{live.Version}|Bài đang đăng"));

        var list = (await PageAsync(browser, answer.Headers.Location!.ToString())).QuerySelector("main")!.TextContent;
        Assert.Contains("Đã bỏ 1 bài vào thùng rác; 1 bài ở lại. «Bài đang đăng»", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Bản nháp bỏ đi", list, StringComparison.Ordinal);

        var trash = (await PageAsync(browser, "/manager/content/trash")).QuerySelector("form[action*=Restore]")!;
        using var restored = await browser.PostFormAsync("/manager/content/trash?handler=Restore",
            ("id", trash.QuerySelector("input[name=id]")!.GetAttribute("value")!), ("version", trash.QuerySelector("input[name=version]")!.GetAttribute("value")!));
        Assert.Contains("Bản nháp bỏ đi", (await PageAsync(browser, "/manager/content")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_tells_in_a_sentence_who_did_what()
    {
        using var browser = await own.Portal.SignedInAsync(Role.Publisher);
        await using var db = own.Portal.Database.Open();
        var withdrawn = await db.Items.FirstAsync(item => item.Standing == Standing.Withdrawn, Cancellation);
        var live = await db.LiveItems().FirstAsync(item => item.Type == "story", Cancellation);

        var told = await PageAsync(browser, $"/manager/audit?item={live.Id}");
        var forgotten = (await PageAsync(browser, $"/manager/audit?item={withdrawn.Id}")).QuerySelector("main")!.TextContent;

        Assert.Contains(told.QuerySelectorAll(".log p"), line => line.TextContent.Contains("đã đăng", StringComparison.Ordinal) && line.TextContent.Contains($"«{live.Title}»", StringComparison.Ordinal));
        Assert.Contains(withdrawn.Id.ToString(), forgotten, StringComparison.Ordinal);
        Assert.DoesNotContain(withdrawn.Title, forgotten, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_act_of_the_log_has_its_words_and_its_group()
    {
        Assert.All(Enum.GetValues<ChangeVerb>(), verb => Assert.NotEmpty(AuditWords.Of(verb)));
        Assert.Equal(Enum.GetValues<ChangeVerb>().Order(), AuditWords.Groups.SelectMany(group => group.Verbs).Order());
    }

    private async Task<long> PositionAsync()
    {
        await using var db = own.Portal.Database.Open();
        return await db.Clocks.Select(clock => clock.Position).SingleAsync(Cancellation);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(HttpClient browser, string address) =>
        await new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocumentAsync(await browser.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation));
}
