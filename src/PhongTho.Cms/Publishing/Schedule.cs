using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;

namespace PhongTho.Cms.Publishing;

/// <summary>The calendar: what is due goes live, or leaves, at its minute. The calendar itself is a query, so nothing is lost with the process.</summary>
public sealed partial class Schedule(CmsDatabase database, Publisher publisher, ChangeSignal signal, TimeProvider clock, ILogger<Schedule> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var seen = signal.Position;
                await RunDueAsync(stoppingToken);
                await WaitAsync(seen, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away; what is due stays due.
                LogFailure(logger, failure);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    /// <summary>Does all that is due now. Safe to run on several nodes: each act checks the version it saw.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var db = database.Open();
        var publish = await db.Items.Where(item => item.Stage == Stage.Scheduled && item.PublishAt <= now).ToListAsync(cancellation);
        foreach (var item in publish)
        {
            if (await publisher.PublishAsync(item.Id, item.Version, Actor.Schedule, cancellation) is Outcome.Refused { Reason: { Code: not "stale" } reason })
            {
                LogRefused(logger, item.Path, reason.Message);
                await publisher.GiveBackAsync(item.Id, item.Version, reason.Message, cancellation);
            }
        }

        var expire = await db.Items.Where(item => item.Standing == Standing.Live && item.ExpireAt <= now).ToListAsync(cancellation);
        foreach (var item in expire)
        {
            await publisher.UnpublishAsync(item.Id, item.Version, Actor.Schedule, cancellation);
        }
    }

    /// <summary>Until the next due moment, or until something changed that may be due sooner.</summary>
    private async Task WaitAsync(long seen, CancellationToken cancellation)
    {
        var wait = TimeSpan.FromHours(1);
        if (await NextDueAsync(cancellation) is { } due)
        {
            var left = due - clock.GetUtcNow();
            wait = left < wait ? left : wait;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var delay = Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1), clock, either.Token);
        await Task.WhenAny(delay, signal.WaitBeyondAsync(seen, either.Token));
        await either.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var publish = await db.Items.Where(item => item.Stage == Stage.Scheduled).MinAsync(item => item.PublishAt, cancellation);
        var expire = await db.Items.Where(item => item.Standing == Standing.Live).MinAsync(item => item.ExpireAt, cancellation);
        return publish is null || expire < publish ? expire : publish;
    }

    [LoggerMessage(LogLevel.Error, "The schedule could not be read.")]
    private static partial void LogFailure(ILogger logger, Exception failure);

    [LoggerMessage(LogLevel.Warning, "Scheduled item {Path} was not published: {Reason}")]
    private static partial void LogRefused(ILogger logger, string path, string reason);
}
