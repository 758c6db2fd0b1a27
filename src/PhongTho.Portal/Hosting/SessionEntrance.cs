using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Hosting;

/// <summary>Lets a person in who showed who they are; remembers between two steps who is about to.</summary>
public sealed class Entrance(SignIns signIns)
{
    internal const string StepScheme = "step";

    private const string Kept = "kept";
    private const string ReturnUrl = "returnUrl";

    /// <param name="isKept">The device is the person's own: stay signed in for days.</param>
    public async Task OpenAsync(HttpContext context, Member member, bool isKept)
    {
        await context.SignInAsync(IdentityConstants.ApplicationScheme, SessionClaims.Of(member), new AuthenticationProperties { IsPersistent = isKept });
        await context.SignOutAsync(StepScheme);
        await signIns.NoteAsync(member.Id, context.RequestAborted);
    }

    /// <summary>The password was right; a code is still to come.</summary>
    public Task AskForCodeAsync(HttpContext context, Member member, bool isKept, string? returnUrl) => context.SignInAsync(
        StepScheme, SessionClaims.Of(member), new AuthenticationProperties(new Dictionary<string, string?> { [Kept] = isKept ? Kept : null, [ReturnUrl] = returnUrl }));

    /// <summary>Who is asked for a code; null when nobody is, or it took too long.</summary>
    public async Task<Step?> FindStepAsync(HttpContext context)
    {
        var asked = await context.AuthenticateAsync(StepScheme);
        return asked is { Principal: { } person, Properties: { } kept }
            ? new Step(person.MemberId(), person.FindFirstValue(SessionClaims.Stamp), kept.GetString(Kept) is not null, kept.GetString(ReturnUrl))
            : null;
    }

    public sealed record Step(Guid Member, string? Stamp, bool IsKept, string? ReturnUrl);
}
