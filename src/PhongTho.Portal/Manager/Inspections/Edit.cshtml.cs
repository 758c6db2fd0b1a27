using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Inspections;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Inspections;

/// <summary>One inspection: whom and what for, the conclusion, what the unit is to do.</summary>
[Authorize(Policy = nameof(Right.ManageExemplars))]
public sealed class EditModel(InspectionDesk desk, SiteBooks books, TimeProvider clock) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Inspection Row { get; private set; } = null!;

    public IReadOnlyList<UnitEntry> Units { get; private set; } = [];

    public DateOnly Today => SiteTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Units = await UnitsAsync(cancellation);
        if (Id == Guid.Empty)
        {
            Row = new Inspection { Id = Guid.Empty, Unit = "", From = Today };
            return Page();
        }

        if (await desk.FindAsync(Id, Me, cancellation) is not { } row)
        {
            return NotFound();
        }

        (Row, Version) = (row, row.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Row = Read(Request.Form);
        var (id, reason) = await desk.SaveAsync(Row, Version, Me, cancellation);
        if (reason is null)
        {
            return After($"/manager/inspections/edit?id={id}", "Đã lưu cuộc kiểm tra.");
        }

        Units = await UnitsAsync(cancellation);
        return Again(reason);
    }

    private async Task<IReadOnlyList<UnitEntry>> UnitsAsync(CancellationToken cancellation) => [.. (await books.CurrentAsync(cancellation)).Units.Where(static unit => unit.IsCommuneLevel)];

    private Inspection Read(IFormCollection form)
    {
        return new Inspection
        {
            Id = Id,
            Kind = Text("kind") == nameof(InspectionKind.Unannounced) ? InspectionKind.Unannounced : InspectionKind.Periodic,
            Unit = Text("unit"),
            From = Day("from") ?? Today,
            To = Day("to"),
            Subject = Text("subject"),
            Plan = Text("plan"),
            ConcludedOn = Day("concludedOn"),
            Conclusion = Text("conclusion"),
            Document = Text("document"),
            IsSample = form["isSample"] == "true",
            Tasks =
            [
                .. form["task"].OfType<string>().Distinct(StringComparer.Ordinal).Select(at => new InspectionTask { What = Text(at + ".what"), DueOn = Day(at + ".due"), DoneOn = Day(at + ".done") })
                    .Where(static task => task.What.Length > 0),
            ],
        };

        string Text(string name) => form[name].ToString().Trim().Normalize();
        DateOnly? Day(string name) => DateOnly.TryParseExact(form[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
