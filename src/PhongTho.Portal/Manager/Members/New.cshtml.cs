using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Members;

/// <summary>Taking a person in.</summary>
[Authorize(Policy = nameof(Right.ManageMembers))]
public sealed class NewModel(Membership membership, SiteBooks books, TimeProvider clock) : ManagerPage
{
    public MemberForm Form { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation) => Form = await WithUnitsAsync(new MemberForm(), cancellation);

    public async Task<IActionResult> OnPostAsync([FromForm] MemberForm form, CancellationToken cancellation)
    {
        switch (await membership.AddAsync(Me, form.ToDetails(), password: null, cancellation))
        {
            case MemberOutcome.Done { Member: var member, Link: var secret }:
                DetailsModel.HandOver(TempData, secret!);
                return After($"/manager/members/{member.Id}", $"Đã thêm {member.Name}.");
            case MemberOutcome.Refused { Reason: var reason }:
                Form = await WithUnitsAsync(form, cancellation);
                return Again(reason);
            default:
                throw new InvalidOperationException("An outcome nobody knows.");
        }
    }

    private async Task<MemberForm> WithUnitsAsync(MemberForm form, CancellationToken cancellation) => form.With(await books.CurrentAsync(cancellation), SiteTime.Today(clock));
}
