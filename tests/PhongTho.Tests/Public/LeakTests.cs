using System.Net;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Manager;
using Xunit;

namespace PhongTho.Tests.Public;

/// <summary>Every route × every state: the words of what is not public are nowhere, and a route nobody listed here fails.</summary>
public sealed class LeakTests
{
    /// <summary>Pattern → addresses to ask; <c>{path}</c>, <c>{id}</c> and <c>{word}</c> stand for each item's own.</summary>
    private static readonly Dictionary<string, string[]> Routes = new(StringComparer.Ordinal)
    {
        ["/"] = ["/"],
        ["/{**path}"] = ["/{path}", "/tin-tuc", "/nguoi-tot-viec-tot", "/van-ban?q={word}", "/khen-thuong", "/phong-trao", "/tin-tuc?nam=2026"],
        ["/dia-phuong"] = ["/dia-phuong"],
        ["/dia-phuong/{slug}"] = ["/dia-phuong/xa-dao-san"],
        ["/luu-tru"] = ["/luu-tru"],
        ["/luu-tru/{month}"] = ["/luu-tru/2026-11"],
        ["/gioi-thieu-guong"] = ["/gioi-thieu-guong"],
        ["/gioi-thieu-guong/theo-doi"] = ["/gioi-thieu-guong/theo-doi"],
        ["/gioi-thieu-guong/theo-doi/{code}"] = ["/gioi-thieu-guong/theo-doi/GT-2026-000001?ma={word}"],
        ["/gioi-thieu-guong/ve"] = ["/gioi-thieu-guong/ve"],
        ["/gop-y-phan-anh"] = ["/gop-y-phan-anh?loai={word}"],
        ["/gop-y-phan-anh/da-tra-loi"] = ["/gop-y-phan-anh/da-tra-loi"],
        ["/gop-y-phan-anh/dinh-chinh"] = ["/gop-y-phan-anh/dinh-chinh?bai=/{path}"],
        ["/gop-y-phan-anh/theo-doi"] = ["/gop-y-phan-anh/theo-doi"],
        ["/gop-y-phan-anh/theo-doi/{code}"] = ["/gop-y-phan-anh/theo-doi/GY-2026-000001?ma={word}"],
        ["/gop-y-phan-anh/ve"] = ["/gop-y-phan-anh/ve"],
        ["/lam-theo"] = ["/lam-theo"],
        ["/lam-theo/{slug}"] = ["/lam-theo/trong-le-theo-bang-tren-nuong-doc"],
        ["/lam-theo/ket-qua/{code}"] = ["/lam-theo/ket-qua/NR-2026-000001?ma=2345678abc"],
        ["/lam-theo/theo-doi"] = ["/lam-theo/theo-doi"],
        ["/lam-theo/theo-doi/{code}"] = ["/lam-theo/theo-doi/NR-2026-000001?ma={word}"],
        ["/lam-theo/ve"] = ["/lam-theo/ve"],
        ["/dong-gop"] = ["/dong-gop"],
        ["/dong-gop.csv"] = ["/dong-gop.csv"],
        ["/khen-thuong.csv"] = ["/khen-thuong.csv"],
        ["/api/v1/commendations"] = ["/api/v1/commendations?limit=200"],
        ["/gioi-thieu/hoi-dong-tdkt"] = ["/gioi-thieu/hoi-dong-tdkt"],
        ["/bang-xep-hang"] = ["/bang-xep-hang"],
        ["/khen-thuong/lay-y-kien"] = ["/khen-thuong/lay-y-kien"],
        ["/khen-thuong/lay-y-kien/{slug}"] = ["/khen-thuong/lay-y-kien/{word}"],
        ["/khen-thuong/lay-y-kien/{slug}/da-gui"] = ["/khen-thuong/lay-y-kien/{word}/da-gui"],
        ["/so-do-trang"] = ["/so-do-trang"],
        ["/tim-kiem"] = ["/tim-kiem?q={word}"],
        ["/rss.xml"] = ["/rss.xml"],
        ["/{section}/rss.xml"] = ["/tin-tuc/rss.xml", "/nguoi-tot-viec-tot/rss.xml"],
        ["/{section}/{child}/rss.xml"] = ["/khen-thuong/dot-xuat/rss.xml"],
        ["/sitemap.xml"] = ["/sitemap.xml"],
        ["/robots.txt"] = ["/robots.txt"],
        ["/nhung"] = ["/nhung"],
        ["/nhung/the/{**path}"] = ["/nhung/the/{path}"],
        ["/nhung/danh-sach/{**section}"] = ["/nhung/danh-sach/tin-tuc"],
        ["/oembed"] = ["/oembed?url=" + TestPortal.BaseUrl + "/{path}"],
        ["/media/{hash:length(16)}/{name}"] = [],
        ["/media/{hash:length(16)}/{width:int}/{name}"] = [],
        ["/theme/{version}/{**name}"] = [],
        ["/openapi/{documentName}.json"] = ["/openapi/v1.json"],
        ["/api/{**rest}"] = ["/api/khac"],
        ["/api/v1/search"] = ["/api/v1/search?q={word}"],
        ["/api/v1/suggest"] = ["/api/v1/suggest?q={word}"],
        ["/api/v1/terms"] = ["/api/v1/terms"],
        ["/api/v1/terms/{id}"] = ["/api/v1/terms/the"],
        ["/api/v1/units"] = ["/api/v1/units"],
        ["/api/v1/units/{id}"] = ["/api/v1/units/xa-dao-san"],
        ["/api/v1/media"] = ["/api/v1/media"],
        ["/api/v1/media/{id}"] = ["/api/v1/media/{id}"],
    };

    static LeakTests()
    {
        foreach (var type in ContentTypes.All)
        {
            Routes[$"/api/v1/{type.Plural}"] = [$"/api/v1/{type.Plural}?limit=100"];
            Routes[$"/api/v1/{type.Plural}/{{id}}"] = [$"/api/v1/{type.Plural}/{{id}}"];
        }
    }

    [Fact]
    public async Task What_is_not_public_is_nowhere_on_any_route()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var items = await ItemsInEveryStateAsync(portal);
        await portal.CaughtUpAsync(TestContext.Current.CancellationToken);
        using var reader = portal.Reader();

        foreach (var pattern in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(pattern => !DoorTests.IsOfTheNewsroom(pattern)))
        {
            Assert.True(Routes.ContainsKey(pattern), $"Unlisted route: {pattern}. Say in this test how it is asked.");
            foreach (var address in Routes[pattern])
            {
                await AskAsync(reader, address, items);
            }
        }

        var search = await reader.GetStringAsync(new Uri($"/api/v1/search?q={items["live"].Word}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("\"total\":1", search, StringComparison.Ordinal);
    }

    private static async Task AskAsync(HttpClient reader, string address, Dictionary<string, (ItemId Id, string Path, string Word, string Secret)> items)
    {
        foreach (var (state, item) in items)
        {
            var asked = address.Replace("{path}", item.Path, StringComparison.Ordinal).Replace("{id}", item.Id.ToString(), StringComparison.Ordinal).Replace("{word}", item.Secret, StringComparison.Ordinal);
            using var answer = await reader.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);
            var text = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace(asked.Split('=').Last(), "", StringComparison.Ordinal);
            foreach (var (other, hidden) in items.Where(entry => entry.Key != "live"))
            {
                // A search page repeats what was asked, and only that.
                var isEcho = address.Contains("{word}", StringComparison.Ordinal) && hidden.Secret == item.Secret;
                Assert.False(!isEcho && text.Contains(hidden.Secret, StringComparison.OrdinalIgnoreCase), $"{asked} shows the {other} item.");
            }

            Assert.False(isServerError(answer.StatusCode), $"{asked}: {answer.StatusCode}");
            _ = state;
        }

        static bool isServerError(HttpStatusCode status) => (int)status >= 500 && status != HttpStatusCode.NotImplemented;
    }

    private static async Task<Dictionary<string, (ItemId Id, string Path, string Word, string Secret)>> ItemsInEveryStateAsync(TestPortal portal)
    {
        var drafts = portal.Services.GetRequiredService<Drafts>();
        var publisher = portal.Services.GetRequiredService<Publisher>();
        var cancellation = TestContext.Current.CancellationToken;
        var items = new Dictionary<string, (ItemId, string, string, string)>(StringComparer.Ordinal);

        await AddAsync("draft", (_, _) => Task.CompletedTask);
        await AddAsync("scheduled", (id, version) => publisher.ScheduleAsync(id, version, portal.Clock.GetUtcNow().AddDays(1), Actor.Console, cancellation));
        await AddAsync("unpublished", async (id, version) => await publisher.UnpublishAsync(id, await LiveAsync(id, version), Actor.Console, cancellation));
        await AddAsync("held", async (id, version) => await publisher.HoldAsync(id, await LiveAsync(id, version), Actor.Console, null, cancellation));
        await AddAsync("withdrawn", async (id, version) => await publisher.WithdrawAsync(id, await LiveAsync(id, version), Actor.Console, cancellation));
        await AddAsync("retracted", async (id, version) => await publisher.RetractAsync(id, await LiveAsync(id, version), Actor.Console, "Sai sự thật.", cancellation));

        var live = await publisher.PublishNewAsync(drafts, Secret("congkhai", "congkhai"));
        Assert.IsType<Outcome.Done>(await drafts.SaveAsync(live.Item, live.Version, Secret("congkhai", "bimatbansua"), Actor.Console, cancellation));
        items["live"] = (live.Item, "tin-tuc/congkhai", "congkhai", "congkhai");
        items["draft of a live one"] = (live.Item, "tin-tuc/congkhai", "bimatbansua", "bimatbansua");
        return items;

        async Task<int> LiveAsync(ItemId id, int version) =>
            Assert.IsType<Outcome.Done>(await publisher.PublishAsync(id, version, Actor.Console, cancellation)).Version;

        async Task AddAsync(string state, Func<ItemId, int, Task> bring)
        {
            var secret = "bimat" + state;
            var draft = await drafts.DraftAsync(Secret("Tin " + state, secret));
            await bring(draft.Item, draft.Version);
            items[state] = (draft.Item, Slug.Of("Tin " + state) is var slug ? "tin-tuc/" + slug : "", secret, secret);
        }
    }

    private static Story Secret(string title, string word) => new()
    {
        Title = title,
        Summary = word,
        Tags = [word],
        Authors = [word],
        Source = word,
        Unit = "xa-dao-san-cu",
        Fields = ["giao-duc"],
        Blocks = [new MarkdownBlock { Text = word }, new QuoteBlock { Text = word, Speaker = word }, new HowToBlock { Title = word, Steps = [word] }],
    };
}
