using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Changes;

/// <summary>What is asked of the log.</summary>
public sealed record AuditQuery
{
    /// <summary>Key of who acted; null for everybody.</summary>
    public string? Actor { get; init; }

    /// <summary>Only these acts; empty for all.</summary>
    public IReadOnlyList<ChangeVerb> Verbs { get; init; } = [];

    public ItemId? Item { get; init; }

    /// <summary>A day in Vietnam.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The last position of the page before; null for the newest.</summary>
    public long? Before { get; init; }
}

/// <summary>An act as the log is read by people.</summary>
/// <param name="Who">As colleagues call them.</param>
/// <param name="Title">What the item is called now; null when it is gone, or was withdrawn: of that only the id stays (rule R11).</param>
/// <param name="Note">As written with the act; nothing for what was withdrawn.</param>
public sealed record AuditEntry(long Position, DateTimeOffset At, string Actor, string Who, ChangeVerb Verb, ItemId? Item, string? Title, string? Subject, string? Note);

/// <summary>A page of the log; <paramref name="Next"/> is what to ask before, null at the beginning of all.</summary>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, long? Next);

/// <summary>Somebody who acts, as a filter of the log offers them.</summary>
public sealed record AuditActor(string Key, string Name);

/// <summary>The log of all acts, newest first, for those who may read it.</summary>
public sealed class AuditTrail(CmsDatabase database)
{
    private const int PageSize = 60;

    /// <summary>A page of the log; or the reason why this person may not read it.</summary>
    public async Task<(AuditPage? Page, Refusal? Reason)> ReadAsync(AuditQuery query, Actor reader, CancellationToken cancellation)
    {
        if (!reader.May(Right.ReadAudit))
        {
            return (null, new Refusal("right", "Bạn chưa được giao quyền xem nhật ký."));
        }

        await using var db = database.Open();
        var rows = await (await FilterAsync(db, query, cancellation)).OrderByDescending(static change => change.Position).Take(PageSize + 1).ToListAsync(cancellation);
        var shown = rows[..Math.Min(PageSize, rows.Count)];
        return (new AuditPage(await FillAsync(db, shown, cancellation), rows.Count > PageSize ? shown[^1].Position : null), null);
    }

    /// <summary>Everybody who may have acted: members by name, then parts of the machine.</summary>
    public async Task<IReadOnlyList<AuditActor>> ActorsAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var members = await db.Users.OrderBy(static member => member.Name).Select(static member => new { member.Id, member.Name }).ToListAsync(cancellation);
        return [.. members.Select(static member => new AuditActor(member.Id.ToString("D"), member.Name)), .. ActorNames.Machines.Select(static machine => new AuditActor(machine.Key, machine.Value))];
    }

    private static async Task<IQueryable<Change>> FilterAsync(CmsDb db, AuditQuery query, CancellationToken cancellation)
    {
        // A merged or renamed term touches every item that carries it: that is for the index, and one line tells people.
        var changes = db.Changes.Where(static change => change.ItemId == null || (change.Verb != ChangeVerb.TermsSaved && change.Verb != ChangeVerb.UnitsSaved));
        if (query.Actor is { Length: > 0 } actor)
        {
            changes = changes.Where(change => change.Actor == actor);
        }

        if (query.Verbs.Count > 0)
        {
            changes = changes.Where(change => query.Verbs.Contains(change.Verb));
        }

        if (query.Item is { } item)
        {
            changes = changes.Where(change => change.ItemId == item);
        }

        if (query.Before is { } before)
        {
            changes = changes.Where(change => change.Position < before);
        }

        return query.Day is { } day ? await OnDayAsync(db, changes, day, cancellation) : changes;
    }

    /// <summary>Positions follow time, so a day is a stretch of them, found by halving: no index on time is needed.</summary>
    private static async Task<IQueryable<Change>> OnDayAsync(CmsDb db, IQueryable<Change> changes, DateOnly day, CancellationToken cancellation)
    {
        var first = await FirstAsync(db, SiteTime.StartOf(day), cancellation);
        var end = await FirstAsync(db, SiteTime.StartOf(day.AddDays(1)), cancellation);
        return changes.Where(change => change.Position >= first && change.Position < end);
    }

    private static async Task<long> FirstAsync(CmsDb db, DateTimeOffset time, CancellationToken cancellation)
    {
        var (low, high) = (0L, await db.Clocks.Select(static clock => clock.Position).SingleAsync(cancellation) + 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var at = await db.Changes.Where(change => change.Position >= middle).OrderBy(static change => change.Position).Select(static change => (DateTimeOffset?)change.At).FirstOrDefaultAsync(cancellation);
            (low, high) = at < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static async Task<IReadOnlyList<AuditEntry>> FillAsync(CmsDb db, IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        ItemId[] ids = [.. changes.Select(static change => change.ItemId).OfType<ItemId>().Distinct()];
        var items = await db.Items.Where(item => ids.Contains(item.Id)).Select(static item => new { item.Id, item.Title, item.DraftTitle, item.Standing })
            .ToDictionaryAsync(static item => item.Id, cancellation);
        var names = await ActorNames.OfAsync(db, changes.Select(static change => change.Actor), cancellation);
        return [.. changes.Select(change =>
        {
            var item = change.ItemId is { } id ? items.GetValueOrDefault(id) : null;
            var isForgotten = change.ItemId is not null && item is not { Standing: not Standing.Withdrawn };
            var title = isForgotten ? null : item?.DraftTitle is { Length: > 0 } draft ? draft : item?.Title;
            return new AuditEntry(
                change.Position, change.At, change.Actor, names.Of(change.Actor), change.Verb, change.ItemId, title, change.Subject, isForgotten ? null : change.Note);
        })];
    }
}
