using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Sites;
using PhongTho.Portal.Hosting;
using PhongTho.Search;

namespace PhongTho.Benchmarks;

/// <summary>Lists without words, answered by the database and by the index from the same items: a page, a rare place, the counts beside a list.</summary>
internal static class ListBenchmark
{
    private const int Rounds = 15;

    private static readonly string[] Counted = [Taxonomies.Field, Taxonomies.Unit, Taxonomies.Year];

    public static async Task RunAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-bench-").FullName;
        await using var portal = PortalBuilder.Build([$"--PhongTho:Data={folder}", "--PhongTho:Seed=false", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
        await portal.StartAsync();
        await portal.Services.GetRequiredService<Readiness>().WhenReady;
        using (var lines = new MemoryStream(Lines(count)))
        {
            await portal.Services.GetRequiredService<StoryImport>().RunAsync(lines, null, CancellationToken.None);
        }

        await portal.Services.GetRequiredService<SearchFollower>().CatchUpAsync(CancellationToken.None);
        var (database, search) = (portal.Services.GetRequiredService<CmsDatabase>(), portal.Services.GetRequiredService<SiteSearch>());
        foreach (var (name, unit) in new[] { ("all", null), ("a common place", "xa-1"), ("a rare place", "xa-hiem") })
        {
            await CompareAsync(
                "page of " + name,
                db => Items(db, unit).NewestFirst().Take(24).ToListAsync(),
                () => search.SearchAsync(Request(unit, 24), CancellationToken.None));
            await CompareAsync(
                "total of " + name,
                db => Items(db, unit).CountAsync(),
                () => search.SearchAsync(Request(unit, 0), CancellationToken.None));
            await CompareAsync(
                "counts of " + name,
                db => Items(db, unit).SelectMany(item => item.Terms).Where(term => Counted.Contains(term.Taxonomy)).GroupBy(term => new { term.Taxonomy, term.Slug })
                    .Select(group => new { group.Key.Taxonomy, group.Key.Slug, Count = group.Count() }).ToListAsync(),
                () => search.SearchAsync(Request(unit, 0) with { Count = Counted }, CancellationToken.None));
        }

        var books = portal.Services.GetRequiredService<SiteBooks>();
        var (decided, alone) = (portal.Services.GetRequiredService<Catalogue>(), new Catalogue(database, books, new Browsing(portal.Services.GetRequiredService<SearchIndex>(), Ahead())));
        foreach (var unit in new[] { "xa-1", "xa-hiem" })
        {
            var request = new ListRequest { Filters = new Dictionary<string, string> { [Taxonomies.Unit] = unit } };
            var type = ContentTypes.Get("story");
            await CompareAsync($"a page for programs of {unit}, as decided", _ => alone.ListAsync(type, request, CancellationToken.None), () => decided.ListAsync(type, request, CancellationToken.None));
        }

        await portal.StopAsync();

        async Task CompareAsync(string name, Func<CmsDb, Task> byDatabase, Func<Task> byIndex)
        {
            await using var db = database.Open();
            var (slow, quick) = (await MedianAsync(() => byDatabase(db)), await MedianAsync(byIndex));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"lists ({count:N0} items): {name}: database {slow:N2} ms, index {quick:N2} ms, ratio {quick / slow:N3}"));
        }
    }

    /// <summary>Who follows it takes the index for outdated, and asks the database for everything.</summary>
    private static ChangeSignal Ahead()
    {
        var signal = new ChangeSignal();
        signal.Advance(long.MaxValue);
        return signal;
    }

    private static IQueryable<ContentItem> Items(CmsDb db, string? unit)
    {
        var items = db.LiveItems().Where(item => item.Type == "story");
        return unit is null ? items : items.WithTerm(Taxonomies.Unit, [unit]);
    }

    private static SiteSearchRequest Request(string? unit, int limit) => new()
    {
        Types = ["story"],
        Filters = unit is null ? new Dictionary<string, string>() : new Dictionary<string, string> { [Taxonomies.Unit] = unit },
        Limit = limit,
    };

    private static async Task<double> MedianAsync(Func<Task> act)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            await act();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    private static byte[] Lines(int count)
    {
        var lines = new StringBuilder();
        foreach (var (text, place) in SampleTexts.Make(count).Select((text, place) => (text, place)))
        {
            lines.Append(JsonSerializer.Serialize(new
            {
                id = text.Id,
                title = text.Title,
                summary = text.Summary,
                body = text.Summary,
                unit = place % 5000 == 7 ? "xa-hiem" : "xa-" + (place % 12).ToString(CultureInfo.InvariantCulture),
                field = "linh-vuc-" + (place % 9).ToString(CultureInfo.InvariantCulture),
                publishedAt = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).AddHours(place * 2L),
            })).Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
