using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Members;

/// <summary>
/// The second thing a person shows after the password: a code of their app, or one of ten recovery codes, each good once.
/// Keys and codes lie protected in the database, and are exchanged in one step, so that two requests at once cannot use one code twice.
/// </summary>
public sealed class SecondFactor(CmsDatabase database, IPersonalDataProtector protector, TimeProvider clock)
{
    public const int RecoveryCodes = 10;

    private const string Provider = "phongtho";
    private const string AppName = "app";
    private const string OfferedName = "app-offered";
    private const string RecoveryName = "recovery";

    // Twelve letters nobody mistakes for another: sixty bits, and short enough to type from paper.
    private const string CodeLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int CodeLength = 12;

    /// <summary>The key offered to a person's app. It counts only once they show a code of it; until then the same is offered again.</summary>
    public async Task<string> OfferAsync(Guid member, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (Open(await FindAsync(db, member, OfferedName, cancellation)) is { } offered)
        {
            return offered;
        }

        var key = Totp.NewKey();
        await PutAsync(db, member, OfferedName, key, cancellation);
        return key;
    }

    /// <summary>Takes the offered key when the code is of it: from now on signing in asks for codes. Returns new recovery codes, null for a wrong code.</summary>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Guid member, string code, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (Open(await FindAsync(db, member, OfferedName, cancellation)) is not { } key || Totp.Match(key, Digits(code), clock.GetUtcNow(), used: 0) is not { } step)
        {
            return null;
        }

        await PutAsync(db, member, AppName, $"{key} {step}", cancellation);
        await db.UserTokens.Where(token => token.UserId == member && token.Name == OfferedName).ExecuteDeleteAsync(cancellation);
        await db.Users.Where(row => row.Id == member).ExecuteUpdateAsync(set => set.SetProperty(row => row.TwoFactorEnabled, true), cancellation);
        return await RenewCodesAsync(db, member, cancellation);
    }

    /// <summary>Ten new recovery codes; the old ones no longer work.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Guid member, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await RenewCodesAsync(db, member, cancellation);
    }

    /// <summary>How many recovery codes are left.</summary>
    public async Task<int> CountCodesAsync(Guid member, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return Words(Open(await FindAsync(db, member, RecoveryName, cancellation))).Length;
    }

    /// <summary>Signing in asks for the password only.</summary>
    public async Task RemoveAsync(Guid member, CancellationToken cancellation)
    {
        await using var db = database.Open();
        await db.UserTokens.Where(token => token.UserId == member && token.LoginProvider == Provider).ExecuteDeleteAsync(cancellation);
        await db.Users.Where(row => row.Id == member).ExecuteUpdateAsync(set => set.SetProperty(row => row.TwoFactorEnabled, false), cancellation);
    }

    /// <summary>Uses up a code of the app or a recovery code; false when it is neither.</summary>
    internal async Task<bool> UseAsync(CmsDb db, Guid member, string code, CancellationToken cancellation) =>
        await UseAppAsync(db, member, code, cancellation) || await UseRecoveryAsync(db, member, code, cancellation);

    private async Task<bool> UseAppAsync(CmsDb db, Guid member, string code, CancellationToken cancellation)
    {
        var stored = await FindAsync(db, member, AppName, cancellation);
        return Words(Open(stored)) is [var key, var used] && long.TryParse(used, CultureInfo.InvariantCulture, out var last) && Totp.Match(key, Digits(code), clock.GetUtcNow(), last) is { } step
            && await ExchangeAsync(db, member, AppName, stored!, $"{key} {step}", cancellation);
    }

    private async Task<bool> UseRecoveryAsync(CmsDb db, Guid member, string code, CancellationToken cancellation)
    {
        var stored = await FindAsync(db, member, RecoveryName, cancellation);
        var codes = Words(Open(stored));
        var typed = string.Concat(code.ToLowerInvariant().Where(char.IsLetterOrDigit));
        return codes.Contains(typed) && await ExchangeAsync(db, member, RecoveryName, stored!, string.Join(' ', codes.Where(other => other != typed)), cancellation);
    }

    private async Task<IReadOnlyList<string>> RenewCodesAsync(CmsDb db, Guid member, CancellationToken cancellation)
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(CodeLetters, CodeLength))];
        await PutAsync(db, member, RecoveryName, string.Join(' ', codes), cancellation);
        return [.. codes.Select(code => string.Join('-', code.Chunk(4).Select(part => new string(part))))];
    }

    private static Task<string?> FindAsync(CmsDb db, Guid member, string name, CancellationToken cancellation) =>
        db.UserTokens.Where(token => token.UserId == member && token.LoginProvider == Provider && token.Name == name).Select(token => token.Value).SingleOrDefaultAsync(cancellation);

    private async Task PutAsync(CmsDb db, Guid member, string name, string value, CancellationToken cancellation)
    {
        var kept = protector.Protect(value);
        var written = await db.UserTokens.Where(token => token.UserId == member && token.LoginProvider == Provider && token.Name == name)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.Value, kept), cancellation);
        if (written == 0)
        {
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = member, LoginProvider = Provider, Name = name, Value = kept });
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Writes the new value when nobody wrote meanwhile.</summary>
    private async Task<bool> ExchangeAsync(CmsDb db, Guid member, string name, string old, string value, CancellationToken cancellation)
    {
        var kept = protector.Protect(value);
        return await db.UserTokens.Where(token => token.UserId == member && token.LoginProvider == Provider && token.Name == name && token.Value == old)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.Value, kept), cancellation) == 1;
    }

    /// <summary>What was protected; null when there is nothing, or the keys it was protected with are gone.</summary>
    private string? Open(string? stored)
    {
        try
        {
            return protector.Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string[] Words(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string Digits(string code) => string.Concat(code.Where(char.IsAsciiDigit));
}
