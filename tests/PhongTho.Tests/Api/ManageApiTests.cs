using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Parser;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Publishing;
using Xunit;

namespace PhongTho.Tests.Api;

public sealed class ManageApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Editor)]
    [InlineData(Role.Publisher)]
    [InlineData(Role.EmulationOfficer)]
    [InlineData(Role.Administrator)]
    public async Task Every_act_of_every_role_is_decided_as_the_specification_says(Role role)
    {
        await using var portal = await TestPortal.StartAsync();
        using var browser = await SignedInAsync(portal, role);
        var spec = new WorkflowSpec();

        // Who cannot read a draft at all is told that it is not there, before any act.
        foreach (var act in Enum.GetValues<Act>().Where(act => act != Act.Write || role != Role.Administrator))
        {
            foreach (var situation in States(act, role, spec))
            {
                var id = await PutAsync(portal, situation);
                using var answer = await AskAsync(browser, act, id);

                var code = answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString();
                var expected = spec.WhyNot(act, role, situation);
                Assert.True(expected == code, $"{act} by {role}: the specification says {expected ?? "yes"}, the API {code ?? "yes"} ({situation})");
                Assert.Equal(
                    expected switch { null => HttpStatusCode.OK, "right" or "notYours" => HttpStatusCode.Forbidden, _ => HttpStatusCode.UnprocessableEntity }, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_story_goes_from_its_writer_to_its_readers()
    {
        await using var portal = await TestPortal.StartAsync();
        using var contributor = await SignedInAsync(portal, Role.Contributor);
        using var publisher = await SignedInAsync(portal, Role.Publisher);
        using var reader = portal.Reader();

        var draft = await SendAsync(contributor, HttpMethod.Post, "items", new { type = "story", body = new { title = "Cầu mới", summary = "Qua suối.", blocks = Array.Empty<object>() } });
        var item = $"items/{draft.GetProperty("id").GetString()}";
        var saved = await SendAsync(contributor, HttpMethod.Put, item, new { version = Version(draft), body = new { title = "Cầu mới qua suối", summary = "Qua suối." }, isAutosave = true });
        var submitted = await SendAsync(contributor, HttpMethod.Post, item + "/submit", new { version = Version(saved), note = "Nhờ duyệt." });
        var waiting = await SendAsync(publisher, HttpMethod.Get, "items?shelf=waiting", null);
        await SendAsync(publisher, HttpMethod.Post, item + "/publish", new { version = Version(submitted) });

        Assert.Equal(("Cầu mới qua suối", "inReview", "Nhờ duyệt."), (
            waiting.GetProperty("items")[0].GetProperty("title").GetString(), waiting.GetProperty("items")[0].GetProperty("stage").GetString(), waiting.GetProperty("items")[0].GetProperty("note").GetString()));
        Assert.Contains("Cầu mới qua suối", await reader.GetStringAsync(new Uri("/tin-tuc/cau-moi-qua-suoi", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_hears_who_was_faster()
    {
        await using var portal = await TestPortal.StartAsync();
        using var one = await SignedInAsync(portal, Role.Editor);
        using var two = await SignedInAsync(portal, Role.Editor);
        var draft = await SendAsync(one, HttpMethod.Post, "items", new { type = "story", body = new { title = "Chung" } });
        var item = $"items/{draft.GetProperty("id").GetString()}";
        var saved = await SendAsync(one, HttpMethod.Put, item, new { version = Version(draft), body = new { title = "Của một" } });

        using var answer = await two.PutAsJsonAsync(new Uri("/api/v1/manage/" + item, UriKind.Relative), new { version = Version(draft), body = new { title = "Của hai" } }, Cancellation);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var newer = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("newer");
        Assert.Equal(Version(saved), newer.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Strangers_forged_requests_and_other_sites_get_nothing()
    {
        await using var portal = await TestPortal.StartAsync();
        using var publisher = await SignedInAsync(portal, Role.Publisher);
        using var neighbour = await SignedInAsync(portal, Role.Contributor);
        using var stranger = portal.Reader();
        var id = await PutAsync(portal, new Situation(Standing.Private, WasPublic: false, Stage.Draft));
        var address = new Uri($"/api/v1/manage/items/{id}", UriKind.Relative);

        using var strange = await stranger.GetAsync(address, Cancellation);
        using var foreign = await neighbour.GetAsync(address, Cancellation);
        using var read = await publisher.GetAsync(address, Cancellation);
        publisher.DefaultRequestHeaders.Remove("RequestVerificationToken");
        using var forged = await publisher.PostAsJsonAsync(new Uri($"/api/v1/manage/items/{id}/trash", UriKind.Relative), new { version = 1 }, Cancellation);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.BadRequest), (strange.StatusCode, foreign.StatusCode, read.StatusCode, forged.StatusCode));
        Assert.Equal("no-store", read.Headers.CacheControl?.ToString());
        Assert.False(read.Headers.Contains("Access-Control-Allow-Origin"));
        var acts = (await read.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("acts").EnumerateArray().ToDictionary(act => act.GetProperty("act").GetString()!);
        Assert.Equal(JsonValueKind.Null, acts["submit"].GetProperty("code").ValueKind);
        Assert.Equal(("stage", "Duyệt"), (acts["approve"].GetProperty("code").GetString(), acts["approve"].GetProperty("label").GetString()));
    }

    /// <summary>A state the act is possible in for a publisher, one that speaks against it, and for contributors the same of another unit.</summary>
    private static IEnumerable<Situation> States(Act act, Role role, WorkflowSpec spec)
    {
        var all = Situation.All.Where(situation => situation is { IsOwn: true, IsComplete: true, NamesPerson: false, IsDraftMine: false, IWrote: false, IHandedIn: false }).ToList();
        var good = all.First(situation => spec.WhyNot(act, Role.Publisher, situation) is null);
        var bad = all.FirstOrDefault(situation => spec.WhyNot(act, Role.Publisher, situation) is not null);
        return new[] { good, bad, role == Role.Contributor && act != Act.Write ? good with { IsOwn = false } : null }.OfType<Situation>();
    }

    private static async Task<ItemId> PutAsync(TestPortal portal, Situation situation)
    {
        await using var work = await portal.Database.BeginAsync(Actor.Console, Cancellation);
        var item = Drafts.Create(work, ItemId.New(portal.Clock), ContentTypes.Get("story"), $"tin-tuc/{Guid.CreateVersion7():N}");
        Drafts.Save(work, item, Bodies.Story("Bài"), portal.Clock);
        if (situation.WasPublic)
        {
            await Publisher.PublishAsync(work, item, Bodies.Story("Bài"), cancellation: Cancellation);
            if (situation.Stage != Stage.Idle)
            {
                Drafts.Save(work, item, Bodies.Story("Bài sửa"), portal.Clock);
            }
        }

        (item.Stage, item.Standing, item.Version) = (situation.Stage, situation.Standing, 1);
        item.OwnerUnit = situation.IsOwn ? Newsroom.Unit : "don-vi-khac";
        item.TrashedAt = situation.IsTrashed ? work.Now : null;
        await work.CommitAsync(Cancellation);
        return item.Id;
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient browser, Act act, ItemId id)
    {
        var item = $"/api/v1/manage/items/{id}";
        return act == Act.Write
            ? browser.PutAsJsonAsync(new Uri(item, UriKind.Relative), new { version = 1, body = new { title = "Sửa" } }, Cancellation)
            : browser.PostAsJsonAsync(
                new Uri($"{item}/{JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString())}", UriKind.Relative),
                new { version = 1, note = "Lời.", at = TestDatabase.Start.AddDays(1), slug = "dia-chi-khac", forwardTo = "/khac" }, Cancellation);
    }

    private static async Task<HttpClient> SignedInAsync(TestPortal portal, Role role)
    {
        var browser = await portal.SignedInAsync(role);
        var desk = await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri("/manager", UriKind.Relative), Cancellation));
        browser.DefaultRequestHeaders.Add("RequestVerificationToken", desk.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        return browser;
    }

    private static async Task<JsonElement> SendAsync(HttpClient browser, HttpMethod method, string address, object? body)
    {
        using var request = new HttpRequestMessage(method, new Uri("/api/v1/manage/" + address, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await browser.SendAsync(request, Cancellation);
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static int Version(JsonElement answer) => answer.GetProperty("version").GetInt32();
}
