using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Feedback;

/// <summary>Forgets senders ninety days after they were answered: their contact, and of a removal also what was written, which tells of a person.</summary>
public sealed partial class FeedbackRetention(CmsDatabase database, TimeProvider clock, ILogger<FeedbackRetention> logger) : BackgroundService
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
        await using (var db = database.Open())
        {
            if (!await Due(db).AnyAsync(cancellation))
            {
                return;
            }
        }

        await using var work = await database.BeginAsync(Actor.Schedule, cancellation);
        foreach (var letter in await Due(work.Db).ToListAsync(cancellation))
        {
            (letter.Contact, letter.ForgottenAt) = (null, work.Now);
            letter.Text = letter.Kind == FeedbackKind.Removal ? "" : letter.Text;
            letter.Version++;
            work.Record(ChangeVerb.FeedbackKept, subject: FeedbackLog.SubjectOf(letter.Code), note: "Xóa thông tin người gửi");
        }

        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
        }
    }

    private IQueryable<FeedbackLetter> Due(CmsDb db)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.Feedback.Where(row => row.ForgottenAt == null && row.SettledAt != null && row.SettledAt <= before);
    }

    [LoggerMessage(LogLevel.Error, "Senders of feedback whose time is over could not be forgotten.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
