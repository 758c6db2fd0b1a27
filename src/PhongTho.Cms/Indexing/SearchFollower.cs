using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>
/// Keeps this node's index at the log's position. The position is part of the index's own commit, so a kill between a database
/// commit and an index commit loses nothing: the next start reads on from where the index really is. Applying a change twice
/// is harmless, because what is read is the item as it is now.
/// </summary>
public sealed partial class SearchFollower(
    CmsDatabase database, SearchIndex index, SiteBooks books, ChangeSignal signal, TimeProvider clock, ILogger<SearchFollower> logger) : BackgroundService
{
    private const int BatchSize = 500;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim applying = new(1, 1);

    public override void Dispose()
    {
        applying.Dispose();
        base.Dispose();
    }

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
                await RebuildAsync(db, newest, cancellation);
            }

            while (await ApplyNextAsync(db, cancellation))
            {
                // Each batch is one index commit.
            }
        }
        finally
        {
            applying.Release();
        }
    }

    /// <summary>Builds the whole index again from the database, beside the one that answers meanwhile.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        await applying.WaitAsync(cancellation);
        try
        {
            await using var db = database.Open();
            await RebuildAsync(db, await db.Clocks.Select(row => row.Position).SingleAsync(cancellation), cancellation);
        }
        finally
        {
            applying.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(stoppingToken);
                await signal.WaitBeyondAsync(index.Position, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogBehind(logger, index.Position, failure);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    private async Task RebuildAsync(CmsDb db, long position, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        index.Replace(ContentIndexer.ReadAll(db, book), position);
        LogRebuilt(logger, position);
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
        if (changes.Exists(change => change.Verb == ChangeVerb.TermsSaved))
        {
            // Names of terms and units stand in many documents.
            await RebuildAsync(db, position, cancellation);
            return true;
        }

        ItemId[] touched = [.. changes.Select(change => change.ItemId).OfType<ItemId>().Distinct()];
        var book = await books.CurrentAsync(cancellation);
        var live = await ContentIndexer.ReadAsync(db, book, touched, cancellation);
        var kept = live.Select(document => document.Key).ToHashSet(StringComparer.Ordinal);
        index.Apply(live, [.. touched.Select(id => id.ToString()).Where(key => !kept.Contains(key))], position);
        return true;
    }

    [LoggerMessage(LogLevel.Error, "The search index stays at position {Position} for now.")]
    private static partial void LogBehind(ILogger logger, long position, Exception failure);

    [LoggerMessage(LogLevel.Information, "The search index was built anew at position {Position}.")]
    private static partial void LogRebuilt(ILogger logger, long position);
}
