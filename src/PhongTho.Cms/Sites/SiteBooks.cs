using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Sites;

/// <summary>Hands out the book of the newest position, read once per position however many ask.</summary>
public sealed class SiteBooks(CmsDatabase database, ChangeSignal signal) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private SiteBook? newest;

    public async ValueTask<SiteBook> CurrentAsync(CancellationToken cancellation)
    {
        if (newest is { } book && book.Position >= signal.Position)
        {
            return book;
        }

        await reading.WaitAsync(cancellation);
        try
        {
            return newest is { } fresh && fresh.Position >= signal.Position ? fresh : newest = await ReadAsync(cancellation);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private async Task<SiteBook> ReadAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();

        // The position first: what is read after it can only be newer, and then the next request reads again.
        var position = await db.Clocks.Select(clock => clock.Position).SingleAsync(cancellation);
        var settings = await db.Settings.ToDictionaryAsync(setting => setting.Key, setting => setting.Json, cancellation);
        var taxonomies = await db.Taxonomies.ToListAsync(cancellation);

        // Free tags are known as long as something live carries them: a withdrawn story's words must not live on in a vocabulary.
        var terms = await db.Terms.Where(term => term.Taxonomy != Taxonomies.Tag
            || db.ItemTerms.Any(carried => carried.Taxonomy == term.Taxonomy && carried.Slug == term.Slug && db.LiveItems().Any(item => item.Id == carried.ItemId))).ToListAsync(cancellation);
        var units = await db.Units.ToListAsync(cancellation);
        return new SiteBook(
            position,
            Read(settings, SiteSettings.Key, new SiteSettings { Name = "Cổng thông tin" }),
            Read(settings, Menus.Key, new Menus()),
            Read(settings, Sections.Key, new Sections()),
            taxonomies,
            terms,
            units)
        {
            Map = Read(settings, PlaceMap.Key, new PlaceMap()),
            CommendationRules = Read(settings, CommendationRules.Key, new CommendationRules()),
        };
    }

    private static T Read<T>(Dictionary<string, string> settings, string key, T otherwise) =>
        settings.TryGetValue(key, out var json) ? ContentJson.Read<T>(json) : otherwise;
}
