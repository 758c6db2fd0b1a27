using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Editing;

/// <summary>A revision as history names it.</summary>
public sealed record RevisionHead(int Number, DateTimeOffset At, string Who, bool IsAutosave, bool IsLive, bool IsDraft, string? Note);

/// <summary>Something that happened to an item.</summary>
public abstract record HistoryEntry(DateTimeOffset At, string Who)
{
    /// <param name="Folded">What was kept on the way to it while its author typed, newest first.</param>
    public sealed record Saved(RevisionHead Revision, IReadOnlyList<RevisionHead> Folded) : HistoryEntry(Revision.At, Revision.Who);

    public sealed record Done(DateTimeOffset At, string Who, ChangeVerb Verb, string? Note) : HistoryEntry(At, Who);
}

/// <summary>Two texts of an item side by side.</summary>
/// <param name="Newer">Null for a text that is not saved.</param>
public sealed record ItemComparison(RevisionHead Older, RevisionHead? Newer, IReadOnlyList<Difference> Differences);

/// <summary>What an item went through: every text it ever had and every act, for those within whose reach it is.</summary>
public sealed class History(CmsDatabase database, SiteBooks books)
{
    /// <summary>Newest first; null when the item is not there or not for this person to see.</summary>
    public async Task<IReadOnlyList<HistoryEntry>?> FindAsync(ItemId id, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (await ItemAsync(db, id, actor, cancellation) is not { } item)
        {
            return null;
        }

        // That a draft was saved, its revision says.
        var changes = await db.Changes.Where(change => change.ItemId == id && change.Verb != ChangeVerb.Drafted && change.Verb != ChangeVerb.TermsSaved && change.Verb != ChangeVerb.UnitsSaved && change.Verb != ChangeVerb.RevisionsPruned)
            .OrderBy(static change => change.Position).ToListAsync(cancellation);
        var revisions = await RevisionRuns.HeadsAsync(db, item, cancellation);
        var names = await ActorNames.OfAsync(db, [.. revisions.Select(static row => row.Who), .. changes.Select(static change => change.Actor)], cancellation);
        var entries = changes.Select(change => (HistoryEntry)new HistoryEntry.Done(change.At, names.Of(change.Actor), change.Verb, change.Note))
            .Concat(RevisionRuns.Fold(revisions.Select(row => row with { Who = names.Of(row.Who) }), [.. changes.Select(static change => change.At)]));

        // Of one moment, the text comes before the act on it.
        return [.. entries.Reverse().OrderByDescending(static entry => entry.At).ThenBy(static entry => entry is HistoryEntry.Saved)];
    }

    /// <summary>The text of a revision; null when there is none or it is not for this person to see.</summary>
    public async Task<ContentBody?> ReadAsync(ItemId id, int number, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await ItemAsync(db, id, actor, cancellation) is { } item && await JsonAsync(db, id, number, cancellation) is { } json ? ContentTypes.Get(item.Type).Read(json) : null;
    }

    /// <summary>What changed from one revision to another.</summary>
    public async Task<ItemComparison?> CompareAsync(ItemId id, int older, int newer, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await ItemAsync(db, id, actor, cancellation) is { } item && await JsonAsync(db, id, newer, cancellation) is { } json
            ? await CompareAsync(db, item, older, newer, ContentTypes.Get(item.Type).Read(json), cancellation)
            : null;
    }

    /// <summary>What differs between the last saved text and the one this person holds: for whoever was not the first to save.</summary>
    public async Task<ItemComparison?> CompareAsync(ItemId id, ContentBody mine, Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await ItemAsync(db, id, actor, cancellation) is { } item
            ? await CompareAsync(db, item, item.RevisionCount, null, BodyRules.Normalise(mine), cancellation)
            : null;
    }

    private static async Task<ContentItem?> ItemAsync(CmsDb db, ItemId id, Actor actor, CancellationToken cancellation)
    {
        var item = await db.Items.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        return item is not null && actor.May(Right.Write) && Workflow.IsWithinReach(item, actor) ? item : null;
    }

    private static Task<string?> JsonAsync(CmsDb db, ItemId id, int number, CancellationToken cancellation) =>
        db.Revisions.Where(row => row.ItemId == id && row.Number == number).Select(static row => row.Body).SingleOrDefaultAsync(cancellation);

    private async Task<ItemComparison?> CompareAsync(CmsDb db, ContentItem item, int older, int? newer, ContentBody after, CancellationToken cancellation)
    {
        if (await JsonAsync(db, item.Id, older, cancellation) is not { } json)
        {
            return null;
        }

        var before = ContentTypes.Get(item.Type).Read(json);
        var heads = await RevisionRuns.HeadsAsync(db, item, cancellation);
        var names = await ActorNames.OfAsync(db, heads.Select(static row => row.Who), cancellation);
        var comparison = new Comparison(await TextsAsync(db, [before, after], cancellation));
        return new ItemComparison(Head(older), newer is { } number ? Head(number) : null, comparison.Between(before, after));

        RevisionHead Head(int number) => heads.Single(row => row.Number == number) is var head ? head with { Who = names.Of(head.Who) } : head;
    }

    private async Task<BodyTexts> TextsAsync(CmsDb db, IReadOnlyList<ContentBody> bodies, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        ItemId[] items = [.. bodies.SelectMany(BodyReading.Items).Distinct()];
        MediaId[] files = [.. bodies.SelectMany(BodyReading.Media).Distinct()];
        var titles = await db.Items.Where(row => items.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, static row => row.Title, cancellation);
        var paths = await db.Media.Where(row => files.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, static row => row.Path, cancellation);
        return new BodyTexts(book.NameOf, id => titles.GetValueOrDefault(id, "(không còn)"), id => paths.GetValueOrDefault(id, "(không còn)"));
    }
}
