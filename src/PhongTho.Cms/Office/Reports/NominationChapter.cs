using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Office.Reports;

/// <summary>What people told us of, and how it was answered. Names of the told are for the desk; of those who told, none is here.</summary>
internal sealed class NominationChapter : IReportChapter
{
    public int Order => 15;

    public async Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation)
    {
        var (from, to) = (source.Period.From, source.Period.To);
        var received = await source.Db.Nominations.Where(row => row.ReceivedAt >= from && row.ReceivedAt < to).OrderBy(static row => row.ReceivedAt).ToListAsync(cancellation);
        var closed = await source.Db.Nominations.Where(row => row.ClosedAt >= from && row.ClosedAt < to).OrderBy(static row => row.ClosedAt).ToListAsync(cancellation);
        var open = await source.Db.Nominations.Where(row => row.ClosedAt == null && row.ReceivedAt < to).OrderBy(static row => row.StateAt).ToListAsync(cancellation);
        var late = open.Where(row => NominationInbox.IsLate(row.State, row.StateAt, SiteTime.StartOf(source.Today.AddDays(1)))).ToList();
        return new ReportChapter("Lời giới thiệu gương của người dân và đơn vị",
        [
            new("gioi-thieu", "Lời giới thiệu đã nhận", Rows(received)),
            new("gioi-thieu.dan", "Của người dân", Rows(received.Where(static row => row.NominatedBy is null)), IsPart: true),
            new("gioi-thieu.don-vi", "Của cơ quan, đơn vị", Rows(received.Where(static row => row.NominatedBy is not null)), IsPart: true),
            new("gioi-thieu.tra-loi", "Đã trả lời xong trong kỳ", Rows(closed)),
            new("gioi-thieu.thanh-bai", "Trong đó đã thành bài viết", Rows(closed.Where(static row => row.State == NominationState.TurnedIntoExemplar)), IsPart: true),
            new("gioi-thieu.qua-han", "Đang chờ quá hạn", Rows(late)) { IsLate = true },
        ]);

        IReadOnlyList<ReportRow> Rows(IEnumerable<Nomination> rows) =>
        [
            .. rows.Select(row => new ReportRow(
                $"{row.Code}: {row.Name}", "/manager/nominations/" + row.Code,
                string.Join(" · ", new[] { row.Unit is { } unit ? source.Book.NameOf(Taxonomies.Unit, unit) : "", NominationSteps.NameOf(row.State) }.Where(static part => part.Length > 0)),
                DateOnly.FromDateTime(SiteTime.Local(row.ReceivedAt).DateTime))),
        ];
    }
}
