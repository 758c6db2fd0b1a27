using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Plans;

/// <summary>A unit's plan of one year.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class EditModel(UnitPlans plans, SiteBooks books) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "don-vi")]
    public string Unit { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public UnitPlanState State { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public DateOnly? IssuedOn { get; set; }

    [BindProperty]
    public string? Link { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public string UnitName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if ((await plans.BoardAsync(Year, Me, cancellation))?.Rows.FirstOrDefault(row => row.Slug == Unit) is not { } row)
        {
            return NotFound();
        }

        UnitName = row.Name;
        if (row.Plan is { } plan)
        {
            (Version, State, Number, IssuedOn, Link, Text) = (plan.Version, plan.State, plan.Number, plan.IssuedOn, plan.Link, plan.Text);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var plan = new UnitPlan { Unit = Unit, Year = Year, State = State, Number = Clean(Number), IssuedOn = IssuedOn, Link = Clean(Link), Text = Clean(Text) };
        if (await plans.SaveAsync(plan, Version, Me, cancellation) is not { } reason)
        {
            return After($"/manager/plans?nam={Year}", "Đã lưu kế hoạch của đơn vị.");
        }

        UnitName = (await books.CurrentAsync(cancellation)).NameOf(Taxonomies.Unit, Unit);
        return Again(reason);
    }

    private static string Clean(string? typed) => typed?.Trim().Normalize() ?? "";
}
