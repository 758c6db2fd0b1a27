using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>The district's places in time: a story stays with the commune of its day and is found under today's.</summary>
public sealed class PlaceLists(CmsDatabase database, SiteBooks books, SiteFrames frames, TimeProvider clock)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoConditions = [];

    private static readonly string[] Types = [.. ContentTypes.All.Select(type => type.Key)];

    public async Task<PlacesPage> AllAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var today = SiteTime.Today(clock);
        var counts = (await ListSource.CountAsync(db.LiveItems(), [Taxonomies.Unit], cancellation))[Taxonomies.Unit].ToDictionary(row => row.Slug, row => row.Count);
        return new PlacesPage
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Title = "Theo địa phương",
            Description = "Gương người tốt, việc tốt theo xã, phường hôm nay và theo tên xã, thị trấn trước ngày 01/7/2025.",
            Path = "/dia-phuong",
            Trail = [new Crumb("Trang chủ", "/")],
            Places = [.. book.Units.Where(unit => unit.IsCommuneLevel && unit.IsValidOn(today)).Select(unit => Entry(book, unit, counts, today))],
        };
    }

    /// <summary>One place, or null when no commune, ward or town has this slug or the cursor is broken.</summary>
    public async Task<PlacePage?> FindAsync(string slug, ListRequest request, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        if (book.Unit(slug) is not { IsCommuneLevel: true } unit || (request.Cursor is { } text && Cursor.Parse(text) is null))
        {
            return null;
        }

        await using var db = database.Open();
        var today = SiteTime.Today(clock);
        var items = new ListSource(db, book).Items(Types, NoConditions, [new(Taxonomies.Unit, slug)]);
        var (rows, next) = await SectionLists.PageAsync(items, request, cancellation);
        var place = book.Place(slug, today)!;
        return new PlacePage
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Title = place.FullName,
            Description = $"Gương người tốt, việc tốt và tin, bài ở {place.FullName}.",
            Path = place.Path,
            Trail = [new Crumb("Trang chủ", "/"), new Crumb("Theo địa phương", "/dia-phuong")],
            Place = place,
            ValidFrom = unit.ValidFrom,
            ValidTo = unit.ValidTo,
            Predecessors = [.. Communes(book, slug).Select(other => book.Place(other.Slug, today)!)],
            Successors = [.. unit.Successors.Select(other => book.Place(other, today)).OfType<Place>()],
            Spellings = unit.Spellings,
            Items = await Teasers.FillAsync(db, book, rows, today, cancellation),
            Total = await items.CountAsync(cancellation),
            NextUrl = next is null ? null : $"{place.Path}?tiep={next}",
            NoIndex = request.Cursor is not null,
        };
    }

    private static PlaceEntry Entry(SiteBook book, UnitEntry unit, Dictionary<string, int> counts, DateOnly today) => new(
        book.Place(unit.Slug, today)!,
        book.WithPredecessors(unit.Slug).Sum(slug => counts.GetValueOrDefault(slug)),
        [.. Communes(book, unit.Slug).Select(older => Entry(book, older, counts, today))]);

    /// <summary>What the place was made of; the district is not a place with a page.</summary>
    private static IEnumerable<UnitEntry> Communes(SiteBook book, string slug) => book.Predecessors(slug).Where(unit => unit.IsCommuneLevel);
}
