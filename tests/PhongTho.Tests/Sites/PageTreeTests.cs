using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Sites;

public sealed class PageTreeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_moves_takes_its_children_along_and_every_old_address_and_menu_follows()
    {
        await using var test = await TestDatabase.OpenAsync();
        var tree = new PageTree(test.Database, test.Books, test.Clock);
        var (about, team, chief) = (await PageAsync(test, "Giới thiệu"), await PageAsync(test, "Ban biên tập"), await PageAsync(test, "Tổng biên tập"));
        Assert.Null(await new SiteEditing(test.Database).SaveMenusAsync(new Menus { Main = [new MenuEntry { Label = "Ban", Path = "/ban-bien-tap" }] }, Stamp.Of(new Menus()), Actor.Console, Cancellation));

        Assert.Null(await tree.ArrangeAsync([new(about, null), new(team, null), new(chief, team)], Actor.Console, Cancellation));
        Assert.Null(await tree.ArrangeAsync([new(about, null), new(team, about), new(chief, team)], Actor.Console, Cancellation));

        Assert.Equal(["gioi-thieu", "gioi-thieu/ban-bien-tap", "gioi-thieu/ban-bien-tap/tong-bien-tap"], (await tree.ReadAsync(Cancellation)).Select(page => page.Path));
        await using var db = test.Database.Open();
        Assert.Equal(
            [("ban-bien-tap", team), ("ban-bien-tap/tong-bien-tap", chief), ("tong-bien-tap", chief)],
            (await db.Aliases.OrderBy(alias => alias.Path).ToListAsync(Cancellation)).Select(alias => (alias.Path, alias.ItemId!.Value)));
        Assert.Equal("/gioi-thieu/ban-bien-tap", (await test.Books.CurrentAsync(Cancellation)).Menus.Main[0].Path);

        Assert.Null(await tree.ArrangeAsync([new(team, null), new(about, null), new(chief, team)], Actor.Console, Cancellation));
        Assert.Equal(["ban-bien-tap", "ban-bien-tap/tong-bien-tap", "gioi-thieu"], (await tree.ReadAsync(Cancellation)).Select(page => page.Path));
    }

    [Fact]
    public async Task A_new_order_is_seen_by_readers_and_leaves_the_draft_where_it_stood()
    {
        await using var test = await TestDatabase.OpenAsync();
        var tree = new PageTree(test.Database, test.Books, test.Clock);
        var (first, second) = (await PageAsync(test, "Một"), await PageAsync(test, "Hai"));
        var writer = new Actor("writer", IsMachine: false) { Roles = [Role.Editor] };
        await using (var db = test.Database.Open())
        {
            var version = (await db.Items.SingleAsync(item => item.Id == second, Cancellation)).Version;
            Assert.IsType<Outcome.Done>(await test.Drafts.SaveAsync(second, version, new Page { Title = "Hai, viết lại" }, writer, Cancellation));
        }

        Assert.Null(await tree.ArrangeAsync([new(first, null), new(second, null)], Actor.Console, Cancellation));
        Assert.Null(await tree.ArrangeAsync([new(second, null), new(first, null)], Actor.Console, Cancellation));

        Assert.Equal([second, first], (await tree.ReadAsync(Cancellation)).Select(page => page.Id));
        await using var after = test.Database.Open();
        var item = await after.Items.SingleAsync(row => row.Id == second, Cancellation);
        var draft = await after.Revisions.SingleAsync(row => row.Id == item.DraftRevisionId, Cancellation);
        var live = await after.Revisions.SingleAsync(row => row.Id == item.LiveRevisionId, Cancellation);
        Assert.Equal((Stage.Draft, "writer"), (item.Stage, draft.Author));
        Assert.Equal(("Hai, viết lại", "Hai"), (Title(draft), Title(live)));
        Assert.True(draft.Number > live.Number, "Four eyes counts who wrote after the live text.");

        static string Title(Revision revision) => ContentTypes.Get("page").Read(revision.Body).Title;
    }

    [Fact]
    public async Task A_page_goes_neither_under_itself_nor_where_something_else_stands()
    {
        await using var test = await TestDatabase.OpenAsync();
        var tree = new PageTree(test.Database, test.Books, test.Clock);
        var (above, below) = (await PageAsync(test, "Trên"), await PageAsync(test, "Dưới"));
        await new Redirects(test.Database, test.Books).AddAsync("/tren/duoi", new RedirectTarget { Path = "/tim-kiem" }, Actor.Console, Cancellation);

        Assert.Equal("circle", (await tree.ArrangeAsync([new(above, below), new(below, above)], Actor.Console, Cancellation))?.Code);
        Assert.Equal("taken", (await tree.ArrangeAsync([new(above, null), new(below, above)], Actor.Console, Cancellation))?.Code);
    }

    private static async Task<ItemId> PageAsync(TestDatabase test, string title) => (await test.Publisher.PublishNewAsync(test.Drafts, new Page { Title = title })).Item;
}
