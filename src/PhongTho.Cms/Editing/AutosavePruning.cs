using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Editing;

/// <summary>Once a day, lets go of what was kept while somebody typed, when history has folded it away for a month.</summary>
public sealed partial class AutosavePruning(CmsDatabase database, TimeProvider clock, ILogger<AutosavePruning> logger) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away; tomorrow finds the same.
                LogFailure(logger, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>How many revisions went. Each item is a transaction of its own, so that no editor waits long.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var before = clock.GetUtcNow() - Kept;
        await using var db = database.Open();
        var items = await db.Items.Where(item => item.RevisionCount > 2
            && db.Revisions.Any(row => row.ItemId == item.Id && row.Note == Revision.AutosaveNote && row.CreatedAt < before)).Select(static item => item.Id).ToListAsync(cancellation);
        var gone = 0;
        foreach (var id in items)
        {
            gone += await PruneAsync(id, before, cancellation);
        }

        return gone;
    }

    private async Task<int> PruneAsync(ItemId id, DateTimeOffset before, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(Actor.Schedule, cancellation);
        if (await work.Db.Items.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } item)
        {
            return 0;
        }

        var heads = await RevisionRuns.HeadsAsync(work.Db, item, cancellation);
        var acts = await work.Db.Changes.Where(change => change.ItemId == id && change.Verb != ChangeVerb.Drafted).Select(static change => change.At).ToListAsync(cancellation);
        int[] folded = [.. RevisionRuns.Fold(heads, acts).SelectMany(static entry => entry.Folded).Where(head => head.At < before && !head.IsLive && !head.IsDraft).Select(static head => head.Number)];
        if (folded.Length == 0)
        {
            return 0;
        }

        await work.Db.Revisions.Where(row => row.ItemId == id && folded.Contains(row.Number)).ExecuteDeleteAsync(cancellation);
        work.Record(ChangeVerb.RevisionsPruned, id, note: $"{folded.Length}");
        await work.CommitAsync(cancellation);
        return folded.Length;
    }

    [LoggerMessage(LogLevel.Warning, "Old autosaves were not let go today.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
