using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Nominations;

/// <summary>A nomination in the list of the desk.</summary>
/// <param name="Days">Whole days it has waited where it stands.</param>
/// <param name="From">«Người dân», or the unit that nominated.</param>
public sealed record InboxRow(
    string Code, NominationState State, string Name, string Kind, string Place, int Days, bool IsLate, string? AssignedTo, string From, int Photos, int Hints, DateTimeOffset ReceivedAt);

/// <summary>The list, and how many stand where.</summary>
public sealed record InboxPage(IReadOnlyList<InboxRow> Rows, IReadOnlyDictionary<NominationState, int> Counts);

/// <summary>One nomination whole, as the desk reads it.</summary>
public sealed record InboxEntry(Nomination Nomination, InboxRow Row, NominatorContact? Contact, IReadOnlyList<DuplicateHint> Hints, IReadOnlyList<InboxStep> Log)
{
    public string? ForwardedTo { get; init; }

    public string? DuplicateOf { get; init; }
}

/// <summary>A line of its log.</summary>
public sealed record InboxStep(DateTimeOffset At, string Who, string What);

/// <summary>What the triage desk reads. Contributors read of their own unit only, and never who told.</summary>
public sealed class NominationInbox(CmsDatabase database, SiteBooks books, IContactSeal seal, TimeProvider clock)
{
    /// <summary>The newest are enough of what is closed; what is open is shown whole.</summary>
    private const int MostClosed = 200;

    /// <summary>The promise of the follow page: a first answer within a week, a unit within two.</summary>
    private static readonly Dictionary<NominationState, int> Patience = new()
    {
        [NominationState.Received] = 3,
        [NominationState.Triaged] = 7,
        [NominationState.ForwardedToUnit] = 14,
        [NominationState.Confirmed] = 7,
    };

    /// <summary>True when it waits longer than was promised.</summary>
    public static bool IsLate(NominationState state, DateTimeOffset since, DateTimeOffset now) => Patience.TryGetValue(state, out var patience) && (now - since).TotalDays >= patience;

    /// <param name="states">Empty for all that is open.</param>
    public async Task<InboxPage> ListAsync(IReadOnlyList<NominationState> states, Actor reader, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var mine = Readable(db, reader);
        var counts = await mine.GroupBy(static row => row.State).Select(static group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(static row => row.Key, static row => row.Count, cancellation);
        NominationState[] asked = states.Count > 0 ? [.. states] : [.. Enum.GetValues<NominationState>().Where(static state => !NominationSteps.IsClosed(state))];
        var rows = await mine.Where(row => asked.Contains(row.State)).Include(static row => row.Photos).OrderByDescending(static row => row.ReceivedAt).Take(1000).ToListAsync(cancellation);
        var shown = asked.All(NominationSteps.IsClosed) ? rows[..Math.Min(rows.Count, MostClosed)] : [.. rows.OrderBy(static row => row.StateAt)];
        var names = await ActorNames.OfAsync(db, shown.Select(static row => row.AssignedTo), cancellation);
        var hints = NominationSteps.WhyNotTriage(reader) is null ? await DuplicateHints.ReadAsync(db, book, SiteTime.Today(clock), cancellation) : null;
        return new InboxPage([.. shown.Select(row => Row(row, book, names, hints?.Of(row).Count ?? 0))], counts);
    }

    /// <summary>Null when there is none, or this person has no business with it.</summary>
    public async Task<InboxEntry?> FindAsync(string code, Actor reader, CancellationToken cancellation)
    {
        if (NominationSteps.WhyNotTriage(reader) is not null)
        {
            return null;
        }

        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        if (await db.Nominations.Include(static row => row.Photos).SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { } nomination)
        {
            return null;
        }

        var subject = NominationLog.SubjectOf(code);
        var log = await db.Changes.Where(row => row.Subject == subject).OrderBy(static row => row.Position).ToListAsync(cancellation);
        var names = await ActorNames.OfAsync(db, log.Select(static row => row.Actor).Append(nomination.AssignedTo).Append(nomination.NominatedBy), cancellation);
        var hints = (await DuplicateHints.ReadAsync(db, book, SiteTime.Today(clock), cancellation)).Of(nomination);
        return new InboxEntry(
            nomination, Row(nomination, book, names, hints.Count), Open(nomination), hints, [.. log.Select(row => new InboxStep(row.At, names.Of(row.Actor), Said(row)))])
        {
            ForwardedTo = nomination.ForwardedTo is { } unit ? book.NameOf(Taxonomies.Unit, unit) : null,
            DuplicateOf = nomination.DuplicateOf is { } other ? await TitleOfAsync(db, other, cancellation) : null,
        };
    }

    /// <summary>Colleagues who may have it in hand: key and name.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> ColleaguesAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var members = await db.Users.Where(static member => member.ClosedAt == null).OrderBy(static member => member.Name).ToListAsync(cancellation);
        return [.. members.Select(Actor.Of).Where(static actor => NominationSteps.WhyNotTriage(actor) is null).Select(static actor => (actor.Key, actor.Name))];
    }

    private static IQueryable<Nomination> Readable(CmsDb db, Actor reader)
    {
        var (key, unit) = (reader.Key, reader.Unit);
        return NominationSteps.WhyNotTriage(reader) is null
            ? db.Nominations
            : db.Nominations.Where(row => row.NominatedBy == key || (unit != null && row.NominatedFor == unit));
    }

    private InboxRow Row(Nomination row, SiteBook book, ActorNames names, int hints)
    {
        var days = (int)(clock.GetUtcNow() - row.StateAt).TotalDays;
        return new InboxRow(
            row.Code, row.State, row.Name, book.NameOf(Taxonomies.SubjectKind, row.Kind),
            string.Join(", ", new[] { row.Village, row.Unit is { } unit ? book.NameOf(Taxonomies.Unit, unit) : "chưa rõ xã" }.Where(static part => part.Length > 0)),
            days, IsLate(row.State, row.StateAt, clock.GetUtcNow()), row.AssignedTo is null ? null : names.Of(row.AssignedTo),
            row.NominatedBy is null ? "Người dân" : row.NominatedFor is { } from ? book.NameOf(Taxonomies.Unit, from) : names.Of(row.NominatedBy), row.Photos.Count, hints, row.ReceivedAt);
    }

    private NominatorContact? Open(Nomination nomination) =>
        nomination.Contact is { } closed && seal.Open(closed) is { } json ? ContentJson.Read<NominatorContact>(json) : null;

    private static string Said(Change change) => change.Verb switch
    {
        ChangeVerb.NominationReceived => "Nhận lời giới thiệu",
        ChangeVerb.NominationMoved => $"Chuyển sang «{change.Note}»",
        _ => change.Note ?? "",
    };

    private static async Task<string?> TitleOfAsync(CmsDb db, string other, CancellationToken cancellation) => Guid.TryParse(other, out var id)
        ? await db.Items.Where(item => item.Id == new ItemId(id)).Select(static item => item.Title).SingleOrDefaultAsync(cancellation)
        : "lời giới thiệu " + other;
}
