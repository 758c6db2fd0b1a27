using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager.SignIn;

/// <summary>Where a link leads: the first administrator's, a new member's, or that of somebody who lost the way in.</summary>
public sealed class SetUpModel(MemberLinks links, Membership membership, FirstRun first, SignInLimits limits, Entrance entrance) : ManagerPage
{
    public bool IsOpen { get; private set; }

    public bool IsFirst { get; private set; }

    public string? Email { get; private set; }

    public string? Name { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret, CancellationToken cancellation)
    {
        await LookAsync(secret, cancellation);
        Response.StatusCode = IsOpen ? StatusCodes.Status200OK : StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret, string? email, string? name, string? password, CancellationToken cancellation)
    {
        await LookAsync(secret, cancellation);
        if (!IsOpen || User.Identity is { IsAuthenticated: true })
        {
            return Redirect(FirstRun.AddressOf(secret));
        }

        Email = IsFirst ? email : Email;
        Name = name;
        if (!limits.MayTry(HttpContext))
        {
            return Again(Doors.TooMany);
        }

        var outcome = IsFirst
            ? await membership.AddFirstAsync(email ?? "", name ?? "", password ?? "", cancellation)
            : await links.UseAsync(secret, name ?? "", password ?? "", cancellation);
        if (outcome is not MemberOutcome.Done { Member: var member })
        {
            return Again(((MemberOutcome.Refused)outcome).Reason);
        }

        if (IsFirst)
        {
            first.Close();
        }

        await entrance.OpenAsync(HttpContext, member, isKept: false);
        return Redirect("/manager/account/welcome");
    }

    private async Task LookAsync(string secret, CancellationToken cancellation)
    {
        IsFirst = await first.IsOpenAsync(secret, cancellation);
        var member = IsFirst ? null : await links.FindAsync(secret, cancellation);
        (IsOpen, Email, Name) = (IsFirst || member is not null, member?.Email, member?.Name);
    }
}
