using System.Security.Claims;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Hosting;

/// <summary>The member behind a request, as the core knows those who act.</summary>
public static class SignedIn
{
    public const string RoleClaim = "role";

    public const string UnitClaim = "unit";

    /// <summary>Nobody in particular, with no right at all, when the request is not signed in.</summary>
    public static Actor ToActor(this ClaimsPrincipal principal) => new(principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? "", IsMachine: false)
    {
        Name = principal.FindFirstValue(ClaimTypes.Name) is { Length: > 0 } name ? name : "Khách",
        Roles = [.. principal.FindAll(RoleClaim).Select(static claim => Roles.Find(claim.Value)).OfType<Role>()],
        Unit = principal.FindFirstValue(UnitClaim),
    };
}
