using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Members;

/// <summary>What is asked of the list of members.</summary>
public sealed record MemberQuery
{
    /// <summary>All of these words, with or without marks, in name, address or unit.</summary>
    public string? Words { get; init; }

    public Role? Role { get; init; }

    /// <summary>Closed accounts instead of open ones.</summary>
    public bool IsClosed { get; init; }
}

/// <summary>A member as the list shows them.</summary>
/// <param name="Passkeys">How many passkeys they have.</param>
/// <param name="LinkUntil">Until when a link they were given still works; null when there is none.</param>
public sealed record MemberRow(Member Member, int Passkeys, DateTimeOffset? LinkUntil);

/// <summary>Looking up who belongs to the newsroom. A newsroom is some dozens of people, so it is read whole.</summary>
public sealed class MemberDirectory(CmsDatabase database, TimeProvider clock)
{
    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    /// <summary>By given name, as people look each other up here.</summary>
    public async Task<IReadOnlyList<MemberRow>> ListAsync(MemberQuery query, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = database.Open();
        var members = await db.Users.Where(member => query.IsClosed == (member.ClosedAt != null)).ToListAsync(cancellation);
        var passkeys = await db.UserPasskeys.GroupBy(passkey => passkey.UserId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var links = await db.MemberLinks.Where(link => link.UsedAt == null && link.ExpiresAt > now).GroupBy(link => link.MemberId).Select(group => new { group.Key, Until = group.Max(link => link.ExpiresAt) })
            .ToDictionaryAsync(group => group.Key, group => group.Until, cancellation);
        var words = Folding.Fold(query.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. members.Where(member => query.Role is not { } role || member.Roles.Contains(role))
                .Where(member => words.All(Folding.Fold($"{member.Name} {member.Email} {member.Unit}").Contains))
                .OrderBy(member => member.Name[(member.Name.LastIndexOf(' ') + 1)..], Comparer<string>.Create(Vietnamese.Compare))
                .ThenBy(member => member.Name, Comparer<string>.Create(Vietnamese.Compare))
                .Select(member => new MemberRow(member, passkeys.GetValueOrDefault(member.Id), links.TryGetValue(member.Id, out var until) ? until : null)),
        ];
    }

    /// <summary>One member as the list shows them, open or closed.</summary>
    public async Task<MemberRow?> FindRowAsync(Guid id, CancellationToken cancellation) => await FindAsync(id, cancellation) is { } member
        ? (await ListAsync(new MemberQuery { IsClosed = member.ClosedAt is not null }, cancellation)).SingleOrDefault(row => row.Member.Id == id)
        : null;

    public async Task<Member?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.Users.SingleOrDefaultAsync(member => member.Id == id, cancellation);
    }

    public async Task<Member?> FindAsync(string email, CancellationToken cancellation)
    {
        var address = MemberRules.Normalize(email);
        await using var db = database.Open();
        return await db.Users.SingleOrDefaultAsync(member => member.NormalizedUserName == address, cancellation);
    }

    public async Task<bool> IsLastAdministratorAsync(Member member, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await Membership.IsLastAdministratorAsync(db, member, cancellation);
    }

    /// <summary>True while nobody has been taken in: the portal waits for its first administrator.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return !await db.Users.AnyAsync(cancellation);
    }
}
