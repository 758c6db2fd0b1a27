using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Hosting;

/// <summary>Asks with every request who the person is today: a role taken away or an account closed counts from the next click.</summary>
public sealed class SessionEvents(SignIns signIns) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var member = context.Principal is { } carried ? await signIns.FindAsync(carried.MemberId(), carried.FindFirstValue(SessionClaims.Stamp), context.HttpContext.RequestAborted) : null;
        if (member is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        context.ReplacePrincipal(SessionClaims.Of(member, context.Properties.GetString(SessionClaims.Session)));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => GoAsync(context, StatusCodes.Status401Unauthorized, base.RedirectToLogin);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => GoAsync(context, StatusCodes.Status403Forbidden, base.RedirectToAccessDenied);

    /// <summary>People are led to a page; a script that saves in the background is told.</summary>
    private static Task GoAsync(RedirectContext<CookieAuthenticationOptions> context, int status, Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect)
    {
        var mode = context.Request.Headers["Sec-Fetch-Mode"].ToString();
        if (mode is "" or "navigate" && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return redirect(context);
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}

/// <summary>What a signed-in request says of its person; read as <see cref="SignedIn.ToActor"/>.</summary>
public static class SessionClaims
{
    internal const string Stamp = "stamp";

    internal const string Session = "session";

    internal static ClaimsPrincipal Of(Member member, string? session = null)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, member.Id.ToString("D")), new(ClaimTypes.Name, member.Name), new(Stamp, member.SecurityStamp ?? "")];
        claims.AddRange(member.Roles.Select(role => new Claim(SignedIn.RoleClaim, Roles.KeyOf(role))));
        claims.AddRange(member.Unit is { } unit ? [new Claim(SignedIn.UnitClaim, unit)] : Array.Empty<Claim>());
        claims.AddRange(session is not null ? [new Claim(Session, session)] : Array.Empty<Claim>());
        return new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme, ClaimTypes.Name, SignedIn.RoleClaim));
    }

    /// <summary>Id of the session this request belongs to.</summary>
    public static string? SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(Session);

    /// <summary>Id of the member who is signed in.</summary>
    public static Guid MemberId(this ClaimsPrincipal principal) =>
        Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in."));
}
