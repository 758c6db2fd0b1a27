using Microsoft.AspNetCore.Mvc;

namespace PhongTho.Portal.Manager.Plan;

/// <summary>For who knows the plan and not the software: each clause with its screens.</summary>
public sealed class IndexModel : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "vai")]
    public string? Role { get; set; }

    public IReadOnlyList<PlanClause> Clauses => Role is null ? PlanClauses.All : [.. PlanClauses.All.Where(clause => clause.Roles.Contains(Role))];

    public int Count(string state) => Clauses.Count(clause => clause.State == state);

    public void OnGet()
    {
        if (!PlanClauses.Roles.Any(role => role.Key == Role))
        {
            Role = null;
        }
    }
}
