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

        Assert.Equal(draft.Item, Assert.Single(Search(writer).Hits).Id);
        Assert.Equal(draft.Item, Assert.Single(Search(Actor.Of(await portal.MemberAsync(Role.Editor))).Hits).Id);
        Assert.Empty(Search(new Actor("khac", IsMachine: false) { Roles = [Role.Contributor], Unit = "xa-khac" }).Hits);
        Assert.Empty(Search(new Actor("khach", IsMachine: false)).Hits);
        Assert.Equal(0, (await portal.Services.GetRequiredService<SiteSearch>().SearchAsync(new SiteSearchRequest { Words = "chuyện chưa kể" }, cancellation)).Total);

        ManagerResults Search(Actor actor) => newsroom.Search(new ManagerSearchRequest { Words = "chuyen chua ke", Stage = Stage.Draft }, actor);
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

        var found = portal.Services.GetRequiredService<ManagerSearch>().Search(new ManagerSearchRequest { Words = "viết lại" }, Actor.Console);
        var readers = portal.Services.GetRequiredService<SiteSearch>();

        Assert.Equal((Stage.Draft, Standing.Live), (Assert.Single(found.Hits).Stage, found.Hits[0].Standing));
        Assert.Equal(1, (await readers.SearchAsync(new SiteSearchRequest { Words = "tin cũ" }, cancellation)).Total);
        Assert.DoesNotContain((await readers.SearchAsync(new SiteSearchRequest { Words = "viết lại" }, cancellation)).Hits, hit => hit.SnippetHtml.Contains("viết", StringComparison.Ordinal));
    }
}
