using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Members;

/// <summary>What people change about themselves.</summary>
public sealed class OwnAccount(CmsDatabase database, SignIns signIns, IPasswordHasher<Member> hasher)
{
    public async Task<MemberOutcome> RenameAsync(Guid id, string name, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var known = await db.Users.SingleAsync(member => member.Id == id, cancellation);
        var details = new MemberDetails(known.Email!, name, known.Roles, known.Unit).Tidy();
        if (MemberRules.WhyNotTake(details, isTaken: false, knowsUnit: true) is { } reason)
        {
            return reason;
        }

        await using var work = await database.BeginAsync(Actor.Of(known), cancellation);
        var member = await work.Db.Users.SingleAsync(member => member.Id == id, cancellation);
        member.Name = details.Name;
        Membership.Record(work, ChangeVerb.MemberChanged, member);
        await work.CommitAsync(cancellation);
        return new MemberOutcome.Done(member);
    }

    /// <summary>A new password for who knows the old one. Every session was opened under the old one, and ends.</summary>
    public async Task<MemberOutcome> ChangePasswordAsync(Guid id, string current, string next, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var known = await db.Users.SingleAsync(member => member.Id == id, cancellation);
        if (await signIns.ByPasswordAsync(known.Email!, current, cancellation) is null)
        {
            return new Refusal("wrong", $"Mật khẩu hiện tại chưa đúng. Sau {SignIns.Tries} lần sai, tài khoản nghỉ {SignIns.Rest.TotalMinutes} phút.");
        }

        if (PasswordRules.WhyNot(next, known.Email!, known.Name) is { } reason)
        {
            return reason;
        }

        known.SecurityStamp = Secrets.New();
        known.PasswordHash = hasher.HashPassword(known, PasswordRules.Normalize(next));
        await db.Users.Where(member => member.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(member => member.PasswordHash, known.PasswordHash).SetProperty(member => member.SecurityStamp, known.SecurityStamp), cancellation);
        return new MemberOutcome.Done(known);
    }
}
