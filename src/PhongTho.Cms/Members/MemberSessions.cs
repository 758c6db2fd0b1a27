using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Members;

/// <summary>The sign-ins that are open: each ends by itself, by its owner from anywhere, or with the account.</summary>
public sealed class MemberSessions(CmsDatabase database, TimeProvider clock)
{
    /// <summary>A shared computer that was left alone is signed out after this.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>A person's own computer stays signed in this long; no session lives longer.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    // Seen to the minute is enough for people, and spares a write with each request.
    private static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    /// <summary>Opens a session and clears away what ended by itself; returns the secret that names it.</summary>
    /// <param name="isKept">The device is the person's own.</param>
    public async Task<string> OpenAsync(Guid member, string device, bool isKept, byte[] ticket, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var secret = Secrets.New();
        await using var db = database.Open();
        await db.MemberSessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancellation);
        db.MemberSessions.Add(new MemberSession
        {
            Id = Secrets.Hash(secret),
            MemberId = member,
            CreatedAt = now,
            SeenAt = now,
            ExpiresAt = now + (isKept ? Kept : Idle),
            Device = device,
            Ticket = ticket,
        });
        await db.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>The session a secret names, while it is open. Looking keeps one that ends when idle.</summary>
    public async Task<MemberSession?> FindAsync(string secret, CancellationToken cancellation)
    {
        var (id, now) = (Secrets.Hash(secret), clock.GetUtcNow());
        await using var db = database.Open();
        var session = await db.MemberSessions.SingleOrDefaultAsync(session => session.Id == id && session.ExpiresAt > now, cancellation);
        if (session is not null && now - session.SeenAt >= Grain)
        {
            var (idle, last) = (now + Idle, session.CreatedAt + Kept);
            session.SeenAt = now;
            session.ExpiresAt = new[] { session.ExpiresAt, idle < last ? idle : last }.Max();
            await db.MemberSessions.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now).SetProperty(row => row.ExpiresAt, session.ExpiresAt), cancellation);
        }

        return session;
    }

    /// <summary>Puts a new ticket into an open session: the same device, the same person, new credentials.</summary>
    public async Task RenewAsync(string secret, byte[] ticket, CancellationToken cancellation)
    {
        var id = Secrets.Hash(secret);
        await using var db = database.Open();
        await db.MemberSessions.Where(session => session.Id == id).ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, ticket), cancellation);
    }

    /// <summary>Open sessions of a person, the last seen first.</summary>
    public async Task<IReadOnlyList<MemberSession>> ListAsync(Guid member, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = database.Open();
        return await db.MemberSessions.Where(session => session.MemberId == member && session.ExpiresAt > now).OrderByDescending(session => session.SeenAt).ToListAsync(cancellation);
    }

    public async Task EndAsync(string secret, CancellationToken cancellation)
    {
        var id = Secrets.Hash(secret);
        await using var db = database.Open();
        await db.MemberSessions.Where(session => session.Id == id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Ends one session of a person, by its id.</summary>
    public async Task EndAsync(Guid member, string id, CancellationToken cancellation)
    {
        await using var db = database.Open();
        await db.MemberSessions.Where(session => session.MemberId == member && session.Id == id).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>Ends all sessions of a person but one.</summary>
    public async Task EndOthersAsync(Guid member, string? keep, CancellationToken cancellation)
    {
        await using var db = database.Open();
        await db.MemberSessions.Where(session => session.MemberId == member && session.Id != keep).ExecuteDeleteAsync(cancellation);
    }
}
