using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Nominations;

/// <summary>Forgets nominators: their contact and the pictures they sent leave ninety days after the nomination was closed.</summary>
public sealed partial class NominationRetention(CmsDatabase database, NominationPhotos photos, TimeProvider clock, ILogger<NominationRetention> logger) : BackgroundService
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
        var known = await db.NominationPhotos.Select(static photo => photo.FileName).ToListAsync(cancellation);
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
        var due = await Due(work.Db).Include(static row => row.Photos).ToListAsync(cancellation);
        string[] files = [.. due.SelectMany(static row => row.Photos).Select(static photo => photo.FileName)];
        foreach (var nomination in due)
        {
            (nomination.Contact, nomination.ForgottenAt) = (null, work.Now);
            nomination.Version++;
            nomination.Photos.Clear();
            work.Record(ChangeVerb.NominationKept, subject: NominationLog.SubjectOf(nomination.Code), note: "Xóa thông tin người giới thiệu");
        }

        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
            Array.ForEach(files, photos.Forget);
        }
    }

    private IQueryable<Nomination> Due(CmsDb db)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.Nominations.Where(row => row.ForgottenAt == null && row.ClosedAt != null && row.ClosedAt <= before);
    }

    [LoggerMessage(LogLevel.Error, "Nominators whose time is over could not be forgotten.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
