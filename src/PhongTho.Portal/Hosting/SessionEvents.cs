using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using PhongTho.Cms.Changes;
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

        context.ReplacePrincipal(SessionClaims.Of(member));
    }
}

/// <summary>What a signed-in request says of its person.</summary>
public static class SessionClaims
{
    internal const string Stamp = "stamp";

    private const string Unit = "unit";

    internal static ClaimsPrincipal Of(Member member)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, member.Id.ToString("D")), new(ClaimTypes.Name, member.Name), new(Stamp, member.SecurityStamp ?? "")];
        claims.AddRange(member.Roles.Select(role => new Claim(ClaimTypes.Role, Roles.KeyOf(role))));
        claims.AddRange(member.Unit is { } unit ? [new Claim(Unit, unit)] : Array.Empty<Claim>());
        return new ClaimsPrincipal(new ClaimsIdentity(claims, IdentityConstants.ApplicationScheme));
    }

    /// <summary>The member who acts, as the database had them at the start of this request. Throws when nobody is signed in.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal) => new(principal.MemberId().ToString("D"), IsMachine: false)
    {
        Name = principal.FindFirstValue(ClaimTypes.Name) ?? "",
        Roles = [.. principal.FindAll(ClaimTypes.Role).Select(claim => Roles.Find(claim.Value)).OfType<Role>()],
        Unit = principal.FindFirstValue(Unit),
    };

    /// <summary>Id of the member who is signed in.</summary>
    public static Guid MemberId(this ClaimsPrincipal principal) =>
        Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in."));
}
