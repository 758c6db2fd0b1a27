using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager.SignIn;

/// <summary>The second step of signing in: a code of the app, or a recovery code.</summary>
public sealed class CodeModel(SignIns signIns, SignInLimits limits, Entrance entrance) : ManagerPage
{
    public async Task<IActionResult> OnGetAsync() => await entrance.FindStepAsync(HttpContext) is null ? Redirect("/manager/sign-in") : Page();

    public async Task<IActionResult> OnPostAsync(string? code, CancellationToken cancellation)
    {
        if (await entrance.FindStepAsync(HttpContext) is not { } step)
        {
            return Redirect("/manager/sign-in");
        }

        if (!limits.MayTry(HttpContext))
        {
            return Again(Doors.TooMany);
        }

        if (await signIns.ByCodeAsync(step.Member, step.Stamp, code ?? "", cancellation) is not { } member)
        {
            return Again(Doors.WrongCode);
        }

        await entrance.OpenAsync(HttpContext, member, step.IsKept);
        return Redirect(Doors.Inside(Url, step.ReturnUrl));
    }
}
