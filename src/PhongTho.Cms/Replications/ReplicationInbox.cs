using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Replications;

/// <summary>A replication in the list of the room.</summary>
/// <param name="Days">Whole days it has waited where it stands.</param>
public sealed record ReplicationRoomRow(string Code, ReplicationState State, string Who, string Model, string Place, int Households, string Result, int Days, bool IsLate);

/// <summary>The list, and how many stand where.</summary>
/// <param name="Next">Where the list goes on.</param>
public sealed record ReplicationRoomPage(IReadOnlyList<ReplicationRoomRow> Rows, IReadOnlyDictionary<ReplicationState, int> Counts, string? Next);

/// <summary>One replication whole, as the room reads it.</summary>
public sealed record ReplicationRoomEntry(Replication Row, string Model, string ModelPath, string Place, ReplicatorContact? Contact, ReplicationHand Hand, IReadOnlyList<(DateTimeOffset At, string Who, string What)> Log);

/// <summary>A way of doing learned from a subject.</summary>
public sealed record SubjectModel(ItemId Id, string Title, Standing Standing, int Places, int Households);

/// <summary>What the room «Nhân rộng» reads. Contributors read of their own unit only, and never how to reach anybody.</summary>
public sealed class ReplicationInbox(CmsDatabase database, SiteBooks books, IContactSeal seal, TimeProvider clock)
{
    private const int PageSize = 50;

    /// <summary>A registration is answered within a week, a result checked within two; a season passes before a result is asked for.</summary>
    private static readonly Dictionary<ReplicationState, int> Patience = new()
    {
        [ReplicationState.Registered] = 7,
        [ReplicationState.Confirmed] = 180,
        [ReplicationState.Reported] = 14,
    };

    /// <param name="states">Empty for all that is open.</param>
    /// <param name="after">Code of the last row of the page before.</param>
    public async Task<ReplicationRoomPage> ListAsync(IReadOnlyList<ReplicationState> states, string? after, Actor reader, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var mine = Readable(db, book, reader);
        var counts = await mine.GroupBy(static row => row.State).Select(static group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(static row => row.Key, static row => row.Count, cancellation);
        ReplicationState[] asked = states.Count > 0 ? [.. states] : [.. Enum.GetValues<ReplicationState>().Where(ReplicationSteps.IsOpen)];
        var from = after is null ? null : await mine.Where(row => row.Code == after).Select(static row => (DateTimeOffset?)row.StateAt).SingleOrDefaultAsync(cancellation);
        var rows = await After(mine.Where(row => asked.Contains(row.State)), from, after).OrderBy(static row => row.StateAt).ThenBy(static row => row.Code).Take(PageSize + 1).ToListAsync(cancellation);
        ItemId[] items = [.. rows.Select(static row => row.ItemId).Distinct()];
        var titles = await db.Items.Where(item => items.Contains(item.Id)).ToDictionaryAsync(static item => item.Id, static item => item.Title, cancellation);
        return new ReplicationRoomPage([.. rows.Take(PageSize).Select(row => Row(row, titles, book))], counts, rows.Count > PageSize ? rows[PageSize - 1].Code : null);
    }

    /// <summary>Null when there is none, or this person has no business with it.</summary>
    public async Task<ReplicationRoomEntry?> FindAsync(string code, Actor reader, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        if (await Readable(db, book, reader).SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { } row)
        {
            return null;
        }

        var subject = ReplicationLog.SubjectOf(code);
        var log = await db.Changes.Where(change => change.Subject == subject).OrderBy(static change => change.Position).ToListAsync(cancellation);
        var names = await ActorNames.OfAsync(db, log.Select(static change => change.Actor), cancellation);
        var model = await db.Items.Where(item => item.Id == row.ItemId).Select(static item => new { item.Title, item.Path }).SingleAsync(cancellation);
        var hand = HandOf(reader, row, book, clock.GetUtcNow());
        return new ReplicationRoomEntry(
            row, model.Title, "/" + model.Path, PlaceOf(row, book), hand == ReplicationHand.Desk ? Open(row) : null, hand,
            [.. log.Select(change => (change.At, names.Of(change.Actor), change.Verb == ChangeVerb.ReplicationReceived ? "Ghi danh" : $"Chuyển sang «{change.Note}»"))]);
    }

    /// <summary>Ways of doing that lead to a text about the subject, drafts included, with how many copy each.</summary>
    public async Task<IReadOnlyList<SubjectModel>> ModelsOfAsync(SubjectId subject, CancellationToken cancellation)
    {
        await using var db = database.Open();
        string[] types = [.. ReplicationPages.Types.Select(static type => type.Key)];
        var texts = db.ItemsNaming(subject).Select(static item => item.Id);
        var named = await db.Items.Where(item => types.Contains(item.Type) && item.TrashedAt == null && item.Links.Any(link => link.TargetItemId != null && texts.Contains(link.TargetItemId.Value)))
            .OrderBy(static item => item.Path).Select(static item => new { item.Id, Title = item.DraftTitle == "" ? item.Title : item.DraftTitle, item.Standing }).ToListAsync(cancellation);
        ItemId[] ids = [.. named.Select(static item => item.Id)];
        ReplicationState[] counted = [.. Enum.GetValues<ReplicationState>().Where(ReplicationSteps.Counts)];
        var copies = await db.Replications.Where(row => ids.Contains(row.ItemId) && counted.Contains(row.State)).GroupBy(static row => row.ItemId)
            .Select(static group => new { group.Key, Places = group.Count(), Households = group.Sum(row => row.Households) }).ToDictionaryAsync(static group => group.Key, cancellation);
        return [.. named.Select(item => new SubjectModel(item.Id, item.Title, item.Standing, copies.GetValueOrDefault(item.Id)?.Places ?? 0, copies.GetValueOrDefault(item.Id)?.Households ?? 0))];
    }

    /// <summary>Sums over every replication this person may read.</summary>
    public async Task<(ReplicationTotals Totals, SiteBook Book)> TotalsAsync(Actor reader, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        return (await ReplicationTotals.ReadAsync(Readable(db, book, reader), book, SiteTime.Today(clock), cancellation), book);
    }

    /// <summary>With which hand this person takes hold of it.</summary>
    internal static ReplicationHand HandOf(Actor actor, Replication row, SiteBook book, DateTimeOffset now) =>
        ReplicationSteps.HandOf(actor, IsOfUnit(actor, row.Unit, book, DateOnly.FromDateTime(SiteTime.Local(now).DateTime)));

    private static bool IsOfUnit(Actor actor, string? unit, SiteBook book, DateOnly today) =>
        actor.Unit is { } own && unit is not null && (own == unit || (book.Today(unit, today)?.Slug ?? unit) == (book.Today(own, today)?.Slug ?? own));

#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
    private static IQueryable<Replication> After(IQueryable<Replication> rows, DateTimeOffset? at, string? code) =>
        at is null ? rows : rows.Where(row => row.StateAt > at || (row.StateAt == at && string.Compare(row.Code, code) > 0));
#pragma warning restore CA1309

    private static IQueryable<Replication> Readable(CmsDb db, SiteBook book, Actor reader)
    {
        if (ReplicationSteps.HandOf(reader, isOfUnit: false) == ReplicationHand.Desk)
        {
            return db.Replications;
        }

        string[] units = reader.Unit is { } own ? [.. book.WithPredecessors(own)] : [];
        return db.Replications.Where(row => row.Unit != null && units.Contains(row.Unit));
    }

    private ReplicationRoomRow Row(Replication row, Dictionary<ItemId, string> titles, SiteBook book)
    {
        var days = (int)(clock.GetUtcNow() - row.StateAt).TotalDays;
        return new ReplicationRoomRow(
            row.Code, row.State, row.Who, titles.GetValueOrDefault(row.ItemId, ""), PlaceOf(row, book), row.Households, row.Result, days, Patience.TryGetValue(row.State, out var patience) && days >= patience);
    }

    private static string PlaceOf(Replication row, SiteBook book) =>
        string.Join(", ", new[] { row.Village, row.Unit is { } unit ? book.NameOf(Taxonomies.Unit, unit) : "" }.Where(static part => part.Length > 0));

    private ReplicatorContact? Open(Replication row) => row.Contact is { } closed && seal.Open(closed) is { } json ? ContentJson.Read<ReplicatorContact>(json) : null;
}
