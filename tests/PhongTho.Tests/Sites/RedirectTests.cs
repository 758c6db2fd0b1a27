using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Sites;

public sealed class RedirectTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_old_address_leads_to_an_item_a_path_or_says_that_it_is_gone()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();
        var redirects = portal.Services.GetRequiredService<Redirects>();
        var story = await portal.Services.GetRequiredService<Publisher>().PublishNewAsync(portal.Services.GetRequiredService<Drafts>(), Bodies.Story("Bài mới"));

        Assert.Null(await redirects.AddAsync("https://phongtho.vn/bai-cu.html?id=7", new RedirectTarget { Item = story.Item }, Actor.Console, Cancellation));
        Assert.Null(await redirects.AddAsync("tim", new RedirectTarget { Path = "/tim-kiem" }, Actor.Console, Cancellation));
        Assert.Null(await redirects.AddAsync("/da-go", new RedirectTarget { IsGone = true }, Actor.Console, Cancellation));

        Assert.Equal((HttpStatusCode.MovedPermanently, "/tin-tuc/bai-moi"), await AskAsync("/bai-cu.html"));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/tim-kiem"), await AskAsync("/tim"));
        Assert.Equal(HttpStatusCode.Gone, (await AskAsync("/da-go")).Item1);
        Assert.Equal(["bai-cu.html", "da-go", "tim"], (await redirects.ListAsync(null, null, Cancellation)).Rows.Select(row => row.Path));
        Assert.Equal(["bai-cu.html"], (await redirects.ListAsync("bai-moi", null, Cancellation)).Rows.Select(row => row.Path));

        Assert.Null(await redirects.DeleteAsync("tim", Actor.Console, Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync("/tim")).Item1);

        async Task<(HttpStatusCode, string?)> AskAsync(string path)
        {
            using var answer = await reader.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
            return (answer.StatusCode, answer.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task A_redirect_never_runs_in_a_circle_hides_what_is_there_or_leads_nowhere()
    {
        await using var test = await TestDatabase.OpenAsync();
        var redirects = new Redirects(test.Database, test.Books);
        await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bài đang đăng"));
        await using (var work = await test.Database.BeginAsync(Actor.Console, Cancellation))
        {
            work.Db.Aliases.AddRange(new Alias { Path = "mot", Target = "/hai" }, new Alias { Path = "hai", Target = "/ba" });
            work.Record(ChangeVerb.AliasesSaved);
            await work.CommitAsync(Cancellation);
        }

        Assert.Equal("loop", await CodeAsync("/ba", "/mot"));
        Assert.Equal("loop", await CodeAsync("/ba", "/ba"));
        Assert.Equal("live", await CodeAsync("/tin-tuc/bai-dang-dang", "/tim-kiem"));
        Assert.Equal("house", await CodeAsync("/manager/units", "/tim-kiem"));
        Assert.Equal("exists", await CodeAsync("/mot", "/tim-kiem"));
        Assert.Equal("nowhere", await CodeAsync("/bon", "/khong-co"));
        Assert.Equal("nowhere", await CodeAsync("/bon", "//ke-xau.vn"));
        Assert.Equal(2, (await redirects.ListAsync(null, null, Cancellation)).Total);

        async Task<string?> CodeAsync(string from, string to) => (await redirects.AddAsync(from, new RedirectTarget { Path = to }, Actor.Console, Cancellation))?.Code;
    }

    [Fact]
    public async Task The_list_goes_on_after_its_last_address_without_a_gap()
    {
        await using var test = await TestDatabase.OpenAsync();
        await using (var work = await test.Database.BeginAsync(Actor.Console, Cancellation))
        {
            work.Db.Aliases.AddRange(Enumerable.Range(0, 120).Select(number => new Alias { Path = $"cu-{number:000}", IsGone = true }));
            work.Record(ChangeVerb.AliasesSaved);
            await work.CommitAsync(Cancellation);
        }

        var redirects = new Redirects(test.Database, test.Books);
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await redirects.ListAsync("cu-", after, Cancellation);
            seen.AddRange(page.Rows.Select(row => row.Path));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 120).Select(number => $"cu-{number:000}"), seen);
    }
}
