using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Model;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Office.Reports;

/// <summary>What was decided in the period and what plan III.2 asks of it. By form and decision, never by name: who withdrew is counted and not named.</summary>
internal sealed class CommendationChapter : IReportChapter
{
    public int Order => 40;

    public async Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation)
    {
        var (first, last) = (source.Period.FirstDay, source.Period.LastDay);
        var decided = await source.Db.Commendations
            .Where(row => row.ListedOn >= first && row.ListedOn <= last && (row.State == CommendationState.Decided || row.State == CommendationState.Announced || row.State == CommendationState.Revoked))
            .OrderBy(static row => row.ListedOn).ThenBy(static row => row.Code).ToListAsync(cancellation);
        var inForce = decided.Where(static row => row.State != CommendationState.Revoked).ToList();
        var timed = inForce.Where(static row => CommendationClock.DaysToDecision(row) is not null).ToList();
        return new ReportChapter("Khen thưởng",
        [
            new("khen-thuong", "Quyết định khen thưởng trong kỳ", Rows(inForce)),
            .. By("hinh-thuc", Taxonomies.CommendationForm, static row => row.Form),
            .. By("dip", Taxonomies.Occasion, static row => row.Occasion),
            Share("lao-dong-truc-tiep", "Tỷ lệ người lao động trực tiếp", inForce.Where(static row => row.SubjectKind != SubjectKinds.Collective), static row => row.IsDirectWorker),
            Share("tap-the-nho", "Tỷ lệ tập thể nhỏ", inForce.Where(static row => row.SubjectKind == SubjectKinds.Collective), static row => row.IsSmallCollective),
            Share("dot-xuat", "Tỷ lệ khen đột xuất", inForce, static row => CommendationClock.IsEmergent(row)),
            new("khen-thuong.ngay", "Số ngày từ việc làm đến quyết định (trung vị)", Rows(timed)) { Said = Median([.. timed.Select(static row => CommendationClock.DaysToDecision(row)!.Value).Order()]) },
            new("khen-thuong.huy", "Quyết định đã bị hủy bỏ", Rows(decided.Where(static row => row.State == CommendationState.Revoked))),
        ]);

        IEnumerable<ReportLine> By(string part, string taxonomy, Func<Commendation, string?> of) => inForce
            .GroupBy(row => of(row) ?? "").Where(static group => group.Key.Length > 0).OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Select(group => new ReportLine($"khen-thuong.{part}.{group.Key}", source.Book.NameOf(taxonomy, group.Key), Rows(group), IsPart: true));

        ReportLine Share(string key, string label, IEnumerable<Commendation> rows, Func<Commendation, bool?> of)
        {
            var known = rows.Where(row => of(row) is not null).ToList();
            var part = known.Where(row => of(row) == true).ToList();
            return new ReportLine("khen-thuong." + key, label, Rows(part)) { Said = known.Count == 0 ? "chưa ghi" : string.Create(CultureInfo.InvariantCulture, $"{part.Count}/{known.Count} ({part.Count * 100m / known.Count:0}%)") };
        }

        IReadOnlyList<ReportRow> Rows(IEnumerable<Commendation> rows) =>
        [
            .. rows.Select(row => new ReportRow(
                $"{source.Book.NameOf(Taxonomies.CommendationForm, row.Form)}, số {row.Decision}", "/manager/commendations/" + row.Code,
                row.Unit is { } unit ? source.Book.NameOf(Taxonomies.Unit, unit) : "", row.ListedOn)),
        ];
    }

    private static string Median(IReadOnlyList<int> days) => days.Count == 0
        ? "chưa ghi"
        : string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"{(days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m:0.#} ngày");
}
