using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Registrations;

namespace PhongTho.Cms.Office.Reports;

/// <summary>Units of the year: who registered, who has a plan, who is late.</summary>
internal sealed class UnitChapter : IReportChapter
{
    public int Order => 60;

    public async Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation)
    {
        var year = source.Period.Year;
        var round = await source.Db.RegistrationRounds.SingleOrDefaultAsync(row => row.Year == year, cancellation);
        var rows = await source.Db.Registrations.Where(row => row.Year == year).OrderBy(static row => row.Unit).ThenBy(static row => row.Name).ToListAsync(cancellation);
        var units = round?.Units.Select(slug => RegistrationLists.Unit(slug, round, rows, source.Book, source.Today)).ToList() ?? [];
        var board = await UnitPlans.ReadAsync(source.Db, source.Book, year, source.Today, cancellation);
        var handedIn = rows.Where(static row => row.State is not (RegistrationState.Open or RegistrationState.Returned)).ToList();
        return new ReportChapter("Cơ quan, đơn vị",
        [
            new("dang-ky", $"Bản đăng ký phấn đấu đã nộp trong năm {year}", Rows(handedIn)),
            new("dang-ky.dat", "Đã được ghi nhận đạt", Rows(handedIn.Where(static row => row.State == RegistrationState.Achieved)), IsPart: true),
            new("dang-ky.thieu", "Đơn vị chưa nộp đăng ký", [.. units.Where(static unit => unit.Submitted == 0).Select(unit => Unit(unit.Slug, unit.Name, "registrations", unit.IsOverdue))]) { IsLate = units.Exists(static unit => unit.IsOverdue) },
            new("ke-hoach", $"Đơn vị đã ban hành kế hoạch năm {year}", [.. Plans(static row => row.IsIssued)]),
            new("ke-hoach.thieu", "Đơn vị chưa ban hành kế hoạch", [.. Plans(static row => !row.IsIssued)]) { IsLate = board?.Rows.Any(static row => row.IsOverdue) == true },
        ]);

        IReadOnlyList<ReportRow> Rows(IEnumerable<StrivingRegistration> registrations) =>
        [
            .. registrations.Select(row => new ReportRow(
                $"{source.Book.NameOf(Taxonomies.Unit, row.Unit)}: {row.Name}", $"/manager/registrations/{row.Id:D}", RegistrationSteps.NameOf(row.State), null)),
        ];
        IEnumerable<ReportRow> Plans(Func<UnitPlanRow, bool> which) => board?.Rows.Where(which).Select(row => Unit(row.Slug, row.Name, "plans", row.IsOverdue)) ?? [];
        ReportRow Unit(string slug, string name, string room, bool isOverdue) =>
            new(name, room == "plans" ? $"/manager/plans/edit?nam={year}&don-vi={slug}" : $"/manager/registrations?nam={year}&don-vi={slug}", isOverdue ? "quá hạn" : "", null);
    }
}
