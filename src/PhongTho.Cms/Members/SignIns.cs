using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Members;

/// <summary>
/// Whether somebody is who they say. Five wrong tries rest the account for fifteen minutes; they are counted in the database, so that tries
/// at once on several nodes are all counted. A refusal has no reasons: it must not tell which addresses have accounts.
/// </summary>
public sealed class SignIns(CmsDatabase database, IPasswordHasher<Member> hasher, SecondFactor second, TimeProvider clock)
{
    public const int Tries = 5;

    /// <summary>How long an account rests after too many wrong tries.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(15);

    private readonly Lazy<string> decoy = new(() => hasher.HashPassword(new Member(), Secrets.New()));

    /// <summary>The member of an open account by its id; null as well when their credentials changed since the stamp.</summary>
    public async Task<Member?> FindAsync(Guid id, string? stamp, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.Users.SingleOrDefaultAsync(member => member.Id == id && member.ClosedAt == null && member.SecurityStamp == stamp, cancellation);
    }

    /// <summary>The member whose address and password these are; null for any other answer. What an unknown address costs, a known one costs too.</summary>
    public async Task<Member?> ByPasswordAsync(string email, string password, CancellationToken cancellation)
    {
        var address = MemberRules.Normalize(email);
        await using var db = database.Open();
        var member = await db.Users.SingleOrDefaultAsync(member => member.NormalizedUserName == address, cancellation);
        var isRight = hasher.VerifyHashedPassword(member ?? new Member(), member?.PasswordHash ?? decoy.Value, PasswordRules.Normalize(password)) != PasswordVerificationResult.Failed;
        if (member?.PasswordHash is null || !MayTry(member))
        {
            return null;
        }

        if (!isRight)
        {
            await CountAsync(db, member.Id, cancellation);
        }

        return isRight ? member : null;
    }

    /// <summary>The member of an open account whose second code this is; null for any other answer. Wrong codes count as wrong passwords do.</summary>
    public async Task<Member?> ByCodeAsync(Guid id, string? stamp, string code, CancellationToken cancellation)
    {
        if (await FindAsync(id, stamp, cancellation) is not { } member || !MayTry(member))
        {
            return null;
        }

        await using var db = database.Open();
        if (await second.UseAsync(db, id, code, cancellation))
        {
            return member;
        }

        await CountAsync(db, id, cancellation);
        return null;
    }

    /// <summary>Remembers a completed sign-in, and forgets the wrong tries before it.</summary>
    public async Task NoteAsync(Guid id, CancellationToken cancellation)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await using var db = database.Open();
        await db.Users.Where(member => member.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(member => member.LastSignInAt, now).SetProperty(member => member.AccessFailedCount, 0).SetProperty(member => member.LockoutEnd, (DateTimeOffset?)null), cancellation);
    }

    private bool MayTry(Member member) => member.ClosedAt is null && !(member.LockoutEnd > clock.GetUtcNow());

    private async Task CountAsync(CmsDb db, Guid id, CancellationToken cancellation)
    {
        DateTimeOffset? rested = clock.GetUtcNow() + Rest;
        await db.Users.Where(member => member.Id == id).ExecuteUpdateAsync(set => set.SetProperty(member => member.AccessFailedCount, member => member.AccessFailedCount + 1), cancellation);
        await db.Users.Where(member => member.Id == id && member.AccessFailedCount >= Tries).ExecuteUpdateAsync(
            set => set.SetProperty(member => member.LockoutEnd, rested).SetProperty(member => member.AccessFailedCount, 0), cancellation);
    }
}
