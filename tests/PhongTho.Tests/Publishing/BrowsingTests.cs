using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Search;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Publishing;

/// <summary>Whoever answers a list without words, the index or the database: the same items, in the same order, with the same counts.</summary>
public sealed class BrowsingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_list_of_the_site_is_the_same_whoever_answers_it()
    {
        var counting = new Counting();
        await using var portal = await TestPortal.StartAsync(Repository.Content, counting);
        await portal.CaughtUpAsync(Cancellation);
        var (lists, byDatabase) = (portal.Services.GetRequiredService<SectionLists>(), Sections(portal, ByDatabase(portal)));
        var book = await portal.Services.GetRequiredService<SiteBooks>().CurrentAsync(Cancellation);
        var compared = 0;
        counting.Counts = 0;
        foreach (var section in book.Sections)
        {
            if (await lists.FindAsync(section.Path, new ListRequest { Size = 5 }, Cancellation) is not { } page)
            {
                continue;
            }

            Assert.Equal(0, section.Conditions.Any(condition => condition.Value.Contains("*")) ? 0 : counting.Counts);
            Assert.Equal(Told((await byDatabase.FindAsync(section.Path, new ListRequest { Size = 5 }, Cancellation))!), Told(page));
            foreach (var (taxonomy, option) in page.Filters.SelectMany(group => group.Options.Select(option => (group.Taxonomy, option.Slug))))
            {
                compared += await CompareAsync(section.Path, new Dictionary<string, string> { [taxonomy] = option }, lists, byDatabase);
            }

            counting.Counts = 0;
        }

        Assert.True(compared > 100, $"Only {compared} pages were compared.");
    }

    [Fact]
    public async Task Places_and_lists_for_programs_are_the_same_whoever_answers_them()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        await portal.CaughtUpAsync(Cancellation);
        var (database, books) = (portal.Database, portal.Services.GetRequiredService<SiteBooks>());
        var (places, catalogue) = (portal.Services.GetRequiredService<PlaceLists>(), portal.Services.GetRequiredService<Catalogue>());
        var placesByDatabase = new PlaceLists(database, books, portal.Services.GetRequiredService<SiteFrames>(), ByDatabase(portal), portal.Time);
        var catalogueByDatabase = new Catalogue(database, books, ByDatabase(portal));

        Assert.Equal((await placesByDatabase.AllAsync(false, "", Cancellation)).Places.Select(place => (place.Place.Path, place.Count)), (await places.AllAsync(false, "", Cancellation)).Places.Select(place => (place.Place.Path, place.Count)));
        foreach (var unit in (await books.CurrentAsync(Cancellation)).Units.Where(unit => unit.IsCommuneLevel))
        {
            var (one, other) = (await placesByDatabase.FindAsync(unit.Slug, new ListRequest(), Cancellation), await places.FindAsync(unit.Slug, new ListRequest(), Cancellation));
            Assert.Equal((one!.Total, string.Join(' ', one.Items.Select(item => item.Path))), (other!.Total, string.Join(' ', other.Items.Select(item => item.Path))));
            var request = new ListRequest { Filters = new Dictionary<string, string> { [Taxonomies.Unit] = unit.Slug } };
            foreach (var type in ContentTypes.All)
            {
                var (some, same) = (await catalogueByDatabase.ListAsync(type, request, Cancellation), await catalogue.ListAsync(type, request, Cancellation));
                Assert.Equal((some!.Total, string.Join(' ', some.Items.Select(item => item.Path))), (same!.Total, string.Join(' ', same.Items.Select(item => item.Path))));
            }
        }
    }

    private static async Task<int> CompareAsync(string path, Dictionary<string, string> filters, SectionLists lists, SectionLists byDatabase)
    {
        var pages = 0;
        for (string? cursor = null; pages == 0 || cursor is not null; pages++)
        {
            var request = new ListRequest { Filters = filters, Cursor = cursor, Size = 5 };
            var page = (await lists.FindAsync(path, request, Cancellation))!;

            Assert.Equal(Told((await byDatabase.FindAsync(path, request, Cancellation))!), Told(page));
            cursor = page.NextUrl is { } next ? next[(next.IndexOf("tiep=", StringComparison.Ordinal) + 5)..] : null;
        }

        return pages;
    }

    private static string Told(SectionPage page) => string.Join('\n',
        [$"{page.Path}: {page.Total}", .. page.Items.Select(item => item.Path), .. page.Filters.SelectMany(group => group.Options.Select(option => $"{group.Taxonomy} {option.Slug} {option.Count}")), page.NextUrl ?? ""]);

    private static SectionLists Sections(TestPortal portal, Browsing browsing) =>
        new(portal.Database, portal.Services.GetRequiredService<SiteBooks>(), portal.Services.GetRequiredService<SiteFrames>(), browsing, portal.Time);

    /// <summary>To it, the index is always behind.</summary>
    private static Browsing ByDatabase(TestPortal portal)
    {
        var ahead = new ChangeSignal();
        ahead.Advance(long.MaxValue);
        return new Browsing(portal.Services.GetRequiredService<SearchIndex>(), ahead);
    }

    private sealed class Counting : DbCommandInterceptor
    {
        public int Counts { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Counts += command.CommandText.Contains("COUNT(*)", StringComparison.OrdinalIgnoreCase) && command.CommandText.Contains("\"Item", StringComparison.Ordinal) ? 1 : 0;
            return ValueTask.FromResult(result);
        }
    }
}
