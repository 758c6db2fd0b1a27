using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Editing;

/// <summary>What editors write before anyone else sees it: create, save, move. Every save is a new revision.</summary>
public sealed class Drafts(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>Starts an item with its first draft at a free address made from its title.</summary>
    public Task<Outcome> CreateAsync(ContentBody body, Actor actor, CancellationToken cancellation) => CreateAsync(ItemId.New(clock), body, actor, cancellation);

    /// <summary>The same under an id given out with the empty form: sent twice over a bad network, it is still one item.</summary>
    public async Task<Outcome> CreateAsync(ItemId id, ContentBody body, Actor actor, CancellationToken cancellation)
    {
        if (Workflow.WhyNotCreate(ContentTypes.Of(body), actor) is { } reason)
        {
            return reason;
        }

        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.Items.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } already)
        {
            return await CreateAgainAsync(work, already, body, cancellation);
        }

        var type = ContentTypes.Of(body);
        var path = await new Paths(work.Db).TakeAsync(type, body.Title, path => book.Section(path) is not null, cancellation);
        var item = Create(work, id, type, path);
        Save(work, item, body, clock);
        await work.CommitAsync(cancellation);
        return new Outcome.Done(item.Id, item.Version);
    }

    /// <summary>Saves a new draft. The live content stays as it is. A text that is the last saved one again makes no revision.</summary>
    /// <param name="version">The version the person edited; another one refuses, says who was faster, and nothing is lost on either side.</param>
    public Task<Outcome> SaveAsync(ItemId id, int version, ContentBody body, Actor actor, CancellationToken cancellation) =>
        WriteAsync(id, version, actor, (work, item) => SaveAsync(work, item, body, note: null, cancellation), cancellation);

    /// <summary>The same while the person still types: history folds what it makes, and what nobody needs of it goes after a while.</summary>
    public Task<Outcome> AutosaveAsync(ItemId id, int version, ContentBody body, Actor actor, CancellationToken cancellation) =>
        WriteAsync(id, version, actor, (work, item) => SaveAsync(work, item, body, Revision.AutosaveNote, cancellation), cancellation);

    /// <summary>Makes what was written at an earlier time the draft again.</summary>
    /// <param name="number">Number of the revision within the item.</param>
    public Task<Outcome> RestoreAsync(ItemId id, int version, int number, Actor actor, CancellationToken cancellation) =>
        WriteAsync(id, version, actor, async (work, item) =>
        {
            var json = await work.Db.Revisions.Where(row => row.ItemId == id && row.Number == number).Select(row => row.Body).SingleOrDefaultAsync(cancellation);
            if (json is null)
            {
                return new Refusal("missing", "Bản này không còn trong lịch sử.");
            }

            Save(work, item, ContentTypes.Get(item.Type).Read(json), clock, $"Lấy lại bản số {number}");
            return null;
        }, cancellation);

    /// <summary>Gives the item another slug; the old address leads to the new one from then on.</summary>
    public Task<Outcome> MoveAsync(ItemId id, int version, string slug, Actor actor, CancellationToken cancellation) =>
        ActAsync(Act.Move, id, version, actor, async (work, item) =>
        {
            var book = await books.CurrentAsync(cancellation);
            var path = await new Paths(work.Db).TakeAsync(ContentTypes.Get(item.Type), slug, path => book.Section(path) is not null, cancellation);
            work.Db.Aliases.Add(new Alias { Path = item.Path, ItemId = item.Id });
            item.Path = path;
            item.Version++;
            work.Record(ChangeVerb.Moved, item.Id, note: path);
            return null;
        }, cancellation);

    /// <summary>Starts an item inside a work that may hold many.</summary>
    public static ContentItem Create(Work work, ItemId id, ContentType type, string path)
    {
        var item = new ContentItem { Id = id, Type = type.Key, Path = path, CreatedAt = work.Now, UpdatedAt = work.Now, ListedAt = work.Now, CreatedBy = work.Actor.Key, OwnerUnit = work.Actor.Unit };
        work.Db.Items.Add(item);
        return item;
    }

    /// <summary>The act of saving itself: the clean form of the body becomes the draft.</summary>
    public static ContentBody Save(Work work, ContentItem item, ContentBody body, TimeProvider clock, string? note = null)
    {
        var clean = BodyRules.Normalise(body);
        Keep(work, item, clean, ContentJson.Write(clean), clock, note);
        return clean;
    }

    /// <summary>The rest of saving, for a body that has just been normalised: cleaning thousands of texts once is what an import's speed is made of.</summary>
    internal static void Keep(Work work, ContentItem item, ContentBody clean, string json, TimeProvider clock, string? note = null)
    {
        var revision = new Revision
        {
            Id = RevisionId.New(clock),
            ItemId = item.Id,
            Number = ++item.RevisionCount,
            Body = json,
            Author = work.Actor.Key,
            CreatedAt = work.Now,
            Note = note,
        };
        work.Db.Revisions.Add(revision);
        work.Db.RevisionSubjects.AddRange(BodyReading.Subjects(clean).Select(subject => new RevisionSubject { RevisionId = revision.Id, SubjectId = subject, ItemId = item.Id }));
        item.DraftRevisionId = revision.Id;

        // A reviewer who mends a comma, and a writer who mends what was asked for, leave the draft where it stands.
        item.Stage = !work.Actor.IsMachine && item.Stage is Stage.InReview or Stage.ChangesRequested ? item.Stage : Stage.Draft;
        item.PublishAt = null;
        item.Version++;
        (item.DraftedBy, item.DraftedAt, item.DraftTitle) = (work.Actor.Key, work.Now, clean.Title);
        if (item.LiveRevisionId is null)
        {
            item.Title = clean.Title;
        }

        work.Record(ChangeVerb.Drafted, item.Id);
    }

    /// <summary>The answer to the first request was lost on its way; what comes again may have grown meanwhile.</summary>
    private async Task<Outcome> CreateAgainAsync(Work work, ContentItem item, ContentBody body, CancellationToken cancellation)
    {
        if (item.CreatedBy != work.Actor.Key || item.RevisionCount != 1 || item.Type != ContentTypes.Of(body).Key)
        {
            return Stale(item);
        }

        await SaveAsync(work, item, body, Revision.AutosaveNote, cancellation);
        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
        }

        return new Outcome.Done(item.Id, item.Version);
    }

    private static Refusal Stale(ContentItem item) => new("stale", "Nội dung vừa được người khác sửa. Hãy so sánh hai bản rồi lưu lại.")
    {
        Newer = new SavedBy(item.DraftedBy, item.DraftedAt, item.Version),
    };

    private async Task<Refusal?> SaveAsync(Work work, ContentItem item, ContentBody body, string? note, CancellationToken cancellation)
    {
        var clean = BodyRules.Normalise(body);
        var json = ContentJson.Write(clean);
        var last = item.DraftRevisionId ?? item.LiveRevisionId;
        var before = await work.Db.Revisions.Where(row => row.Id == last).Select(row => new { row.Body, row.Note }).SingleOrDefaultAsync(cancellation);

        // Whoever presses Save wants to find that moment again, even when typing had kept the text already.
        if (before is null || before.Body != json || (before.Note == Revision.AutosaveNote && note is null))
        {
            await FollowTitleAsync(work, item, clean, cancellation);
            Keep(work, item, clean, json, clock, note);
        }

        return null;
    }

    /// <summary>A draft is first saved while its title is half typed. Until readers know its address, the address follows the title, unless a person chose another.</summary>
    private async Task FollowTitleAsync(Work work, ContentItem item, ContentBody clean, CancellationToken cancellation)
    {
        var type = ContentTypes.Get(item.Type);
        if (work.Actor.IsMachine || item.LiveRevisionId is not null || Slug.Of(clean.Title) == Slug.Of(item.DraftTitle) || !Paths.IsMadeFrom(item.Path, type, item.DraftTitle))
        {
            return;
        }

        var book = await books.CurrentAsync(cancellation);
        item.Path = await new Paths(work.Db).TakeAsync(type, clean.Title, path => book.Section(path) is not null, cancellation);
    }

    private Task<Outcome> WriteAsync(ItemId id, int version, Actor actor, Func<Work, ContentItem, Task<Refusal?>> write, CancellationToken cancellation) =>
        ActAsync(Act.Write, id, version, actor, write, cancellation);

    private async Task<Outcome> ActAsync(Act act, ItemId id, int version, Actor actor, Func<Work, ContentItem, Task<Refusal?>> write, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        var item = await work.Db.Items.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (item is null)
        {
            return new Refusal("missing", "Nội dung này không còn.");
        }

        if (await WorkflowCase.ReadAsync(work.Db, book, item, cancellation) is not { } of)
        {
            return new Refusal("missing", "Nội dung này đang được nhập vào, chưa có gì để sửa.");
        }

        if (Workflow.WhyNot(act, of, actor, work.Now) is { } rule)
        {
            return rule;
        }

        if (item.Version != version)
        {
            return Stale(item);
        }

        if (await write(work, item) is { } reason)
        {
            return reason;
        }

        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
        }

        return new Outcome.Done(id, item.Version);
    }
}
