using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Replications;

namespace PhongTho.Cms.Office.Reports;

/// <summary>Who copies a way of doing: registered and checked in the period. Names as readers see them.</summary>
internal sealed class SpreadChapter : IReportChapter
{
    public int Order => 30;

    public async Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation)
    {
        var (from, to) = (source.Period.From, source.Period.To);
        var rows = await source.Db.Replications.Where(row => (row.RegisteredAt >= from && row.RegisteredAt < to) || (row.CheckedAt >= from && row.CheckedAt < to))
            .OrderBy(static row => row.RegisteredAt).ToListAsync(cancellation);
        ItemId[] ids = [.. rows.Select(static row => row.ItemId).Distinct()];
        var ways = await source.Db.LiveItems().Where(item => ids.Contains(item.Id)).Select(static item => new { item.Id, item.Title, item.Path }).ToDictionaryAsync(static item => item.Id, cancellation);
        return new ReportChapter("Nhân rộng",
        [
            new("nhan-rong", "Đăng ký làm theo trong kỳ", Rows(row => row.RegisteredAt >= from && row.RegisteredAt < to)),
            new("nhan-rong.kiem-tra", "Kết quả đã được kiểm tra trong kỳ", Rows(row => row.CheckedAt >= from && row.CheckedAt < to)),
        ]);

        IReadOnlyList<ReportRow> Rows(Func<Replication, bool> which) =>
        [
            .. rows.Where(which).Where(row => ways.ContainsKey(row.ItemId)).Select(row => new ReportRow(
                $"{row.ShownName}: {ways[row.ItemId].Title}", "/" + ways[row.ItemId].Path, row.Unit is { } unit ? source.Book.NameOf(Taxonomies.Unit, unit) : "",
                DateOnly.FromDateTime(SiteTime.Local(row.RegisteredAt).DateTime))),
        ];
    }
}
