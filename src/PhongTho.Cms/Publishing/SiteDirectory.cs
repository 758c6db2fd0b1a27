using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Consultations;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>An address and when what stands there last changed.</summary>
public sealed record AddressEntry(string Path, DateTimeOffset UpdatedAt);

/// <summary>Everything public at one glance: site map for people, sitemap for machines, archive by month.</summary>
public sealed class SiteDirectory(CmsDatabase database, SiteBooks books, SiteFrames frames, TimeProvider clock)
{
    /// <summary>All public addresses, in one pass over the item table.</summary>
    public async Task<IReadOnlyList<AddressEntry>> AddressesAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var items = await db.LiveItems().OrderByDescending(item => item.UpdatedAt).ThenBy(item => item.Path)
            .Select(item => new AddressEntry("/" + item.Path, item.UpdatedAt)).ToListAsync(cancellation);
        var newest = items.Count == 0 ? clock.GetUtcNow() : items[0].UpdatedAt;
        var places = book.Units.Where(unit => unit.IsCommuneLevel).Select(unit => "/dia-phuong/" + unit.Slug);
        return
        [
            .. book.Sections.Select(section => "/" + section.Path).Prepend("/").Append("/dia-phuong").Concat(places).Append("/luu-tru").Append("/so-do-trang").Append("/nhung").Append("/" + ConsultationPages.Path)
                .Select(path => new AddressEntry(path, newest)),
            .. items,
        ];
    }

    public async Task<SiteMapPage> SiteMapAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        string[] trees = [.. ContentTypes.All.Where(type => type.IsTree).Select(type => type.Key)];
        var pages = await db.LiveItems().Where(item => trees.Contains(item.Type)).OrderBy(item => item.Path)
            .Select(item => new { item.Path, item.Title }).ToListAsync(cancellation);
        var entries = pages.Select(page => (page.Path, page.Title)).Concat(book.Sections.Select(section => (section.Path, Title: section.Name))).ToList();
        return new SiteMapPage
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Title = "Sơ đồ trang",
            Description = "Mọi chuyên trang và trang của cổng.",
            Path = "/so-do-trang",
            Trail = [new Crumb("Trang chủ", "/")],
            Tree =
            [
                .. Under(entries, ""),
                new MenuLink("Lấy ý kiến trước khi khen thưởng", "/" + ConsultationPages.Path, []),
                new MenuLink("Theo địa phương", "/dia-phuong", []),
                new MenuLink("Lưu trữ theo năm", "/luu-tru", []),
                new MenuLink("Tìm kiếm", "/tim-kiem", []),
                new MenuLink("Nhúng vào trang khác", "/nhung", []),
            ],
        };
    }

    /// <summary>Years and months of publication; with a month, its items. Null for a month that cannot be.</summary>
    public async Task<ArchivePage?> ArchiveAsync(string? month, CancellationToken cancellation)
    {
        if (month is not null && !(PartialDate.TryParse(month, out var parsed) && parsed is { Month: not null, Day: null }))
        {
            return null;
        }

        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var days = await db.LiveItems().Select(item => item.ListedAt).ToListAsync(cancellation);
        var months = days.Select(day => SiteTime.Local(day)).GroupBy(day => (day.Year, day.Month)).ToDictionary(group => group.Key, group => group.Count());
        return new ArchivePage
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Title = month is null ? "Lưu trữ theo năm" : $"Lưu trữ {PartialDate.Parse(month).ToVietnamese()}",
            Description = "Mọi nội dung đã đăng, theo năm và tháng.",
            Path = month is null ? "/luu-tru" : "/luu-tru/" + month,
            Trail = month is null ? [new Crumb("Trang chủ", "/")] : [new Crumb("Trang chủ", "/"), new Crumb("Lưu trữ theo năm", "/luu-tru")],
            Years = [.. months.GroupBy(row => row.Key.Year).OrderByDescending(year => year.Key).Select(year => Year(year.Key, year, month))],
            Items = month is null ? [] : await OfMonthAsync(db, book, PartialDate.Parse(month), cancellation),
            Chosen = month,
        };
    }

    private static IReadOnlyList<MenuLink> Under(List<(string Path, string Title)> entries, string parent) =>
    [
        .. entries.Where(entry => IsChild(entry.Path, parent)).Select(entry => new MenuLink(entry.Title, "/" + entry.Path, Under(entries, entry.Path))),
    ];

    private static bool IsChild(string path, string parent) => parent.Length == 0
        ? !path.Contains('/', StringComparison.Ordinal)
        : path.StartsWith(parent + "/", StringComparison.Ordinal) && !path[(parent.Length + 1)..].Contains('/', StringComparison.Ordinal);

    private static ArchiveYear Year(int year, IEnumerable<KeyValuePair<(int Year, int Month), int>> months, string? chosen)
    {
        var links = months.OrderByDescending(row => row.Key.Month).Select(row =>
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{year}-{row.Key.Month:00}");
            return new SectionLink(string.Create(CultureInfo.InvariantCulture, $"Tháng {row.Key.Month}"), "/luu-tru/" + key, key == chosen, row.Value);
        }).ToArray();
        return new ArchiveYear(year, links.Sum(link => link.Count ?? 0), links);
    }

    private async Task<IReadOnlyList<Teaser>> OfMonthAsync(CmsDb db, SiteBook book, PartialDate month, CancellationToken cancellation)
    {
        var from = SiteTime.StartOf(month.FirstDay);
        var to = SiteTime.StartOf(month.FirstDay.AddMonths(1));
        var rows = await db.LiveItems().Where(item => item.ListedAt >= from && item.ListedAt < to).NewestFirst().Take(500).ToListAsync(cancellation);
        return await Teasers.FillAsync(db, book, rows, SiteTime.Today(clock), cancellation);
    }
}
