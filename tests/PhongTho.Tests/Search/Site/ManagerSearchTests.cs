using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Search.Site;

public sealed class ManagerSearchTests
{
    [Fact]
    public async Task Drafts_are_found_in_the_newsroom_within_reach_and_never_by_readers()
    {
        await using var portal = await TestPortal.StartAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var drafts = portal.Services.GetRequiredService<Drafts>();
        var writer = Actor.Of(await portal.MemberAsync(Role.Contributor));
        var draft = Assert.IsType<Outcome.Done>(await drafts.CreateAsync(Bodies.Story("Chuyện chưa kể ở bản"), writer, cancellation));
        await portal.CaughtUpAsync(cancellation);
        var newsroom = portal.Services.GetRequiredService<ManagerSearch>();

        Assert.Equal(draft.Item, Assert.Single((await SearchAsync(writer)).Hits).Id);
        Assert.Equal(draft.Item, Assert.Single((await SearchAsync(Actor.Of(await portal.MemberAsync(Role.Editor)))).Hits).Id);
        Assert.Empty((await SearchAsync(new Actor("khac", IsMachine: false) { Roles = [Role.Contributor], Unit = "xa-khac" })).Hits);
        Assert.Empty((await SearchAsync(new Actor("khach", IsMachine: false))).Hits);
        Assert.Equal(0, (await portal.Services.GetRequiredService<SiteSearch>().SearchAsync(new SiteSearchRequest { Words = "chuyện chưa kể" }, cancellation)).Total);

        Task<ManagerResults> SearchAsync(Actor actor) => newsroom.SearchAsync(new ManagerSearchRequest { Words = "chuyen chua ke", Stage = Stage.Draft }, actor, cancellation);
    }

    [Fact]
    public async Task The_draft_of_a_live_story_is_found_by_its_new_words_in_the_newsroom_only()
    {
        await using var portal = await TestPortal.StartAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var drafts = portal.Services.GetRequiredService<Drafts>();
        var live = await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(drafts, Bodies.Story("Tin cũ"));
        await drafts.SaveAsync(live.Item, live.Version, Bodies.Story("Tin viết lại"), Actor.Console, cancellation);
        await portal.CaughtUpAsync(cancellation);

        var found = await portal.Services.GetRequiredService<ManagerSearch>().SearchAsync(new ManagerSearchRequest { Words = "viết lại" }, Actor.Console, cancellation);
        var readers = portal.Services.GetRequiredService<SiteSearch>();

        Assert.Equal((Stage.Draft, Standing.Live), (Assert.Single(found.Hits).Stage, found.Hits[0].Standing));
        Assert.Equal(1, (await readers.SearchAsync(new SiteSearchRequest { Words = "tin cũ" }, cancellation)).Total);
        Assert.DoesNotContain((await readers.SearchAsync(new SiteSearchRequest { Words = "viết lại" }, cancellation)).Hits, hit => hit.SnippetHtml.Contains("viết", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("xã:Dào San", true, false)]
    [InlineData("xa: dao san", true, false)]
    [InlineData("năm:2026", true, true)]
    [InlineData("năm:2019", false, false)]
    [InlineData("lĩnh vực:\"Xây dựng nông thôn mới\"", false, true)]
    [InlineData("loại:\"Tin, bài\" đường", true, true)]
    [InlineData("\"mở đường vào bản\"", true, false)]
    [InlineData("đường -trường", true, false)]
    [InlineData("xã:Dào San đường -mở", false, false)]
    public async Task Drafts_are_found_in_the_readers_own_language(string words, bool first, bool second)
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var cancellation = TestContext.Current.CancellationToken;
        var drafts = portal.Services.GetRequiredService<Drafts>();
        var editor = new Actor("bien-tap", IsMachine: false) { Roles = [Role.Editor] };
        var one = Assert.IsType<Outcome.Done>(await drafts.CreateAsync(Bodies.Story("Bà con zeta mở đường vào bản") with { Unit = "xa-dao-san" }, editor, cancellation));
        var other = Assert.IsType<Outcome.Done>(await drafts.CreateAsync(Bodies.Story("Đường zeta tới trường") with { Fields = ["nong-thon-moi"] }, editor, cancellation));
        await portal.CaughtUpAsync(cancellation);

        var found = await portal.Services.GetRequiredService<ManagerSearch>().SearchAsync(new ManagerSearchRequest { Words = "zeta " + words, Stage = Stage.Draft }, editor, cancellation);

        Assert.Equal((first, second), (found.Hits.Any(hit => hit.Id == one.Item), found.Hits.Any(hit => hit.Id == other.Item)));
    }
}
