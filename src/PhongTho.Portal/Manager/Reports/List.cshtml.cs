using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Office.Reports;

namespace PhongTho.Portal.Manager.Reports;

/// <summary>The list behind a number of a report.</summary>
[Authorize(Policy = ManagerSetup.Reports)]
public sealed class ListModel(PeriodicReports reports) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "ky")]
    public string? Key { get; set; }

    [BindProperty(SupportsGet = true, Name = "dong")]
    public string? LineKey { get; set; }

    public PeriodicReport Report { get; private set; } = null!;

    public ReportLine Line { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (ReportPeriod.Parse(Key) is not { } period)
        {
            return NotFound();
        }

        Report = await reports.CountAsync(period, cancellation);
        if (Report.Line(LineKey ?? "") is not { } line)
        {
            return NotFound();
        }

        Line = line;
        return Page();
    }
}
