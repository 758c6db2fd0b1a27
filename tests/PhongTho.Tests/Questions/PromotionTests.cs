using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Desk;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Questions;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Questions;

/// <summary>What editors put first for certain words stands first on the page, in the API and in the newsroom alike, as long as it is live and its days last.</summary>
public sealed class PromotionTests
{
    private static readonly Actor Publisher = new("nguoi-dang", IsMachine: false) { Roles = [Role.Publisher] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chosen_result_stands_first_on_the_page_in_the_api_and_in_the_newsroom()
    {
        await using var portal = await TestPortal.StartAsync();
        var chosen = await PublishAsync(portal, "Hướng dẫn giới thiệu gương");
        await PublishAsync(portal, "Nộp đơn xin học nghề");
        await ChooseAsync(portal, chosen, "Nộp đơn");

        var api = await AskAsync(portal, "/api/v1/search?q=nop+don");

        Assert.Contains("Tòa soạn chọn", await PageAsync(portal, "nop+don"), StringComparison.Ordinal);
        Assert.Equal("Hướng dẫn giới thiệu gương", Assert.Single(api.GetProperty("promoted").EnumerateArray()).GetProperty("title").GetString());
        Assert.True(api.GetProperty("promoted")[0].GetProperty("isPromoted").GetBoolean());
        Assert.Equal([("Nộp đơn xin học nghề", false)], api.GetProperty("hits").EnumerateArray().Select(hit => (hit.GetProperty("title").GetString()!, hit.GetProperty("isPromoted").GetBoolean())));
        Assert.Equal([(chosen.Item, true), (chosen.Item, false)], (await NewsroomAsync(portal, "NỘP ĐƠN")).Select(row => (row.IsChosen ? row.Id : chosen.Item, row.IsChosen)));
        Assert.Empty((await AskAsync(portal, "/api/v1/search?q=nop+don&offset=1")).GetProperty("promoted").EnumerateArray());
        Assert.Empty((await AskAsync(portal, "/api/v1/search?q=nop+don&type=story")).GetProperty("promoted").EnumerateArray());
    }

    [Theory]
    [InlineData(Act.Unpublish)]
    [InlineData(Act.Withdraw)]
    [InlineData(Act.Hold)]
    public async Task What_is_no_longer_live_is_shown_to_nobody(Act act)
    {
        await using var portal = await TestPortal.StartAsync();
        var chosen = await PublishAsync(portal, "Hướng dẫn giới thiệu gương");
        await ChooseAsync(portal, chosen, "nộp đơn");

        Assert.IsType<Outcome.Done>(await portal.Services.GetRequiredService<Publisher>().DoAsync(act, chosen.Item, chosen.Version, new ActDetails { Note = "Theo yêu cầu" }, Actor.Console, Cancellation));
        await portal.CaughtUpAsync(Cancellation);

        Assert.DoesNotContain("Tòa soạn chọn", await PageAsync(portal, "nop+don"), StringComparison.Ordinal);
        Assert.Empty((await AskAsync(portal, "/api/v1/search?q=nop+don")).GetProperty("promoted").EnumerateArray());
        Assert.Empty(await NewsroomAsync(portal, "nộp đơn"));
        Assert.Equal(PromotionState.Hidden, Assert.Single(await portal.Services.GetRequiredService<Promotions>().ShowAsync(Cancellation)).State);
    }

    [Fact]
    public async Task It_holds_from_its_first_day_to_the_end_of_its_last()
    {
        await using var portal = await TestPortal.StartAsync();
        var chosen = await PublishAsync(portal, "Đăng ký hội xuân");
        await ChooseAsync(portal, chosen, "hội xuân", new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 27));

        var shown = new List<bool>();
        for (var day = 24; day < 29; day++)
        {
            shown.Add((await AskAsync(portal, "/api/v1/search?q=hoi+xuan")).GetProperty("promoted").GetArrayLength() == 1);
            portal.Time.Leap(TimeSpan.FromDays(1));
        }

        Assert.Equal([false, false, true, true, false], shown);
        Assert.Equal(PromotionState.Over, Assert.Single(await portal.Services.GetRequiredService<Promotions>().ShowAsync(Cancellation)).State);
    }

    [Fact]
    public async Task Who_may_not_keep_the_site_chooses_nothing_and_no_day_is_turned_round()
    {
        await using var portal = await TestPortal.StartAsync();
        var chosen = await PublishAsync(portal, "Hướng dẫn");
        var promotions = portal.Services.GetRequiredService<Promotions>();
        var wish = new Promotion { Words = "nộp đơn", Item = chosen.Item };

        Assert.Equal("right", (await promotions.PromoteAsync(wish, new Actor("ctv", IsMachine: false) { Roles = [Role.Contributor] }, Cancellation))?.Code);
        Assert.Equal("words", (await promotions.PromoteAsync(wish with { Words = " … " }, Publisher, Cancellation))?.Code);
        Assert.Equal("days", (await promotions.PromoteAsync(wish with { From = new DateOnly(2026, 12, 2), Until = new DateOnly(2026, 12, 1) }, Publisher, Cancellation))?.Code);
        Assert.Equal("days", (await promotions.PromoteAsync(wish with { Until = new DateOnly(2026, 11, 1) }, Publisher, Cancellation))?.Code);
        Assert.Equal("nowhere", (await promotions.PromoteAsync("/tin-tuc/khong-co", item => wish with { Item = item }, Publisher, Cancellation))?.Code);
    }

    private static async Task<Outcome.Done> PublishAsync(TestPortal portal, string title)
    {
        var done = await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), Bodies.Story(title));
        await portal.CaughtUpAsync(Cancellation);
        return done;
    }

    private static async Task ChooseAsync(TestPortal portal, Outcome.Done item, string words, DateOnly? from = null, DateOnly? until = null) =>
        Assert.Null(await portal.Services.GetRequiredService<Promotions>().PromoteAsync(new Promotion { Words = words, Item = item.Item, From = from, Until = until }, Publisher, Cancellation));

    private static async Task<JsonElement> AskAsync(TestPortal portal, string address)
    {
        using var reader = portal.Reader();
        using var answer = JsonDocument.Parse(await reader.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation));
        return answer.RootElement.Clone();
    }

    private static async Task<string> PageAsync(TestPortal portal, string words)
    {
        using var reader = portal.Reader();
        return await reader.GetStringAsync(new Uri("/tim-kiem?q=" + words, UriKind.Relative), Cancellation);
    }

    private static async Task<IReadOnlyList<DeskRow>> NewsroomAsync(TestPortal portal, string words) =>
        (await portal.Services.GetRequiredService<ContentLists>().ListAsync(new ContentQuery { Words = words }, Publisher, Cancellation))!.Rows;
}
