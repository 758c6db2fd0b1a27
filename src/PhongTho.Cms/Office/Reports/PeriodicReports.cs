using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office.Reports;

/// <summary>Counts a period: every chapter at the same moment, from what stands in the portal and nothing else.</summary>
public sealed class PeriodicReports(CmsDatabase database, SiteBooks books, IEnumerable<IReportChapter> chapters, TimeProvider clock)
{
    /// <summary>Why this person may not read reports; null for who may.</summary>
    public static Refusal? WhyNotRead(Actor actor) => actor.May(Right.ManageExemplars) || actor.May(Right.Publish)
        ? null
        : new Refusal("right", "Báo cáo định kỳ dành cho cán bộ thi đua, khen thưởng và thư ký tòa soạn.");

    public async Task<PeriodicReport> CountAsync(ReportPeriod period, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = await database.OpenSnapshotAsync(cancellation);
        var source = new ReportSource(db, book, period, SiteTime.Today(clock));
        var written = new List<ReportChapter>();
        foreach (var chapter in chapters.OrderBy(static chapter => chapter.Order))
        {
            written.Add(await chapter.WriteAsync(source, cancellation));
        }

        return new PeriodicReport(period, source.Today, written);
    }
}
