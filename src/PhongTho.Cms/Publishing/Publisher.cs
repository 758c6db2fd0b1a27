using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Cms.Publishing;

/// <summary>Decides what the public sees: publish, schedule, hold, withdraw, retract. Each act is one transaction with its change.</summary>
public sealed class Publisher(CmsDatabase database, SiteBooks books)
{
    /// <summary>Makes the draft (or, without one, the live revision again) what readers see.</summary>
    /// <param name="version">The version the person saw; another one refuses.</param>
    public Task<Outcome> PublishAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        ActAsync(id, version, actor, async (work, item, book) =>
        {
            var body = await BodyAsync(work.Db, item, cancellation);
            if (item.WhyNotPublish(body, book.Knows) is { } reason)
            {
                return reason;
            }

            await PublishAsync(work, item, body, cancellation: cancellation);
            return null;
        }, cancellation);

    /// <summary>Lets the draft go live by itself at that moment.</summary>
    public Task<Outcome> ScheduleAsync(ItemId id, int version, DateTimeOffset at, Actor actor, CancellationToken cancellation) =>
        ActAsync(id, version, actor, async (work, item, book) =>
        {
            var body = await BodyAsync(work.Db, item, cancellation);
            if (item.WhyNotSchedule(body, book.Knows, at, work.Now) is { } reason)
            {
                return reason;
            }

            Schedule(work, item, at);
            return null;
        }, cancellation);

    /// <summary>Gives a scheduled draft back to its editors, with the reason in the log.</summary>
    public Task<Outcome> UnscheduleAsync(ItemId id, int version, string note, Actor actor, CancellationToken cancellation) =>
        ActAsync(id, version, actor, (work, item, _) =>
        {
            item.Stage = Stage.ChangesRequested;
            item.PublishAt = null;
            item.Version++;
            work.Record(ChangeVerb.Drafted, item.Id, note: note);
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>Sets when the live content leaves by itself; null keeps it.</summary>
    public Task<Outcome> ExpireAsync(ItemId id, int version, DateTimeOffset? at, Actor actor, CancellationToken cancellation) =>
        ActAsync(id, version, actor, (work, item, _) =>
        {
            Expire(work, item, at);
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>Takes it back as if it had never been published.</summary>
    public Task<Outcome> UnpublishAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        StandAsync(id, version, actor, Workflow.WhyNotUnpublish, Standing.Private, null, cancellation);

    /// <summary>Hides it while something is being verified; the address answers a neutral notice.</summary>
    public Task<Outcome> HoldAsync(ItemId id, int version, Actor actor, string? note, CancellationToken cancellation) =>
        StandAsync(id, version, actor, Workflow.WhyNotHold, Standing.OnHold, note, cancellation);

    /// <summary>Shows it again after a hold.</summary>
    public Task<Outcome> ReleaseAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        StandAsync(id, version, actor, Workflow.WhyNotRelease, Standing.Live, null, cancellation);

    /// <summary>Consent was taken back: gone everywhere, at once.</summary>
    public Task<Outcome> WithdrawAsync(ItemId id, int version, Actor actor, CancellationToken cancellation) =>
        StandAsync(id, version, actor, Workflow.WhyNotWithdraw, Standing.Withdrawn, null, cancellation);

    /// <summary>It was false: gone, and the address says why.</summary>
    public Task<Outcome> RetractAsync(ItemId id, int version, Actor actor, string publicNote, CancellationToken cancellation) =>
        StandAsync(id, version, actor, Workflow.WhyNotWithdraw, Standing.Retracted, publicNote, cancellation);

    /// <summary>The act itself, inside a work that may hold many: the one place where content becomes public.</summary>
    /// <param name="item">Tracked, with its terms and links loaded.</param>
    /// <param name="publishedAt">The date readers see, when it is not now or the one it already has.</param>
    public static async Task PublishAsync(
        Work work, ContentItem item, ContentBody body, DateTimeOffset? publishedAt = null, CancellationToken cancellation = default)
    {
        var isFirst = item.LiveRevisionId is null;
        item.LiveRevisionId = item.DraftRevisionId ?? item.LiveRevisionId;
        item.DraftRevisionId = null;
        item.PublishAt = null;
        item.Stage = Stage.Idle;
        item.Standing = Standing.Live;
        item.StandingNote = null;
        item.PublishedAt = publishedAt ?? item.PublishedAt ?? work.Now;

        // What is brought in from elsewhere did not change for its readers on the day of the import.
        item.UpdatedAt = isFirst ? item.PublishedAt.Value : work.Now;
        item.Version++;
        ListColumns.Copy(body, item);
        await TakeTermsAsync(work.Db, item, body, cancellation);
        TakeLinks(item, body);
        work.Record(ChangeVerb.Published, item.Id);
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
        item.StandingNote = note;
        item.ExpireAt = null;
        item.UpdatedAt = work.Now;
        item.Version++;
        work.Record(VerbOf(standing), item.Id, note: note);
    }

    internal static async Task<ContentBody> BodyAsync(CmsDb db, ContentItem item, CancellationToken cancellation)
    {
        var revision = item.DraftRevisionId ?? item.LiveRevisionId;
        var json = await db.Revisions.Where(row => row.Id == revision).Select(row => row.Body).SingleAsync(cancellation);
        return ContentTypes.Get(item.Type).Read(json);
    }

    private static ChangeVerb VerbOf(Standing standing) => standing switch
    {
        Standing.Private => ChangeVerb.Unpublished,
        Standing.Live => ChangeVerb.Released,
        Standing.OnHold => ChangeVerb.Held,
        Standing.Withdrawn => ChangeVerb.Withdrawn,
        Standing.Retracted => ChangeVerb.Retracted,
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    private static async Task TakeTermsAsync(CmsDb db, ContentItem item, ContentBody body, CancellationToken cancellation)
    {
        var wanted = new HashSet<(string Taxonomy, string Slug)>();
        foreach (var (taxonomy, value) in BodyReading.Terms(body))
        {
            var slug = taxonomy == Taxonomies.Tag ? Slug.Of(value) : value;
            if (wanted.Add((taxonomy, slug)) && taxonomy == Taxonomies.Tag)
            {
                await TakeTagAsync(db, slug, value, cancellation);
            }
        }

        wanted.Add((Taxonomies.Year, ListColumns.YearOf(body, item)));
        item.Terms.RemoveAll(term => !wanted.Contains((term.Taxonomy, term.Slug)));
        wanted.ExceptWith(item.Terms.Select(term => (term.Taxonomy, term.Slug)));
        item.Terms.AddRange(wanted.Select(term => new ItemTerm { ItemId = item.Id, Taxonomy = term.Taxonomy, Slug = term.Slug }));
    }

    private static async Task TakeTagAsync(CmsDb db, string slug, string name, CancellationToken cancellation)
    {
        if (await db.Terms.FindAsync([Taxonomies.Tag, slug], cancellation) is not null)
        {
            return;
        }

        // A portal that started empty has no vocabularies yet, and tags are the one that grows by itself.
        if (await db.Taxonomies.FindAsync([Taxonomies.Tag], cancellation) is null)
        {
            db.Taxonomies.Add(new TaxonomyRow { Key = Taxonomies.Tag, Label = Taxonomies.TagLabel });
        }

        db.Terms.Add(new Term { Taxonomy = Taxonomies.Tag, Slug = slug, Name = name });
    }

    private static void TakeLinks(ContentItem item, ContentBody body)
    {
        item.Links.Clear();
        item.Links.AddRange(BodyReading.Items(body).Select(target => new Link { ItemId = item.Id, TargetItemId = target }));
        item.Links.AddRange(BodyReading.Media(body).Select(target => new Link { ItemId = item.Id, TargetMediaId = target }));
    }

    private Task<Outcome> StandAsync(
        ItemId id, int version, Actor actor, Func<ContentItem, Refusal?> whyNot, Standing standing, string? note, CancellationToken cancellation) =>
        ActAsync(id, version, actor, (work, item, _) =>
        {
            if (whyNot(item) is { } reason)
            {
                return Task.FromResult<Refusal?>(reason);
            }

            Stand(work, item, standing, note);
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    private async Task<Outcome> ActAsync(
        ItemId id, int version, Actor actor, Func<Work, ContentItem, SiteBook, Task<Refusal?>> act, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        var item = await work.Db.Items.Include(row => row.Terms).Include(row => row.Links).SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (item is null)
        {
            return new Refusal("missing", "Nội dung này không còn.");
        }

        if (item.Version != version)
        {
            return new Refusal("stale", "Nội dung vừa được người khác sửa. Hãy tải lại trang rồi làm lại.");
        }

        if (await act(work, item, book) is { } reason)
        {
            return reason;
        }

        await work.CommitAsync(cancellation);
        return new Outcome.Done(item.Id, item.Version);
    }
}
