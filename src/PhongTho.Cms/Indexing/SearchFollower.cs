using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Media;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>Keeps this node's indexes at the log's position: what readers search, and what the newsroom does.</summary>
public sealed partial class SearchFollower(
    CmsDatabase database, SearchIndex index, DeskIndex desk, SiteBooks books, MediaStore store, ChangeSignal signal, TimeProvider clock, ILogger<SearchFollower> logger)
    : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly IndexKeeper readers = new(database, books, index, new LiveDocuments(store));
    private readonly IndexKeeper newsroom = new(database, books, desk.Index, new DeskDocuments());

    /// <summary>How far this node has come where it goes through all texts again, as after a change of abbreviations; null where it does not.</summary>
    public Reindexing? Now => readers.Now ?? newsroom.Now;

    /// <summary>Whether both indexes show everything this node knows of.</summary>
    public bool IsCaughtUp => Math.Min(index.Position, desk.Index.Position) >= signal.Position;

    public override void Dispose()
    {
        readers.Dispose();
        newsroom.Dispose();
        base.Dispose();
    }

    /// <summary>Brings both indexes up to the log.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await readers.CatchUpAsync(cancellation);
        await newsroom.CatchUpAsync(cancellation);
    }

    /// <summary>Builds both indexes again, beside those that answer meanwhile.</summary>
    /// <param name="progress">Told now and then how many documents are in.</param>
    public async Task RebuildAsync(CancellationToken cancellation, IProgress<int>? progress = null)
    {
        await readers.RebuildAsync(progress, cancellation);
        await newsroom.RebuildAsync(progress, cancellation);
        LogRebuilt(logger, index.Position);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CatchUpAsync(stoppingToken);
                await signal.WaitBeyondAsync(Math.Min(index.Position, desk.Index.Position), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogBehind(logger, index.Position, failure);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The search index stays at position {Position} for now.")]
    private static partial void LogBehind(ILogger logger, long position, Exception failure);

    [LoggerMessage(LogLevel.Information, "The search index was built anew at position {Position}.")]
    private static partial void LogRebuilt(ILogger logger, long position);
}
