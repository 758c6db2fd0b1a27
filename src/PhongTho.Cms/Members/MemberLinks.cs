using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Members;

/// <summary>Links by which a person chooses their password: each works once and for three days. Looking at one does not use it, for chat programs look at what they carry.</summary>
public sealed class MemberLinks(CmsDatabase database, IPasswordHasher<Member> hasher, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    /// <summary>Whom a link is for, while it works.</summary>
    public async Task<Member?> FindAsync(string secret, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await OpenLinks(db, secret, clock.GetUtcNow()).Join(db.Users, link => link.MemberId, member => member.Id, (_, member) => member).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Sets name and password of the person a link is for; the link is used up.</summary>
    public async Task<MemberOutcome> UseAsync(string secret, string name, string password, CancellationToken cancellation)
    {
        if (await FindAsync(secret, cancellation) is not { } known)
        {
            return Used;
        }

        await using var work = await database.BeginAsync(Actor.Of(known), cancellation);
        var link = await OpenLinks(work.Db, secret, work.Now).SingleOrDefaultAsync(cancellation);
        var member = link is null ? null : await work.Db.Users.SingleOrDefaultAsync(member => member.Id == link.MemberId && member.ClosedAt == null, cancellation);
        if (link is null || member is null)
        {
            return Used;
        }

        var details = new MemberDetails(member.Email!, name, member.Roles, member.Unit).Tidy();
        if ((MemberRules.WhyNotTake(details, isTaken: false, knowsUnit: true) ?? PasswordRules.WhyNot(password, details.Email, details.Name)) is { } reason)
        {
            return reason;
        }

        link.UsedAt = work.Now;
        member.Name = details.Name;
        member.PasswordHash = hasher.HashPassword(member, PasswordRules.Normalize(password));
        member.SecurityStamp = Secrets.New();
        Membership.Record(work, ChangeVerb.MemberChanged, member, "link used");
        await work.CommitAsync(cancellation);
        return new MemberOutcome.Done(member);
    }

    /// <summary>Makes a link as part of a work; earlier ones of this person are void. Returns its secret.</summary>
    internal static string Give(Work work, Member member)
    {
        var secret = Secrets.New();
        work.Db.MemberLinks.Add(new MemberLink { Id = Secrets.Hash(secret), MemberId = member.Id, CreatedAt = work.Now, ExpiresAt = work.Now + Lifetime });
        return secret;
    }

    private static Refusal Used { get; } = new("used", "Đường dẫn này đã dùng rồi hoặc đã hết hạn. Hãy nhờ quản trị hệ thống cấp đường dẫn mới.");

    private static IQueryable<MemberLink> OpenLinks(CmsDb db, string secret, DateTimeOffset now)
    {
        var id = Secrets.Hash(secret);
        return db.MemberLinks.Where(link => link.Id == id && link.UsedAt == null && link.ExpiresAt > now);
    }
}
