using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office;
using PhongTho.Cms.Office.Papers;
using PhongTho.Cms.Office.Reports;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Reports;

/// <summary>The report of a period on the screen, as a paper to sign and as sheets.</summary>
[Authorize(Policy = ManagerSetup.Reports)]
public sealed class IndexModel(PeriodicReports reports, OfficeSettings settings, TimeProvider clock) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? Key { get; set; }

    public PeriodicReport Report { get; private set; } = null!;

    public bool MayKeep => Me.May(Right.ManageExemplars);

    /// <summary>A day by which the other lengths of period find theirs: today when it is within, else the last.</summary>
    public DateOnly Inside => Report.Period.Holds(Report.Today) ? Report.Today : Report.Period.LastDay;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await CountAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnGetPaperAsync(CancellationToken cancellation)
    {
        if (!await CountAsync(cancellation))
        {
            return NotFound();
        }

        var issuer = (await settings.ReadAsync(ReportSettings.Key, new ReportSettings(), cancellation)).On(Report.Today);
        return File(ReportPaper.Paper(Report, issuer), OfficialPaper.ContentType, $"bao-cao-{Report.Period.Key}.docx");
    }

    public async Task<IActionResult> OnGetSheetsAsync(CancellationToken cancellation) =>
        await CountAsync(cancellation) ? File(ReportPaper.Sheets(Report), Workbook.ContentType, $"bao-cao-{Report.Period.Key}.xlsx") : NotFound();

    private async Task<bool> CountAsync(CancellationToken cancellation)
    {
        if ((Key is null ? ReportPeriod.Of(ReportSpan.Month, SiteTime.Today(clock)) : ReportPeriod.Parse(Key)) is not { } period)
        {
            return false;
        }

        Report = await reports.CountAsync(period, cancellation);
        return true;
    }
}
