using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Replications;

/// <summary>Forgets how to reach those who registered, and the pictures they sent: ninety days after nothing was left to ask them.</summary>
public sealed partial class ReplicationRetention(CmsDatabase database, ReplicationPhotos photos, TimeProvider clock, ILogger<ReplicationRetention> logger) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private static readonly TimeSpan Round = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, clock);
        do
        {
            try
            {
                await RunDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away; what is due stays due.
                LogFailure(logger, failure);
            }
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Forgets all that is due now. Safe to run on several nodes and again after a kill.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        if (await AnyDueAsync(cancellation))
        {
            await ForgetAsync(cancellation);
        }

        await using var db = database.Open();
        var known = await db.Replications.Where(static row => row.EvidenceFile != null).Select(static row => row.EvidenceFile!).ToListAsync(cancellation);
        photos.ForgetStrangers(known.ToHashSet(StringComparer.Ordinal), clock.GetUtcNow());
    }

    private async Task<bool> AnyDueAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await Due(db).AnyAsync(cancellation);
    }

    private async Task ForgetAsync(CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(Actor.Schedule, cancellation);
        var due = await Due(work.Db).ToListAsync(cancellation);
        string[] files = [.. due.Select(static row => row.EvidenceFile).OfType<string>()];
        foreach (var row in due)
        {
            (row.Contact, row.EvidenceFile, row.ForgottenAt) = (null, null, work.Now);
            row.Version++;
            work.Record(ChangeVerb.ReplicationKept, subject: ReplicationLog.SubjectOf(row.Code), note: "Xóa thông tin liên hệ, ảnh minh chứng");
        }

        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
            Array.ForEach(files, photos.Forget);
        }
    }

    private IQueryable<Replication> Due(CmsDb db)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.Replications.Where(row => (row.Contact != null || row.EvidenceFile != null) && row.ClosedAt != null && row.ClosedAt <= before);
    }

    [LoggerMessage(LogLevel.Error, "Those whose time is over could not be forgotten.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
