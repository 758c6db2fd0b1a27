using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Desk;

/// <summary>What stands where in the newsroom, for the person who asks: nobody sees rows beyond their reach.</summary>
public sealed class DeskLists(CmsDatabase database)
{
    private static readonly ChangeVerb[] takingDown = [ChangeVerb.Held, ChangeVerb.Archived, ChangeVerb.Withdrawn, ChangeVerb.Retracted, ChangeVerb.Unpublished];

    /// <summary>One page of a shelf; null when the cursor is not one.</summary>
    public async Task<DeskPage?> ListAsync(DeskRequest request, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (request.Shelf == DeskShelf.Published)
        {
            return await PublishedAsync(db, request, actor, cancellation);
        }

        var cursor = request.Cursor is { } text ? Cursor.Parse(text) : null;
        if (request.Cursor is not null && cursor is null)
        {
            return null;
        }

        var items = DeskQueries.Of(db, request.Shelf, actor, request.Type);
        var found = await DeskQueries.InOrder(items, request.Shelf, cursor).Take(request.Size + 1).ToListAsync(cancellation);
        var rows = found.Take(request.Size).ToList();
        var takers = request.Shelf == DeskShelf.TakenDown ? await TakersAsync(db, rows, cancellation) : [];
        var names = await ActorNames.OfAsync(db, rows.Select(item => ActorOf(item).Key), cancellation);
        return new DeskPage(
            [.. rows.Select(item => Row(item, names.Of(ActorOf(item).Key), ActorOf(item).At))],
            found.Count > request.Size ? DeskQueries.After(rows[^1], request.Shelf).ToString() : null,
            await items.CountAsync(cancellation));

        (string? Key, DateTimeOffset At) ActorOf(ContentItem item) => request.Shelf switch
        {
            DeskShelf.InReview => (item.SubmittedBy ?? item.DraftedBy, item.SubmittedAt ?? item.DraftedAt),
            DeskShelf.Trash => (item.TrashedBy, item.TrashedAt ?? item.DraftedAt),
            DeskShelf.TakenDown => (takers.GetValueOrDefault(item.Id), item.UpdatedAt),
            _ => (item.DraftedBy, item.DraftedAt),
        };
    }

    /// <summary>How much stands on each shelf, in four questions to the database.</summary>
    public async Task<IReadOnlyDictionary<DeskShelf, int>> CountsAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var me = actor.Key;
        var unit = actor.Unit;
        var worked = DeskQueries.Worked(db, actor);
        var counted = await worked.GroupBy(item => 1).Select(group => new
        {
            Mine = group.Count(item => item.CreatedBy == me || item.DraftedBy == me),
            Unit = group.Count(item => item.OwnerUnit != null && item.OwnerUnit == unit),
            InReview = group.Count(item => item.Stage == Stage.InReview),
            ChangesRequested = group.Count(item => item.Stage == Stage.ChangesRequested),
            Approved = group.Count(item => item.Stage == Stage.Approved),
            Scheduled = group.Count(item => item.Stage == Stage.Scheduled),
        }).SingleOrDefaultAsync(cancellation);
        return new Dictionary<DeskShelf, int>
        {
            [DeskShelf.Waiting] = await DeskQueries.Waiting(worked, actor).CountAsync(cancellation),
            [DeskShelf.Mine] = counted?.Mine ?? 0,
            [DeskShelf.Unit] = counted?.Unit ?? 0,
            [DeskShelf.InReview] = counted?.InReview ?? 0,
            [DeskShelf.ChangesRequested] = counted?.ChangesRequested ?? 0,
            [DeskShelf.Approved] = counted?.Approved ?? 0,
            [DeskShelf.Scheduled] = counted?.Scheduled ?? 0,
            [DeskShelf.Published] = await DeskQueries.Live(db, actor, null).CountAsync(cancellation),
            [DeskShelf.TakenDown] = await DeskQueries.Of(db, DeskShelf.TakenDown, actor, null).CountAsync(cancellation),
            [DeskShelf.Trash] = await DeskQueries.Of(db, DeskShelf.Trash, actor, null).CountAsync(cancellation),
        };
    }

    /// <summary>The log knows who published what when; read backwards it is the list.</summary>
    private static async Task<DeskPage?> PublishedAsync(CmsDb db, DeskRequest request, Actor actor, CancellationToken cancellation)
    {
        var before = long.MaxValue;
        if (request.Cursor is { } text && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            return null;
        }

        var live = DeskQueries.Live(db, actor, request.Type);
        var published = db.Changes.Where(change => change.Verb == ChangeVerb.Published && change.Position < before
            && !db.Changes.Any(later => later.ItemId == change.ItemId && later.Verb == ChangeVerb.Published && later.Position > change.Position));
        var found = await published.OrderByDescending(change => change.Position)
            .Join(live, change => change.ItemId, item => (ItemId?)item.Id, (change, item) => new { change.Position, change.Actor, change.At, Item = item })
            .OrderByDescending(row => row.Position).Take(request.Size + 1).ToListAsync(cancellation);
        var rows = found.Take(request.Size).ToList();
        var names = await ActorNames.OfAsync(db, rows.Select(row => row.Actor), cancellation);
        return new DeskPage(
            [.. rows.Select(row => Row(row.Item, names.Of(row.Actor), row.At))],
            found.Count > request.Size ? rows[^1].Position.ToString(CultureInfo.InvariantCulture) : null,
            await live.CountAsync(cancellation));
    }

    /// <summary>Who took each of the items down last, by the log.</summary>
    private static async Task<Dictionary<ItemId, string>> TakersAsync(CmsDb db, IReadOnlyList<ContentItem> items, CancellationToken cancellation)
    {
        ItemId?[] ids = [.. items.Select(item => (ItemId?)item.Id)];
        var changes = await db.Changes.Where(change => ids.Contains(change.ItemId) && takingDown.Contains(change.Verb))
            .OrderBy(change => change.Position).Select(change => new { change.ItemId, change.Actor }).ToListAsync(cancellation);
        return changes.GroupBy(change => change.ItemId!.Value).ToDictionary(group => group.Key, group => group.Last().Actor);
    }

    internal static DeskRow Row(ContentItem item, string who, DateTimeOffset at) => new()
    {
        Id = item.Id,
        Type = item.Type,
        TypeLabel = ContentTypes.Get(item.Type).Label,
        Title = item.DraftRevisionId is not null && item.DraftTitle.Length > 0 ? item.DraftTitle : item.Title,
        Path = item.Path,
        Stage = item.Stage,
        Standing = item.Standing,
        WasPublic = item.LiveRevisionId is not null,
        Who = who,
        At = at,
        Note = item.ReviewNote,
        PublishAt = item.PublishAt,
        ExpireAt = item.ExpireAt,
        Unit = item.OwnerUnit,
        Version = item.Version,
    };
}
