using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>
/// Brings a draft through review and decides what the public sees. Every act asks the workflow first and is one transaction with its change;
/// a refusal changes nothing.
/// </summary>
public sealed class Publisher(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>Any act but writing and moving, which need more than words (<see cref="Drafts"/>).</summary>
    /// <param name="version">The version the person saw; another one refuses.</param>
    public async Task<Outcome> DoAsync(Act act, ItemId id, int version, ActDetails details, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        var item = await work.Db.Items.Include(row => row.Terms).Include(row => row.Links).SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (item is null || await WorkflowCase.ReadAsync(work.Db, book, item, cancellation) is not { } of)
        {
            return new Refusal("missing", "Nội dung này không còn.");
        }

        if (item.Version != version)
        {
            return new Refusal("stale", "Nội dung vừa được người khác sửa. Hãy tải lại trang rồi làm lại.") { Newer = new SavedBy(item.DraftedBy, item.DraftedAt, item.Version) };
        }

        if (Workflow.WhyNot(act, of, actor, work.Now, details) is { } reason)
        {
            return reason;
        }

        if (act is Act.Trash or Act.Delete && await WhyNotLeaveAsync(work.Db, act, item, details, cancellation) is { } used)
        {
            return used;
        }

        await ActSteps.TakeAsync(work, of, act, details, clock, cancellation);
        await work.CommitAsync(cancellation);
        return new Outcome.Done(item.Id, item.Version);
    }

    public Task<Outcome> SubmitAsync(ItemId id, int version, string? note, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Submit, id, version, new ActDetails { Note = note }, actor, cancellation);

    public Task<Outcome> RecallAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Recall, id, version, ActDetails.None, actor, cancellation);

    public Task<Outcome> RequestChangesAsync(ItemId id, int version, string note, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.RequestChanges, id, version, new ActDetails { Note = note }, actor, cancellation);

    public Task<Outcome> ApproveAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Approve, id, version, ActDetails.None, actor, cancellation);

    /// <summary>Lets the draft go live by itself at that moment.</summary>
    public Task<Outcome> ScheduleAsync(ItemId id, int version, DateTimeOffset at, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Schedule, id, version, new ActDetails { At = at }, actor, cancellation);

    public Task<Outcome> UnscheduleAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Unschedule, id, version, ActDetails.None, actor, cancellation);

    /// <summary>Makes the draft (or, without one, the live revision again) what readers see.</summary>
    public Task<Outcome> PublishAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Publish, id, version, ActDetails.None, actor, cancellation);

    /// <summary>The same for a live item, with a correction told to readers.</summary>
    public Task<Outcome> CorrectAsync(ItemId id, int version, string publicNote, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Correct, id, version, new ActDetails { Note = publicNote }, actor, cancellation);

    /// <summary>Sets when the live content leaves by itself; null keeps it.</summary>
    public Task<Outcome> ExpireAsync(ItemId id, int version, DateTimeOffset? at, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Expire, id, version, new ActDetails { At = at }, actor, cancellation);

    /// <summary>Hides it while something is being verified; the address answers a neutral notice.</summary>
    public Task<Outcome> HoldAsync(ItemId id, int version, Actor actor, string? note, CancellationToken cancellation) =>
        DoAsync(Act.Hold, id, version, new ActDetails { Note = note }, actor, cancellation);

    /// <summary>Shows it again after a hold, as it was before.</summary>
    public Task<Outcome> ReleaseAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Release, id, version, ActDetails.None, actor, cancellation);

    /// <summary>Consent was taken back: gone everywhere, at once.</summary>
    public Task<Outcome> WithdrawAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Withdraw, id, version, ActDetails.None, actor, cancellation);

    /// <summary>It was false: gone, and the address says why.</summary>
    public Task<Outcome> RetractAsync(ItemId id, int version, Actor actor, string publicNote, CancellationToken cancellation) =>
        DoAsync(Act.Retract, id, version, new ActDetails { Note = publicNote }, actor, cancellation);

    /// <summary>Keeps it readable at its address, and takes it out of lists, feeds and search.</summary>
    public Task<Outcome> ArchiveAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Archive, id, version, ActDetails.None, actor, cancellation);

    /// <summary>Shows again, as it was, what was archived or taken back.</summary>
    public Task<Outcome> RepublishAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Republish, id, version, ActDetails.None, actor, cancellation);

    /// <summary>Takes it back as if it had never been published.</summary>
    public Task<Outcome> UnpublishAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Unpublish, id, version, ActDetails.None, actor, cancellation);

    /// <summary>Leads readers of an archived, withdrawn or retracted item elsewhere; null ends it.</summary>
    public Task<Outcome> ForwardAsync(ItemId id, int version, string? to, Actor actor, CancellationToken cancellation) =>
        DoAsync(Act.Forward, id, version, new ActDetails { ForwardTo = to }, actor, cancellation);

    /// <summary>Gives a scheduled draft that could not go live back to its editors, with the reason.</summary>
    internal async Task GiveBackAsync(ItemId id, int version, string reason, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(Actor.Schedule, cancellation);
        if (await work.Db.Items.SingleOrDefaultAsync(row => row.Id == id && row.Version == version, cancellation) is { } item)
        {
            ActSteps.GiveBack(work, item, reason);
            await work.CommitAsync(cancellation);
        }
    }

    /// <summary>The act itself, inside a work that may hold many: the one place where content becomes public.</summary>
    /// <param name="item">Tracked, with its terms and links loaded.</param>
    /// <param name="publishedAt">The date readers see, when it is not now or the one it already has.</param>
    public static async Task PublishAsync(
        Work work, ContentItem item, ContentBody body, DateTimeOffset? publishedAt = null, string? note = null, CancellationToken cancellation = default)
    {
        var isFirst = item.LiveRevisionId is null;
        item.LiveRevisionId = item.DraftRevisionId ?? item.LiveRevisionId;
        item.DraftRevisionId = null;
        item.PublishAt = null;
        item.Stage = Stage.Idle;
        (item.SubmittedBy, item.SubmittedAt, item.ReviewNote) = (null, null, null);
        item.Standing = Standing.Live;
        (item.StandingNote, item.ForwardTo) = (null, null);
        item.PublishedAt = publishedAt ?? item.PublishedAt ?? work.Now;

        // What is brought in from elsewhere did not change for its readers on the day of the import.
        item.UpdatedAt = isFirst ? item.PublishedAt.Value : work.Now;
        item.Version++;
        await LiveColumns.TakeAsync(work.Db, item, body, cancellation);
        await Channels.TakeAsync(work.Db, item, body, SiteTime.DayOf(work.Now), cancellation);
        work.Record(ChangeVerb.Published, item.Id, note: note);
    }

    /// <summary>Gives readers a shorter text at once, inside a work; the draft somebody works on, and what the public gets at the address, stay as they are.</summary>
    internal static async Task ReplaceLiveAsync(Work work, ContentItem item, ContentBody body, TimeProvider clock, CancellationToken cancellation)
    {
        var (draft, stage, at, handed, handedAt, note, standing) = (item.DraftRevisionId, item.Stage, item.PublishAt, item.SubmittedBy, item.SubmittedAt, item.ReviewNote, item.Standing);
        var saved = Drafts.Save(work, item, body, clock, NamedSubjects.LeftOutNote);
        await PublishAsync(work, item, saved, cancellation: cancellation);
        (item.DraftRevisionId, item.Stage, item.PublishAt, item.SubmittedBy, item.SubmittedAt, item.ReviewNote, item.Standing) = (draft, stage, at, handed, handedAt, note, standing);
    }

    /// <summary>Sets, inside a work, when the draft goes live by itself.</summary>
    public static void Schedule(Work work, ContentItem item, DateTimeOffset at)
    {
        item.Stage = Stage.Scheduled;
        item.PublishAt = at;
        item.Version++;
        work.Record(ChangeVerb.Scheduled, item.Id);
    }

    /// <summary>Sets, inside a work, when the live content leaves by itself.</summary>
    public static void Expire(Work work, ContentItem item, DateTimeOffset? at)
    {
        item.ExpireAt = at;
        item.Version++;
        work.Record(ChangeVerb.Scheduled, item.Id);
    }

    /// <summary>Changes, inside a work, what the public gets at the address of an item that was published before.</summary>
    public static void Stand(Work work, ContentItem item, Standing standing, string? note)
    {
        item.Standing = standing;
        (item.StandingNote, item.ForwardTo) = (note, null);
        item.ExpireAt = null;
        item.UpdatedAt = work.Now;
        item.Version++;
        work.Record(VerbOf(standing), item.Id, note: note);
    }

    /// <summary>The person is told once what would lose its way; nothing is deleted that something still points at.</summary>
    private static async Task<Refusal?> WhyNotLeaveAsync(CmsDb db, Act act, ContentItem item, ActDetails details, CancellationToken cancellation)
    {
        if (act == Act.Delete && (await db.Replications.AnyAsync(row => row.ItemId == item.Id, cancellation) || await db.Contributions.AnyAsync(row => row.ItemId == item.Id, cancellation)))
        {
            return new Refusal("registered", "Còn lượt làm theo hoặc dòng đóng góp gắn với nội dung này, nên chưa xóa hẳn được.");
        }

        var uses = act == Act.Trash && details.IsSure ? [] : await ItemUses.OfAsync(db, item.Id, cancellation);
        if (uses.Count == 0)
        {
            return null;
        }

        var titles = string.Join(", ", uses.Take(3).Select(use => $"«{use.Title}»"));
        var more = uses.Count > 3 ? $" và {uses.Count - 3} nội dung khác" : "";
        return new Refusal("used", $"Còn được dẫn tới từ {titles}{more}.");
    }

    private static ChangeVerb VerbOf(Standing standing) => standing switch
    {
        Standing.Private => ChangeVerb.Unpublished,
        Standing.Live => ChangeVerb.Released,
        Standing.OnHold => ChangeVerb.Held,
        Standing.Archived => ChangeVerb.Archived,
        Standing.Withdrawn => ChangeVerb.Withdrawn,
        Standing.Retracted => ChangeVerb.Retracted,
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}
