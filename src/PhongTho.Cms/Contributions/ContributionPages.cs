using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Spreadsheets;

namespace PhongTho.Cms.Contributions;

/// <summary>What people gave, by place and year: the sums of the checked lines, with the way to take them home.</summary>
public sealed record ContributionsPage : SitePage
{
    /// <summary>Columns: the kinds of gifts.</summary>
    public required IReadOnlyList<TermEntry> Kinds { get; init; }

    /// <summary>Today's places, each with the places it was made of.</summary>
    public required IReadOnlyList<GiftPlace> Places { get; init; }

    public required GiftPlace Everywhere { get; init; }

    /// <summary>Every year, and each one.</summary>
    public required IReadOnlyList<SectionLink> Years { get; init; }

    /// <summary>Some of the sums come from sample texts.</summary>
    public bool HasSamples { get; init; }

    /// <summary>The same sums for a spreadsheet.</summary>
    public required string CsvPath { get; init; }
}

/// <summary>A place and what was given there.</summary>
/// <param name="Place">Null for lines that name no unit, and for all places together.</param>
/// <param name="Parts">Former units, when the sums of their days are told apart.</param>
public sealed record GiftPlace(Place? Place, IReadOnlyList<ContributionSum> Sums, IReadOnlyList<GiftPlace> Parts)
{
    public IEnumerable<ContributionSum> Of(TermEntry kind) => Sums.Where(sum => sum.Kind == kind.Slug);
}

/// <summary>Builds the public page of the ledger.</summary>
public sealed class ContributionPages(CmsDatabase database, SiteBooks books, Published published, TimeProvider clock)
{
    public const string Path = "/dong-gop";

    private static readonly string[] head = ["Đơn vị lúc góp", "Đơn vị hôm nay", "Năm", "Loại", "Góp gì", "Số lượng", "Đơn vị tính", "Quy ra đồng", "Số dòng"];

    /// <param name="year">Null for all years.</param>
    public async Task<ContributionsPage> BuildAsync(int? year, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var all = await SumsAsync(book, cancellation);
        IReadOnlyList<ContributionSum> sums = year is null ? AllYears(all) : [.. all.Where(sum => sum.Year == year)];
        var today = SiteTime.Today(clock);
        return new ContributionsPage
        {
            Frame = await published.FrameAsync(cancellation),
            Title = year is null ? "Đóng góp của bà con" : $"Đóng góp của bà con năm {year}",
            Description = "Ngày công, tiền, đất và hiện vật bà con đã góp cho cộng đồng, cộng theo xã, phường và theo năm từ những số liệu đã kiểm tra.",
            Path = Path + (year is null ? "" : "?nam=" + Print(year.Value)),
            Trail = [new Crumb("Trang chủ", "/")],
            NoIndex = year is not null,
            Kinds = ContributionTotals.Kinds(book),
            Places = [.. sums.AtPlacesOf(book, today).GroupBy(static sum => sum.Unit, StringComparer.Ordinal).OrderBy(group => OrderOf(book, group.Key)).Select(group => Now(book, today, group.Key, [.. group], sums))],
            Everywhere = new GiftPlace(null, ContributionTotals.Together(sums.Select(static sum => sum with { Unit = "" })), []),
            Years =
            [
                new SectionLink("Mọi năm", Path, year is null),
                .. all.Select(static sum => sum.Year).Where(static known => known > 0).Distinct().OrderDescending().Select(known => new SectionLink(Print(known), $"{Path}?nam={Print(known)}", known == year)),
            ],
            HasSamples = await HasSamplesAsync(cancellation),
            CsvPath = Path + ".csv",
        };
    }

    /// <summary>Every sum by unit as it was and as it is, year, kind and measure, for a spreadsheet.</summary>
    public async Task<byte[]> FileAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var today = SiteTime.Today(clock);
        var sums = (await SumsAsync(book, cancellation)).OrderBy(sum => OrderOf(book, sum.Unit)).ThenBy(static sum => sum.Year).ThenBy(static sum => sum.Kind, StringComparer.Ordinal).ThenBy(static sum => sum.What, StringComparer.Ordinal);
        return CsvTable.Write(head, sums.Select(sum => Cells(sum, book, today)));
    }

    private static string[] Cells(ContributionSum sum, SiteBook book, DateOnly today) =>
    [
        book.Unit(sum.Unit)?.FullName ?? "", book.Today(sum.Unit, today)?.FullName ?? "", sum.Year > 0 ? Print(sum.Year) : "", book.NameOf(Taxonomies.ContributionKind, sum.Kind), sum.What,
        sum.Quantity.ToString("0.####", CultureInfo.InvariantCulture), sum.Measure, sum.Value > 0 ? sum.Value.ToString("0", CultureInfo.InvariantCulture) : "", Print(sum.Lines),
    ];

    private async Task<IReadOnlyList<ContributionSum>> SumsAsync(SiteBook book, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await ContributionTotals.ReadAsync(ContributionTotals.PublicLines(db), book, cancellation);
    }

    private async Task<bool> HasSamplesAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var lines = ContributionTotals.PublicLines(db);
        var cards = await db.Items.Where(item => lines.Any(row => row.ItemId == item.Id)).Select(static item => item.Card).ToListAsync(cancellation);
        return cards.Exists(static card => card.IsSample) || await lines.AnyAsync(row => row.ItemId == null && db.Subjects.Any(subject => subject.Id == row.SubjectId && subject.IsSample), cancellation);
    }

    private static GiftPlace Now(SiteBook book, DateOnly today, string unit, IReadOnlyList<ContributionSum> sums, IReadOnlyList<ContributionSum> then)
    {
        var older = then.Where(sum => sum.Unit != unit && (book.Today(sum.Unit, today)?.Slug ?? sum.Unit) == unit).GroupBy(static sum => sum.Unit, StringComparer.Ordinal).OrderBy(group => OrderOf(book, group.Key));
        return new GiftPlace(book.Place(unit, today), sums, [.. older.Select(group => new GiftPlace(book.Place(group.Key, today), [.. group], []))]);
    }

    private static IReadOnlyList<ContributionSum> AllYears(IEnumerable<ContributionSum> sums) => ContributionTotals.Together(sums.Select(static sum => sum with { Year = 0 }));

    private static int OrderOf(SiteBook book, string unit)
    {
        for (var i = 0; i < book.Units.Length; i++)
        {
            if (book.Units[i].Slug == unit)
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private static string Print(int number) => number.ToString(CultureInfo.InvariantCulture);
}
