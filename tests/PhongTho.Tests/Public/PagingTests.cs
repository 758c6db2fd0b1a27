using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Seeding;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Public;

/// <summary>Walking a list to its end while the newsroom works: every story that was there at the start is met exactly once.</summary>
public sealed class PagingTests
{
    private const int Stories = 80;

    [Fact]
    public async Task A_reader_who_pages_on_meets_every_story_once_though_others_come_and_go()
    {
        await using var portal = await StartAsync();
        using var reader = portal.Reader();
        var seen = new List<string>();
        var page = 0;

        for (var next = "/tin-tuc"; next is not null; page++)
        {
            var html = await new HtmlParser().ParseDocumentAsync(await reader.GetStringAsync(new Uri(next, UriKind.Relative), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            seen.AddRange(html.QuerySelectorAll("main h2 a, main h3 a").Select(link => link.GetAttribute("href")!).Where(link => link.StartsWith("/tin-tuc/cu-", StringComparison.Ordinal)));
            next = html.QuerySelectorAll("a[href*='tiep=']").Select(link => link.GetAttribute("href")).SingleOrDefault();
            await DisturbAsync(portal, page);
        }

        Assert.Equal(4, page);
        Assert.Equal(Old, seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_program_that_asks_on_meets_every_story_once_though_others_come_and_go()
    {
        await using var portal = await StartAsync();
        using var reader = portal.Reader();
        var seen = new List<string>();
        string? cursor = null;
        var page = 0;

        do
        {
            var list = JsonDocument.Parse(await reader.GetStringAsync(new Uri($"/api/v1/stories?limit=7&cursor={cursor}", UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
            seen.AddRange(list.GetProperty("items").EnumerateArray().Select(item => "/" + item.GetProperty("path").GetString()!.TrimStart('/')));
            cursor = list.GetProperty("next").GetString();
            await DisturbAsync(portal, page++);
        }
        while (cursor is not null);

        Assert.Equal(Old, seen.Where(path => path.StartsWith("/tin-tuc/cu-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Old => Enumerable.Range(0, Stories).Select(number => $"/tin-tuc/cu-{number}").Order(StringComparer.Ordinal);

    /// <summary>Eighty stories of four moments only, so that pages break between equal times.</summary>
    private static async Task<TestPortal> StartAsync()
    {
        var frame = Directory.CreateTempSubdirectory("phongtho-frame-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(frame.FullName, "sections.yaml"), "chuyen-trang:\n  - duong-dan: tin-tuc\n    ten: Tin\n    loai: [story]\n", TestContext.Current.CancellationToken);
            var portal = await TestPortal.StartAsync(frame.FullName);
            var rows = Enumerable.Range(0, Stories).Select(number => $$"""{"id":"{{number}}","title":"Cũ {{number}}","publishedAt":"2026-01-0{{(number % 4) + 1}}"}""");
            using var input = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', rows)));
            Assert.True((await portal.Services.GetRequiredService<StoryImport>().RunAsync(input, null, TestContext.Current.CancellationToken)).IsComplete);
            return portal;
        }
        finally
        {
            frame.Delete(recursive: true);
        }
    }

    /// <summary>Two new ones on top, one of them taken back at once.</summary>
    private static async Task DisturbAsync(TestPortal portal, int page)
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var (drafts, publisher) = (portal.Services.GetRequiredService<Drafts>(), portal.Services.GetRequiredService<Publisher>());
        await publisher.PublishNewAsync(drafts, Bodies.Story($"Mới {page}"));
        var other = await publisher.PublishNewAsync(drafts, Bodies.Story($"Vội {page}"));
        await publisher.UnpublishAsync(other.Item, other.Version, Actor.Console, TestContext.Current.CancellationToken);
    }
}
