using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Office.Reports;

/// <summary>What was given and checked in the period, each measure for itself; givers are named where the page names them.</summary>
internal sealed class GiftChapter : IReportChapter
{
    public int Order => 35;

    public async Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation)
    {
        var (from, to) = (source.Period.From, source.Period.To);
        var rows = await ContributionTotals.PublicLines(source.Db).Where(row => row.VerifiedAt >= from && row.VerifiedAt < to)
            .OrderBy(static row => row.Kind).ThenBy(static row => row.VerifiedAt).ThenBy(static row => row.Id).ToListAsync(cancellation);
        return new ReportChapter("Đóng góp của cộng đồng",
        [
            new("dong-gop", "Dòng đóng góp đã kiểm tra trong kỳ", [.. rows.Select(row => Row(row, source))]),
            .. rows.GroupBy(static row => (row.Kind, row.Measure)).OrderBy(static group => group.Key.Kind, StringComparer.Ordinal).ThenBy(static group => group.Key.Measure, StringComparer.Ordinal)
                .Select(group => new ReportLine(
                    $"dong-gop.{group.Key.Kind}.{Slug.Of(group.Key.Measure)}", $"{source.Book.NameOf(Taxonomies.ContributionKind, group.Key.Kind)}: {Number(group.Sum(static row => row.Quantity))} {group.Key.Measure}",
                    [.. group.Select(row => Row(row, source))], IsPart: true)),
        ]);
    }

    private static ReportRow Row(Contribution row, ReportSource source) => new(
        $"{row.What}: {Number(row.Quantity)} {row.Measure}", ContributionPages.Path, row.Unit is { } unit ? source.Book.NameOf(Taxonomies.Unit, unit) : "",
        row.VerifiedAt is { } at ? DateOnly.FromDateTime(SiteTime.Local(at).DateTime) : null);

    private static string Number(decimal value) => value.ToString("#,##0.##", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"));
}

/// <summary>Dossiers the office opened in the period, by the step they stand at. Counted, not named: most of them are not public.</summary>
internal sealed class DossierChapter : IReportChapter
{
    public int Order => 15;

    public async Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation)
    {
        var (from, to) = (source.Period.From, source.Period.To);
        var rows = await source.Db.Subjects.Where(row => row.CreatedAt >= from && row.CreatedAt < to).OrderBy(static row => row.CreatedAt).ThenBy(static row => row.Slug).ToListAsync(cancellation);
        return new ReportChapter("Hồ sơ gương",
        [
            new("ho-so", "Hồ sơ mới lập trong kỳ", [.. rows.Select(row => Row(row, source))]),
            .. Enum.GetValues<SubjectStage>().Where(stage => rows.Exists(row => row.Stage == stage))
                .Select(stage => new ReportLine("ho-so." + Slug.Of(SubjectSteps.NameOf(stage)), SubjectSteps.NameOf(stage), [.. rows.Where(row => row.Stage == stage).Select(row => Row(row, source))], IsPart: true)),
        ]);
    }

    private static ReportRow Row(Subject row, ReportSource source) => new(
        $"Hồ sơ {row.Id.ToString()[^8..]}", "/manager/subjects/" + row.Id, row.Unit is { } unit ? source.Book.NameOf(Taxonomies.Unit, unit) : "", DateOnly.FromDateTime(SiteTime.Local(row.CreatedAt).DateTime));
}
