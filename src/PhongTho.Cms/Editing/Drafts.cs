using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Editing;

/// <summary>What editors write before anyone else sees it: create, save, move. Every save is a new revision.</summary>
public sealed class Drafts(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>Starts an item with its first draft at a free address made from its title.</summary>
    public async Task<Outcome> CreateAsync(ContentBody body, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        var type = ContentTypes.Of(body);
        var path = await new Paths(work.Db).TakeAsync(type, body.Title, path => book.Section(path) is not null, cancellation);
        var item = Create(work, ItemId.New(clock), type, path);
        Save(work, item, body, clock);
        await work.CommitAsync(cancellation);
        return new Outcome.Done(item.Id, item.Version);
    }

    /// <summary>Saves a new draft. The live content stays as it is.</summary>
    /// <param name="version">The version the person edited; another one refuses and nothing is lost on either side.</param>
    public async Task<Outcome> SaveAsync(ItemId id, int version, ContentBody body, Actor actor, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        var item = await work.Db.Items.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (WhyNotSave(item, version) is { } reason)
        {
            return reason;
        }

        Save(work, item!, body, clock);
        await work.CommitAsync(cancellation);
        return new Outcome.Done(id, item!.Version);
    }

    /// <summary>Gives the item another slug; the old address leads to the new one from then on.</summary>
    public async Task<Outcome> MoveAsync(ItemId id, int version, string slug, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        var item = await work.Db.Items.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (WhyNotSave(item, version) is { } reason)
        {
            return reason;
        }

        var path = await new Paths(work.Db).TakeAsync(ContentTypes.Get(item!.Type), slug, path => book.Section(path) is not null, cancellation);
        work.Db.Aliases.Add(new Alias { Path = item.Path, ItemId = item.Id });
        item.Path = path;
        item.Version++;
        work.Record(ChangeVerb.Moved, item.Id, note: path);
        await work.CommitAsync(cancellation);
        return new Outcome.Done(id, item.Version);
    }

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
        item.DraftRevisionId = revision.Id;
        item.Stage = Stage.Draft;
        item.PublishAt = null;
        item.Version++;
        (item.DraftedBy, item.DraftedAt, item.DraftTitle) = (work.Actor.Key, work.Now, clean.Title);
        if (item.LiveRevisionId is null)
        {
            item.Title = clean.Title;
        }

        work.Record(ChangeVerb.Drafted, item.Id);
    }

    private static Refusal? WhyNotSave(ContentItem? item, int version)
    {
        if (item is null)
        {
            return new Refusal("missing", "Nội dung này không còn.");
        }

        return item.Version == version ? null : new Refusal("stale", "Nội dung vừa được người khác sửa. Hãy so sánh hai bản rồi lưu lại.");
    }
}
