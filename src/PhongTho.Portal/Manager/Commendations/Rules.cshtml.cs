using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Members;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Commendations;

/// <summary>The dated table: which law when, who gives which form; and the one number the office sets itself.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class RulesModel(SiteBooks books, CommendationRulesEditing editing) : ManagerPage
{
    public SiteBook Book { get; private set; } = null!;

    public Refusal? WhyNotKeep => CommendationSteps.WhyNotKeep(Me);

    public async Task OnGetAsync(CancellationToken cancellation) => Book = await books.CurrentAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(int days, CancellationToken cancellation)
    {
        if (await editing.SetEmergentDaysAsync(days, Me, cancellation) is { } reason)
        {
            Book = await books.CurrentAsync(cancellation);
            return Again(reason);
        }

        return After("/manager/commendations/rules", $"Đã đặt mốc {days} ngày cho khen đột xuất.");
    }
}
