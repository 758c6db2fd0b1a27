using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Office.Reports;

/// <summary>What people wrote to us and how it was answered: by code and kind, never by sender or word.</summary>
internal sealed class FeedbackChapter : IReportChapter
{
    private static readonly (FeedbackKind Kind, string Key, string Label)[] kinds =
    [
        (FeedbackKind.Correction, "dinh-chinh", "Đề nghị đính chính"), (FeedbackKind.Removal, "go-thong-tin", "Đề nghị gỡ thông tin"), (FeedbackKind.Difficulty, "vuong-mac", "Vướng mắc khi thực hiện kế hoạch"), (FeedbackKind.Comment, "gop-y", "Góp ý khác"),
    ];

    public int Order => 50;

    public async Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation)
    {
        var (from, to) = (source.Period.From, source.Period.To);
        var promises = await FeedbackRules.ReadAsync(source.Db, cancellation);
        var letters = await source.Db.Feedback.Where(letter => letter.ReceivedAt < to && (letter.ReceivedAt >= from || letter.SettledAt == null || letter.SettledAt >= from))
            .OrderBy(static letter => letter.ReceivedAt).ToListAsync(cancellation);
        var received = letters.Where(letter => letter.ReceivedAt >= from).ToList();
        var settled = letters.Where(letter => letter.SettledAt >= from && letter.SettledAt < to).ToList();
        var now = SiteTime.StartOf(source.Today.AddDays(1)).AddSeconds(-1);
        return new ReportChapter("Góp ý, phản ánh, vướng mắc",
        [
            new("gop-y", "Thư đã nhận", Rows(received)),
            .. kinds.Select(kind => new ReportLine("gop-y." + kind.Key, kind.Label, Rows(received.Where(letter => letter.Kind == kind.Kind)), IsPart: true)),
            new("gop-y.tra-loi", "Thư đã trả lời trong kỳ", Rows(settled)),
            new("gop-y.qua-han", "Đang chờ quá hạn", Rows(letters.Where(letter => letter.SettledAt is null && FeedbackClock.Of(letter.Kind, letter.ReceivedAt, null, now, promises).IsLate))) { IsLate = true },
        ]);

        static IReadOnlyList<ReportRow> Rows(IEnumerable<FeedbackLetter> letters) =>
        [
            .. letters.Select(static letter => new ReportRow(
                letter.Code, "/manager/feedback/" + letter.Code, kinds.First(kind => kind.Kind == letter.Kind).Label, DateOnly.FromDateTime(SiteTime.Local(letter.ReceivedAt).DateTime))),
        ];
    }
}
