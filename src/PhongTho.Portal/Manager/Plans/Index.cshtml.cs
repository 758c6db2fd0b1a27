using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Plans;

/// <summary>Who has issued a plan of the year.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class IndexModel(UnitPlans plans, RegistrationRounds rounds, TimeProvider clock) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    public IReadOnlyList<RegistrationRound> Rounds { get; private set; } = [];

    public UnitPlanBoard? Board { get; private set; }

    public bool IsOffice => RegistrationSteps.IsOfTheOffice(Me);

    public Refusal? WhyNotHere => RegistrationSteps.WhyNotKeep(Me, null);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Rounds = await rounds.ListAsync(cancellation);
        Year ??= Rounds.FirstOrDefault(round => round.Year <= SiteTime.Today(clock).Year)?.Year ?? SiteTime.Today(clock).Year;
        Board = await plans.BoardAsync(Year.Value, Me, cancellation);
    }
}
