using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Commendations;

/// <summary>A line of the public register: the decision, and whom and what it names.</summary>
public sealed record RegisterRow
{
    public required string Code { get; init; }

    public required string SubjectName { get; init; }

    public required string SubjectKind { get; init; }

    public string? Unit { get; init; }

    public required string Form { get; init; }

    public string? Occasion { get; init; }

    public string Achievement { get; init; } = "";

    public PartialDate? EventOn { get; init; }

    public string Decision { get; init; } = "";

    public PartialDate? DecidedOn { get; init; }

    public string Authority { get; init; } = "";

    /// <summary>The authority in addresses.</summary>
    public string AuthorityKey { get; init; } = "";

    public bool IsRevoked { get; init; }

    public string RevokedBy { get; init; } = "";

    public PartialDate? RevokedOn { get; init; }

    /// <summary>The revoking decision's text on the portal.</summary>
    public string? RevokingPath { get; init; }

    public bool? IsDirectWorker { get; init; }

    public bool? IsSmallCollective { get; init; }

    public bool IsSample { get; init; }

    /// <summary>True when nobody it names minds being taken along into files and programs.</summary>
    public bool IsInFeeds { get; init; } = true;

    public DateOnly ListedOn { get; init; }

    /// <summary>Page of the commended, with its first slash.</summary>
    public string? ItemPath { get; init; }

    /// <summary>The decision's text on the portal.</summary>
    public string? DecisionPath { get; init; }

    public string? StoryPath { get; init; }

    /// <summary>When the portal first told of it.</summary>
    public DateOnly? ToldOn { get; init; }

    public bool IsCollective => CommendationChecks.IsCollective(SubjectKind);

    public bool IsEmergent => Occasion == CommendationClock.Emergent;

    public int? DaysToDecision => CommendationClock.Days(CommendationClock.Whole(EventOn), CommendationClock.Whole(DecidedOn));

    public int? DaysToStory => CommendationClock.Days(CommendationClock.Whole(DecidedOn), ToldOn);
}

/// <summary>The public register at one moment, newest decision first.</summary>
/// <param name="Unnamed">Decided commendations that are left out because nobody may be named: no consent in force, a page on hold, withdrawn or retracted.</param>
public sealed record RegisterSnapshot(long Seen, IReadOnlyList<RegisterRow> Rows, int Unnamed);

/// <summary>
/// What readers may see of the register, read once per change that readers can notice, however many pages, filters and files are drawn from it.
/// A person or household stands in it by a page that readers can open, because that is where the consent is proved; a collective also without one.
/// </summary>
public sealed class PublicRegister(CmsDatabase database, ChangeSignal signal) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private RegisterSnapshot? newest;

    public async ValueTask<RegisterSnapshot> CurrentAsync(CancellationToken cancellation)
    {
        if (newest is { } known && known.Seen >= signal.SeenPosition)
        {
            return known;
        }

        await reading.WaitAsync(cancellation);
        try
        {
            return newest is { } fresh && fresh.Seen >= signal.SeenPosition ? fresh : newest = await ReadAsync(cancellation);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private async Task<RegisterSnapshot> ReadAsync(CancellationToken cancellation)
    {
        // The position first: what is read after it can only be newer, and then the next reader reads again.
        var seen = signal.SeenPosition;
        await using var db = database.Open();
        CommendationState[] states = [.. CommendationSteps.Public];
        var decided = await db.Commendations.Where(row => states.Contains(row.State))
            .OrderByDescending(static row => row.ListedOn).ThenBy(static row => row.Code).ToListAsync(cancellation);
        var pages = await db.ReadableItems()
            .Where(item => db.Commendations.Any(row => row.ItemId == item.Id || row.DecisionItemId == item.Id || row.StoryItemId == item.Id || row.RevokingItemId == item.Id))
            .Select(static item => new RegisterPlace(item.Id, item.Path, item.PublishedAt, item.Card.IsSample, !item.Closed.Any(row => row.Purpose == ConsentPurpose.Feed))).ToDictionaryAsync(static page => page.Id, cancellation);
        RegisterRow[] rows = [.. decided.Where(row => MayBeNamed(row, pages)).Select(row => Row(row, pages))];
        return new RegisterSnapshot(seen, rows, decided.Count - rows.Length);
    }

    private static bool MayBeNamed(Commendation row, Dictionary<ItemId, RegisterPlace> pages) =>
        row.ItemId is { } item ? pages.ContainsKey(item) : CommendationChecks.IsCollective(row.SubjectKind);

    private static RegisterRow Row(Commendation row, Dictionary<ItemId, RegisterPlace> pages)
    {
        var (own, story) = (Place(row.ItemId), Place(row.StoryItemId));
        DateTimeOffset?[] told = [own?.PublishedAt, story?.PublishedAt];
        return new RegisterRow
        {
            Code = row.Code,
            SubjectName = row.SubjectName,
            SubjectKind = row.SubjectKind,
            Unit = row.Unit,
            Form = row.Form,
            Occasion = row.Occasion,
            Achievement = row.Achievement,
            EventOn = row.EventOn,
            Decision = row.Decision,
            DecidedOn = row.DecidedOn,
            Authority = row.Authority,
            AuthorityKey = Slug.Of(row.Authority),
            IsRevoked = row.State == CommendationState.Revoked,
            RevokedBy = row.RevokedBy,
            RevokedOn = row.RevokedOn,
            RevokingPath = PathOf(Place(row.RevokingItemId)),
            IsDirectWorker = row.IsDirectWorker,
            IsSmallCollective = row.IsSmallCollective,
            IsSample = row.IsSample || own is { IsSample: true },
            IsInFeeds = own is null or { IsInFeeds: true },
            ListedOn = row.ListedOn,
            ItemPath = PathOf(own),
            DecisionPath = PathOf(Place(row.DecisionItemId)),
            StoryPath = PathOf(story),
            ToldOn = told.Min() is { } first ? DateOnly.FromDateTime(SiteTime.Local(first).DateTime) : null,
        };

        RegisterPlace? Place(ItemId? id) => id is { } known ? pages.GetValueOrDefault(known) : null;

        static string? PathOf(RegisterPlace? place) => place is null ? null : "/" + place.Path;
    }

    private sealed record RegisterPlace(ItemId Id, string Path, DateTimeOffset? PublishedAt, bool IsSample, bool IsInFeeds);
}
