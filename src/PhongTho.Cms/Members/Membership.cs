using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Members;

/// <summary>Who belongs to the newsroom: taking people in, changing what they are, letting them go, and giving them a new way in.</summary>
public sealed class Membership(CmsDatabase database, IPasswordHasher<Member> hasher)
{
    /// <summary>Takes a person in. Without a password they get a link to choose one.</summary>
    public async Task<MemberOutcome> AddAsync(Actor actor, MemberDetails details, string? password, CancellationToken cancellation)
    {
        details = details.Tidy();
        await using var work = await database.BeginAsync(actor, cancellation);
        if ((MemberRules.WhyNotManage(actor) ?? await WhyNotTakeAsync(work.Db, details, null, cancellation) ?? WhyNotPassword(details, password)) is { } reason)
        {
            return reason;
        }

        var member = Take(work, details);
        var link = password is null ? MemberLinks.Give(work, member) : null;
        member.PasswordHash = password is null ? null : hasher.HashPassword(member, PasswordRules.Normalize(password));
        Record(work, ChangeVerb.MemberAdded, member, NoteOf(member.Roles));
        await work.CommitAsync(cancellation);
        return new MemberOutcome.Done(member, link);
    }

    /// <summary>The very first member becomes administrator by their own hand; refused once there is anybody.</summary>
    public async Task<MemberOutcome> AddFirstAsync(string email, string name, string password, CancellationToken cancellation)
    {
        var details = new MemberDetails(email, name, [Role.Administrator], null).Tidy();
        await using var work = await database.BeginAsync(Actor.Console, cancellation);
        if (await work.Db.Users.AnyAsync(cancellation))
        {
            return new Refusal("used", "Cổng đã có quản trị hệ thống; đường dẫn này không còn dùng được.");
        }

        if ((await WhyNotTakeAsync(work.Db, details, null, cancellation) ?? WhyNotPassword(details, password)) is { } reason)
        {
            return reason;
        }

        var member = Take(work, details);
        member.PasswordHash = hasher.HashPassword(member, PasswordRules.Normalize(password));
        Record(work, ChangeVerb.MemberAdded, member, NoteOf(member.Roles));
        await work.CommitAsync(cancellation);
        return new MemberOutcome.Done(member);
    }

    /// <summary>Says anew who a person is. What they may do counts from their next click.</summary>
    public async Task<MemberOutcome> ChangeAsync(Actor actor, Guid id, MemberDetails details, CancellationToken cancellation)
    {
        details = details.Tidy();
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await FindAsync(work, id, cancellation) is not { } member)
        {
            return Missing;
        }

        var isLast = await IsLastAdministratorAsync(work.Db, member, cancellation);
        if ((MemberRules.WhyNotManage(actor) ?? await WhyNotTakeAsync(work.Db, details, id, cancellation) ?? member.WhyNotLose(details.Roles, actor, isLast)) is { } reason)
        {
            return reason;
        }

        var note = member.Roles.SequenceEqual(details.Roles) ? null : NoteOf(details.Roles);
        Name(member, details);
        Record(work, ChangeVerb.MemberChanged, member, note);
        await work.CommitAsync(cancellation);
        return new MemberOutcome.Done(member);
    }

    /// <summary>Lets a person go: signed out everywhere at once, links void. What they wrote keeps their name.</summary>
    public async Task<MemberOutcome> CloseAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await FindAsync(work, id, cancellation) is not { } member)
        {
            return Missing;
        }

        if ((MemberRules.WhyNotManage(actor) ?? member.WhyNotClose(actor, await IsLastAdministratorAsync(work.Db, member, cancellation))) is { } reason)
        {
            return reason;
        }

        member.ClosedAt = work.Now;
        await ShutOutAsync(work, member, cancellation);
        Record(work, ChangeVerb.MemberClosed, member);
        await work.CommitAsync(cancellation);
        return new MemberOutcome.Done(member);
    }

    /// <summary>Takes a person back in, as they were.</summary>
    public async Task<MemberOutcome> ReopenAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await FindAsync(work, id, cancellation) is not { } member)
        {
            return Missing;
        }

        if ((MemberRules.WhyNotManage(actor) ?? member.WhyNotReopen()) is { } reason)
        {
            return reason;
        }

        member.ClosedAt = null;
        Record(work, ChangeVerb.MemberChanged, member, "reopened");
        await work.CommitAsync(cancellation);
        return new MemberOutcome.Done(member);
    }

    /// <summary>
    /// Gives a person who lost the way in a new one: a link. Password, codes and passkeys stop working at once, and so do open sessions,
    /// because nobody knows who holds what was lost.
    /// </summary>
    public async Task<MemberOutcome> ResetAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await FindAsync(work, id, cancellation) is not { } member)
        {
            return Missing;
        }

        if ((MemberRules.WhyNotManage(actor) ?? member.WhyNotReset(actor)) is { } reason)
        {
            return reason;
        }

        (member.PasswordHash, member.TwoFactorEnabled, member.AccessFailedCount, member.LockoutEnd) = (null, false, 0, null);
        await ShutOutAsync(work, member, cancellation);
        await work.Db.UserTokens.Where(token => token.UserId == id).ExecuteDeleteAsync(cancellation);
        await work.Db.UserPasskeys.Where(passkey => passkey.UserId == id).ExecuteDeleteAsync(cancellation);
        var link = MemberLinks.Give(work, member);
        Record(work, ChangeVerb.MemberReset, member);
        await work.CommitAsync(cancellation);
        return new MemberOutcome.Done(member, link);
    }

    /// <summary>True when nobody but this person keeps the people of the newsroom.</summary>
    public static async Task<bool> IsLastAdministratorAsync(CmsDb db, Member member, CancellationToken cancellation)
    {
        // Roles are one text column, and a newsroom is small: read, not queried.
        var open = await db.Users.Where(other => other.ClosedAt == null && other.Id != member.Id).Select(other => other.Roles).ToListAsync(cancellation);
        return member.Roles.Contains(Role.Administrator) && !open.Any(roles => roles.Contains(Role.Administrator));
    }

    internal static void Record(Work work, ChangeVerb verb, Member member, string? note = null) => work.Record(verb, subject: $"member:{member.Id:D}", note: note);

    private static Refusal Missing { get; } = new("missing", "Không tìm thấy tài khoản này.");

    private static Task<Member?> FindAsync(Work work, Guid id, CancellationToken cancellation) => work.Db.Users.SingleOrDefaultAsync(member => member.Id == id, cancellation);

    private static async Task<Refusal?> WhyNotTakeAsync(CmsDb db, MemberDetails details, Guid? own, CancellationToken cancellation)
    {
        var address = MemberRules.Normalize(details.Email);
        var isTaken = await db.Users.AnyAsync(other => other.NormalizedUserName == address && other.Id != own, cancellation);
        var knowsUnit = details.Unit is { } unit && await db.Units.AnyAsync(known => known.Slug == unit, cancellation);
        return MemberRules.WhyNotTake(details, isTaken, knowsUnit);
    }

    private static Refusal? WhyNotPassword(MemberDetails details, string? password) => password is null ? null : PasswordRules.WhyNot(password, details.Email, details.Name);

    private static Member Take(Work work, MemberDetails details)
    {
        var member = new Member { Id = Guid.CreateVersion7(work.Now), CreatedAt = work.Now, SecurityStamp = Secrets.New(), LockoutEnabled = true };
        Name(member, details);
        work.Db.Users.Add(member);
        return member;
    }

    private static void Name(Member member, MemberDetails details)
    {
        (member.Name, member.Roles, member.Unit) = (details.Name, details.Roles, details.Unit);
        member.Email = member.UserName = details.Email;
        member.NormalizedEmail = member.NormalizedUserName = MemberRules.Normalize(details.Email);
    }

    private static async Task ShutOutAsync(Work work, Member member, CancellationToken cancellation)
    {
        member.SecurityStamp = Secrets.New();
        await work.Db.MemberSessions.Where(session => session.MemberId == member.Id).ExecuteDeleteAsync(cancellation);
        await work.Db.MemberLinks.Where(link => link.MemberId == member.Id).ExecuteDeleteAsync(cancellation);
    }

    private static string NoteOf(IReadOnlyList<Role> roles) => string.Join(", ", roles.Select(Roles.KeyOf));
}
