using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace PhongTho.Portal.Manager.Account;

/// <summary>The way out, from every screen. The session ends on our side too.</summary>
public sealed class SignOutModel : ManagerPage
{
    public IActionResult OnGet() => Redirect("/manager");

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        return After(Url.IsLocalUrl(returnUrl) ? returnUrl : "/manager/sign-in", "Bạn đã đăng xuất.");
    }
}
