using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>What one index is made of: some documents of the database, all of them or those of some items.</summary>
internal interface IIndexSource
{
    IEnumerable<SearchDocument> ReadAll(CmsDb db, SiteBook book);

    Task<IReadOnlyList<SearchDocument>> ReadAsync(CmsDb db, SiteBook book, IReadOnlyList<ItemId> ids, CancellationToken cancellation);
}

/// <summary>
/// Keeps one index at the log's position. The position is part of the index's own commit, so a kill between a database commit and an
/// index commit loses nothing. Applying a change twice is harmless, because what is read is the item as it is now.
/// </summary>
internal sealed class IndexKeeper(CmsDatabase database, SiteBooks books, SearchIndex index, IIndexSource source) : IDisposable
{
    private const int BatchSize = 500;

    private readonly SemaphoreSlim applying = new(1, 1);

    public SearchIndex Index => index;

    public void Dispose() => applying.Dispose();

    /// <summary>Brings the index up to the log; builds it anew when it is new, of another shape, or ahead of the database.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await applying.WaitAsync(cancellation);
        try
        {
            await using var db = database.Open();
            var newest = await db.Clocks.Select(row => row.Position).SingleAsync(cancellation);
            if (index.Position == 0 || index.Position > newest)
            {
                await RebuildAsync(db, newest, progress: null, cancellation);
            }

            while (await ApplyNextAsync(db, cancellation))
            {
                // Each batch is one index commit.
            }

            if (index.HasRemains)
            {
                // After the commit that hid them: readers do not wait for the rewriting.
                index.Purge();
            }
        }
        finally
        {
            applying.Release();
        }
    }

    /// <summary>Builds the whole index again from the database, beside the one that answers meanwhile.</summary>
    public async Task RebuildAsync(IProgress<int>? progress, CancellationToken cancellation)
    {
        await applying.WaitAsync(cancellation);
        try
        {
            await using var db = database.Open();
            await RebuildAsync(db, await db.Clocks.Select(row => row.Position).SingleAsync(cancellation), progress, cancellation);
        }
        finally
        {
            applying.Release();
        }
    }

    private async Task RebuildAsync(CmsDb db, long position, IProgress<int>? progress, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        index.Replace(source.ReadAll(db, book), position, progress);
    }

    /// <summary>Applies the next batch of changes; false when there was none.</summary>
    private async Task<bool> ApplyNextAsync(CmsDb db, CancellationToken cancellation)
    {
        var from = index.Position;
        var changes = await db.Changes.Where(change => change.Position > from).OrderBy(change => change.Position).Take(BatchSize).ToListAsync(cancellation);
        if (changes.Count == 0)
        {
            return false;
        }

        var position = changes[^1].Position;
        if (changes.Exists(change => change.Verb is ChangeVerb.TermsSaved or ChangeVerb.UnitsSaved))
        {
            // Names of terms and units stand in many documents.
            await RebuildAsync(db, position, progress: null, cancellation);
            return true;
        }

        ItemId[] touched = [.. changes.Select(change => change.ItemId).OfType<ItemId>().Distinct()];
        var book = await books.CurrentAsync(cancellation);
        var documents = await source.ReadAsync(db, book, touched, cancellation);
        var kept = documents.Select(document => document.Key).ToHashSet(StringComparer.Ordinal);
        index.Apply(documents, [.. touched.Select(id => id.ToString()).Where(key => !kept.Contains(key))], position, LeavesNothingBehind(changes));
        return true;
    }

    // A person who took consent back, and a story that was false: hidden in a segment is not gone (rule R11).
    private static bool LeavesNothingBehind(List<Change> changes) =>
        changes.Exists(change => change.Verb is ChangeVerb.Withdrawn or ChangeVerb.Retracted or ChangeVerb.Deleted);
}
