using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Office.Consultations;

/// <summary>
/// Lets the calendar be seen: pages are made again when a consultation opens or ends, though nobody did anything. It also forgets who
/// commented ninety days after the end.
/// </summary>
public sealed partial class ConsultationTurns(CmsDatabase database, TimeProvider clock, ILogger<ConsultationTurns> logger) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunDueAsync(stoppingToken);

                // States are of whole days, so nothing turns before the next one begins.
                await Task.Delay(SiteTime.StartOf(SiteTime.Today(clock).AddDays(1)) - clock.GetUtcNow() + TimeSpan.FromSeconds(1), clock, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away; what is due stays due.
                LogFailure(logger, failure);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    /// <summary>Does all that is due now. Safe to run on several nodes and again after a kill.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        await using (var db = database.Open())
        {
            if ((await TurnedAsync(db, cancellation)).Count == 0 && !await Stale(db).AnyAsync(cancellation))
            {
                return;
            }
        }

        await using var work = await database.BeginAsync(Actor.Schedule, cancellation);
        foreach (var row in await TurnedAsync(work.Db, cancellation))
        {
            row.ShownState = row.StateOn(SiteTime.Today(clock));
            work.Record(ChangeVerb.ConsultationTurned, subject: "consultation:" + row.Slug);
        }

        foreach (var comment in await Stale(work.Db).ToListAsync(cancellation))
        {
            (comment.Contact, comment.ForgottenAt) = (null, work.Now);
            comment.Version++;
            work.Record(ChangeVerb.CommentKept, subject: "comment:" + comment.Consultation, note: "Xóa thông tin người cho ý kiến");
        }

        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
        }
    }

    private async Task<List<Consultation>> TurnedAsync(CmsDb db, CancellationToken cancellation)
    {
        var today = SiteTime.Today(clock);
        var rows = await db.Consultations.Where(static row => row.PublishedAt != null && row.ShownState != ConsultationState.Concluded).ToListAsync(cancellation);
        return [.. rows.Where(row => row.StateOn(today) != row.ShownState)];
    }

    private IQueryable<ConsultationComment> Stale(CmsDb db)
    {
        var before = SiteTime.Today(clock).AddDays(-Kept.Days);
        return db.ConsultationComments.Where(comment => comment.Contact != null && db.Consultations.Any(row => row.Slug == comment.Consultation && row.To < before));
    }

    [LoggerMessage(LogLevel.Error, "Consultations could not be turned by the calendar.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
