using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Feedback;

/// <summary>A letter in the list of the desk.</summary>
/// <param name="About">Title of the item, the sender's words for it, or the commune.</param>
/// <param name="Begins">The first words of what was written.</param>
public sealed record FeedbackRow(
    string Code, FeedbackKind Kind, FeedbackState State, string About, string Begins, FeedbackClock Clock, string? AssignedTo, string? Office, DateTimeOffset ReceivedAt);

/// <summary>The list, and how many stand where.</summary>
public sealed record FeedbackList(IReadOnlyList<FeedbackRow> Rows, IReadOnlyDictionary<FeedbackState, int> Counts, string? Next);

/// <summary>One letter whole, as the desk reads it.</summary>
/// <param name="Path">Address of the item it is about, while readers can see it.</param>
public sealed record FeedbackWhole(FeedbackLetter Letter, FeedbackRow Row, FeedbackContact? Contact, IReadOnlyList<FeedbackLine> Log, string? Path)
{
    /// <summary>Dossiers of those the item names: a withdrawal there reaches all that was told of them.</summary>
    public IReadOnlyList<(SubjectId Id, string Name)> Named { get; init; } = [];
}

/// <summary>A line of its log.</summary>
public sealed record FeedbackLine(DateTimeOffset At, string Who, string What);

/// <summary>What the desk reads of letters.</summary>
public sealed class FeedbackInbox(CmsDatabase database, SiteBooks books, IContactSeal seal, TimeProvider clock)
{
    private const int PageSize = 50;

    private const int FirstWords = 140;

    private static readonly FeedbackState[] waiting = [FeedbackState.Received, FeedbackState.Assigned, FeedbackState.Routed];

    /// <param name="states">Empty for all that wait for an answer.</param>
    /// <param name="after">The <see cref="FeedbackList.Next"/> of the page before.</param>
    public async Task<FeedbackList> ListAsync(IReadOnlyList<FeedbackState> states, string? after, Actor reader, CancellationToken cancellation)
    {
        if (FeedbackSteps.WhyNotRead(reader) is not null)
        {
            return new FeedbackList([], new Dictionary<FeedbackState, int>(), null);
        }

        await using var db = database.Open();
        FeedbackState[] asked = states.Count > 0 ? [.. states] : waiting;
        var letters = db.Feedback.Where(row => asked.Contains(row.State));

        // What waits longest stands first; what is settled, newest first. Codes count up as letters come in.
        var isOpen = asked.All(static state => !FeedbackSteps.IsSettled(state));
#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
        var page = isOpen
            ? letters.Where(row => after == null || string.Compare(row.Code, after) > 0).OrderBy(static row => row.Code)
            : letters.Where(row => after == null || string.Compare(row.Code, after) < 0).OrderByDescending(static row => row.Code);
#pragma warning restore CA1309
        var found = await page.Take(PageSize + 1).ToListAsync(cancellation);
        var counts = await db.Feedback.GroupBy(static row => row.State).Select(static group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(static row => row.Key, static row => row.Count, cancellation);
        return new FeedbackList(await RowsAsync(db, [.. found.Take(PageSize)], cancellation), counts, found.Count > PageSize ? found[PageSize - 1].Code : null);
    }

    /// <summary>What waits for this person: what she has in hand, what lies with her office, what nobody took; the most pressing first.</summary>
    public async Task<(IReadOnlyList<FeedbackRow> Rows, int Count)> WaitingAsync(Actor reader, int most, CancellationToken cancellation)
    {
        if (FeedbackSteps.WhyNotRead(reader) is not null)
        {
            return ([], 0);
        }

        await using var db = database.Open();
        var (key, roles) = (reader.Key, reader.Roles.Select(static role => (Role?)role).ToArray());
        var mine = db.Feedback.Where(row =>
            row.State == FeedbackState.Received || (row.State == FeedbackState.Assigned && (row.AssignedTo == key || row.AssignedTo == null)) || (row.State == FeedbackState.Routed && roles.Contains(row.RoutedTo)));
        var rows = await RowsAsync(db, await mine.OrderBy(static row => row.Code).Take(200).ToListAsync(cancellation), cancellation);
        return ([.. rows.OrderBy(static row => row.Clock.DaysLeft).Take(most)], await mine.CountAsync(cancellation));
    }

    /// <summary>Null when there is none, or this person has no business with it.</summary>
    public async Task<FeedbackWhole?> FindAsync(string code, Actor reader, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (FeedbackSteps.WhyNotRead(reader) is not null || await db.Feedback.SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { } letter)
        {
            return null;
        }

        var subject = FeedbackLog.SubjectOf(code);
        var log = await db.Changes.Where(row => row.Subject == subject).OrderBy(static row => row.Position).ToListAsync(cancellation);
        var names = await ActorNames.OfAsync(db, log.Select(static row => row.Actor), cancellation);
        var path = letter.ItemId is { } id ? await db.ReadableItems().Where(item => item.Id == id).Select(static item => item.Path).SingleOrDefaultAsync(cancellation) : null;
        return new FeedbackWhole(letter, (await RowsAsync(db, [letter], cancellation))[0], Open(letter), [.. log.Select(row => new FeedbackLine(row.At, names.Of(row.Actor), Said(row)))], path)
        {
            Named = await NamedAsync(db, letter, cancellation),
        };
    }

    /// <summary>Colleagues who may have letters in hand: key and name.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> ColleaguesAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var members = await db.Users.Where(static member => member.ClosedAt == null).OrderBy(static member => member.Name).ToListAsync(cancellation);
        return [.. members.Select(Actor.Of).Where(static actor => FeedbackSteps.WhyNotRead(actor) is null).Select(static actor => (actor.Key, actor.Name))];
    }

    private static async Task<IReadOnlyList<(SubjectId Id, string Name)>> NamedAsync(CmsDb db, FeedbackLetter letter, CancellationToken cancellation)
    {
        if (letter.Kind != FeedbackKind.Removal || letter.ItemId is not { } id)
        {
            return [];
        }

        var named = await db.Subjects
            .Where(subject => db.RevisionSubjects.Any(row => row.SubjectId == subject.Id && db.Items.Any(item => item.Id == id && row.RevisionId == item.LiveRevisionId)))
            .OrderBy(static subject => subject.PlainName).Select(static subject => new { subject.Id, subject.Name }).ToListAsync(cancellation);
        return [.. named.Select(static subject => (subject.Id, subject.Name))];
    }

    private async Task<IReadOnlyList<FeedbackRow>> RowsAsync(CmsDb db, IReadOnlyList<FeedbackLetter> letters, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var promises = await FeedbackRules.ReadAsync(db, cancellation);
        var names = await ActorNames.OfAsync(db, letters.Select(static row => row.AssignedTo), cancellation);
        ItemId[] ids = [.. letters.Select(static row => row.ItemId).OfType<ItemId>()];
        var titles = await db.Items.Where(item => ids.Contains(item.Id)).Select(static item => new { item.Id, item.Title }).ToDictionaryAsync(static item => item.Id, static item => item.Title, cancellation);
        return [.. letters.Select(Row)];

        FeedbackRow Row(FeedbackLetter row) => new(
            row.Code, row.Kind, row.State,
            row.ItemId is { } id && titles.TryGetValue(id, out var title) ? title : row.About.Length > 0 ? row.About : row.Unit is { } unit ? book.NameOf(Taxonomies.Unit, unit) : "",
            row.Text.Length <= FirstWords ? row.Text : row.Text[..FirstWords] + "…",
            FeedbackClock.Of(row.Kind, row.ReceivedAt, row.SettledAt, clock.GetUtcNow(), promises),
            row.AssignedTo is null ? null : names.Of(row.AssignedTo), row.State == FeedbackState.Routed ? promises.On(SiteTime.Today(clock)).OfficeName : null, row.ReceivedAt);
    }

    private FeedbackContact? Open(FeedbackLetter letter) =>
        letter.Contact is { } closed && seal.Open(closed) is { } json ? ContentJson.Read<FeedbackContact>(json) : null;

    private static string Said(Change change) => change.Verb switch
    {
        ChangeVerb.FeedbackReceived => "Nhận thư",
        ChangeVerb.FeedbackMoved => $"Chuyển sang «{change.Note}»",
        _ => change.Note ?? "",
    };
}
