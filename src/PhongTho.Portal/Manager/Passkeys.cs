using Microsoft.AspNetCore.Identity;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Manager;

/// <summary>What the framework makes of an answer of a browser's keys; anything that is no answer at all is simply not one.</summary>
internal static class Passkeys
{
    /// <summary>Longer than any key's answer.</summary>
    private const int LongestCredential = 20_000;

    /// <summary>Whose key signed what was asked; null when nothing was asked or nothing was answered.</summary>
    public static async Task<PasskeyAssertionResult<Member>?> AssertAsync(SignInManager<Member> manager, string? credential) =>
        credential is { Length: > 0 and < LongestCredential } && await IsAskedAsync(manager) ? await manager.PerformPasskeyAssertionAsync(credential) : null;

    /// <summary>The new key a browser made; null as above.</summary>
    public static async Task<PasskeyAttestationResult?> AttestAsync(SignInManager<Member> manager, string? credential) =>
        credential is { Length: > 0 and < LongestCredential } && await IsAskedAsync(manager) ? await manager.PerformPasskeyAttestationAsync(credential) : null;

    private static async Task<bool> IsAskedAsync(SignInManager<Member> manager) =>
        (await Microsoft.AspNetCore.Authentication.AuthenticationHttpContextExtensions.AuthenticateAsync(manager.Context, IdentityConstants.TwoFactorUserIdScheme)).Succeeded;
}
