using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>The district's places in time: a story stays with the commune of its day and is found under today's.</summary>
public sealed class PlaceLists(CmsDatabase database, SiteBooks books, SiteFrames frames, Browsing browsing, TimeProvider clock)
{
    public const string Path = "/dia-phuong";

    public const string FormerPath = Path + "?xem=xa-cu";

    /// <param name="isFormer">The places of before, instead of today's.</param>
    /// <param name="words">A name to look for, with or without marks, in any spelling; empty for none.</param>
    public async Task<PlacesPage> AllAsync(bool isFormer, string words, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var today = SiteTime.Today(clock);
        var counts = (await new ListSource(db, book, browsing).CountTermsAsync(new Browse(), [Taxonomies.Unit], cancellation))[Taxonomies.Unit].ToDictionary(row => row.Slug, row => row.Count);
        return new PlacesPage
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Title = isFormer ? "Theo xã, thị trấn cũ" : "Theo địa phương",
            Description = isFormer
                ? "Gương người tốt, việc tốt theo tên xã, thị trấn trước ngày 01/07/2025, kèm nơi ấy nay thuộc xã, phường nào."
                : "Gương người tốt, việc tốt theo xã, phường hôm nay, gồm cả những xã, thị trấn cũ đã nhập vào.",
            Path = isFormer ? FormerPath : Path,
            Trail = [new Crumb("Trang chủ", "/")],
            IsFormer = isFormer,
            Drawing = PlaceDrawings.Of(book, today, isFormer, slug => CountOf(book, slug, counts)),
            Places = [.. book.Units.Where(unit => unit.IsCommuneLevel && unit.IsValidOn(today) != isFormer).Select(unit => Entry(book, unit, counts, today))],
            Words = words,
            Found = words.Length == 0 ? [] : [.. PlaceNames.Find(book, words).OrderBy(unit => unit.IsValidOn(today) ? 0 : 1).Select(unit => Entry(book, unit, counts, today))],
            NoIndex = words.Length > 0,
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
        var source = new ListSource(db, book, browsing);
        var browse = new Browse { Filters = [new(Taxonomies.Unit, slug)] };
        var (rows, next) = await SectionLists.PageAsync(source.Rows(browse), request, cancellation);
        var place = book.Place(slug, today)!;
        return new PlacePage
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Title = place.IsFormer && place.Until is { } end ? string.Create(CultureInfo.InvariantCulture, $"{place.FullName} (đến {end:dd/MM/yyyy})") : place.FullName,
            Description = $"Gương người tốt, việc tốt và tin, bài ở {place.FullName}.",
            Path = place.Path,
            Trail = [new Crumb("Trang chủ", "/"), new Crumb("Theo địa phương", Path)],
            Place = place,
            ValidFrom = unit.ValidFrom,
            ValidTo = unit.ValidTo,
            Predecessors = [.. Communes(book, slug).Select(other => book.Place(other.Slug, today)!)],
            Successors = [.. unit.Successors.Select(other => book.Place(other, today)).OfType<Place>()],
            Spellings = unit.Spellings,
            Namesakes = [.. PlaceNames.Namesakes(book, unit).Select(other => book.Place(other.Slug, today)! with { Path = other.IsCommuneLevel ? $"{Path}/{other.Slug}" : "" })],
            Gifts = await GiftsAsync(db, book, slug, cancellation),
            Items = await Teasers.FillAsync(db, book, rows, today, cancellation),
            Total = await source.CountAsync(browse, cancellation),
            NextUrl = next is null ? null : $"{place.Path}?tiep={next}",
            NoIndex = request.Cursor is not null,
        };
    }

    /// <summary>What was given there and in what it was made of, all years together.</summary>
    private static async Task<IReadOnlyList<Gift>> GiftsAsync(CmsDb db, SiteBook book, string slug, CancellationToken cancellation)
    {
        string[] units = [.. book.WithPredecessors(slug)];
        var sums = await ContributionTotals.ReadAsync(ContributionTotals.PublicLines(db).Where(row => row.Unit != null && units.Contains(row.Unit)), book, cancellation);
        return
        [
            .. ContributionTotals.Together(sums.Select(sum => sum with { Unit = slug, Year = 0 })).OrderBy(static sum => sum.What.Length > 0).ThenBy(static sum => sum.Kind, StringComparer.Ordinal).ThenBy(static sum => sum.What, StringComparer.Ordinal)
                .Select(sum => new Gift(sum.What.Length > 0 ? sum.What : book.NameOf(Taxonomies.ContributionKind, sum.Kind), sum.Quantity, sum.Measure)),
        ];
    }

    private static PlaceEntry Entry(SiteBook book, UnitEntry unit, Dictionary<string, int> counts, DateOnly today) => new(
        book.Place(unit.Slug, today)!, CountOf(book, unit.Slug, counts), [.. Communes(book, unit.Slug).Select(older => Entry(book, older, counts, today))])
    {
        Spellings = unit.Spellings,
    };

    private static int CountOf(SiteBook book, string slug, Dictionary<string, int> counts) => book.WithPredecessors(slug).Sum(own => counts.GetValueOrDefault(own));

    /// <summary>What the place was made of; the district is not a place with a page.</summary>
    private static IEnumerable<UnitEntry> Communes(SiteBook book, string slug) => book.Predecessors(slug).Where(unit => unit.IsCommuneLevel);
}
