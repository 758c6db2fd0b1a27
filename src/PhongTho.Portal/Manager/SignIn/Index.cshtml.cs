using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager.SignIn;

/// <summary>The door: password and then perhaps a code, or a passkey.</summary>
public sealed class IndexModel(SignIns signIns, SignInLimits limits, Entrance entrance, SignInManager<Member> passkeys) : ManagerPage
{
    public string? Email { get; private set; }

    public bool Kept { get; private set; }

    public string? ReturnUrl { get; private set; }

    public IActionResult OnGet(string? returnUrl)
    {
        ReturnUrl = returnUrl;
        return User.Identity is { IsAuthenticated: true } ? Redirect(Doors.Inside(Url, returnUrl)) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? email, string? password, bool kept, string? returnUrl, CancellationToken cancellation)
    {
        (Email, Kept, ReturnUrl) = (email, kept, returnUrl);
        if (!limits.MayTry(HttpContext, email))
        {
            return Again(Doors.TooMany);
        }

        if (await signIns.ByPasswordAsync(email ?? "", password ?? "", cancellation) is not { } member)
        {
            return Again(Doors.Wrong);
        }

        if (member.TwoFactorEnabled)
        {
            await entrance.AskForCodeAsync(HttpContext, member, kept, returnUrl);
            return Redirect("/manager/sign-in/code");
        }

        await entrance.OpenAsync(HttpContext, member, kept);
        return Redirect(Doors.Inside(Url, returnUrl));
    }

    /// <summary>What the browser asks its keys to sign.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => limits.MayTry(HttpContext)
        ? Content(await passkeys.MakePasskeyRequestOptionsAsync(null), "application/json")
        : StatusCode(StatusCodes.Status429TooManyRequests);

    /// <summary>A key that checks its person itself (finger, face, PIN) is both factors at once.</summary>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, bool kept, string? returnUrl)
    {
        (Kept, ReturnUrl) = (kept, returnUrl);
        if (!limits.MayTry(HttpContext))
        {
            return Again(Doors.TooMany);
        }

        var shown = await Passkeys.AssertAsync(passkeys, credential);
        if (shown is not { Succeeded: true, User: { ClosedAt: null } member })
        {
            return Again(Doors.WrongKey);
        }

        await passkeys.UserManager.AddOrUpdatePasskeyAsync(member, shown.Passkey);
        await entrance.OpenAsync(HttpContext, member, kept);
        return Redirect(Doors.Inside(Url, returnUrl));
    }
}
