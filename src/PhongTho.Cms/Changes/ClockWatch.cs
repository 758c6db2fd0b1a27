using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Changes;

/// <summary>Notices what other processes committed: another node, or a verb on the command line beside a running site.</summary>
public sealed partial class ClockWatch(CmsDatabase database, ChangeSignal signal, TimeProvider clock, ILogger<ClockWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away for a while; the next tick asks again, and health says so meanwhile.
                LogAway(logger, failure);
            }
        }
    }

    /// <summary>Brings the signal up to the committed position.</summary>
    public async Task<long> LookAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var position = await db.Clocks.Select(row => row.Position).SingleAsync(cancellation);
        var known = signal.Position;
        if (position > known)
        {
            // Nothing is known of what was before the start; after it, only what others committed is looked at.
            var seen = known == 0 ? position : await NewestSeenAsync(db, known, cancellation);
            signal.Advance(position, seen);
        }

        return position;
    }

    private static async Task<long> NewestSeenAsync(CmsDb db, long known, CancellationToken cancellation)
    {
        ChangeVerb[] unseen = [.. ChangeVerbs.Unseen];
        return await db.Changes.Where(change => change.Position > known && !unseen.Contains(change.Verb)).MaxAsync(static change => (long?)change.Position, cancellation) ?? 0;
    }

    [LoggerMessage(LogLevel.Warning, "The change clock could not be read.")]
    private static partial void LogAway(ILogger logger, Exception failure);
}
