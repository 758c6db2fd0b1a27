using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Consents;

/// <summary>Looks every minute for consents that ended, so that nobody is shown a day longer than agreed.</summary>
public sealed partial class ConsentWatch(ConsentDesk desk, TimeProvider clock, ILogger<ConsentWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromMinutes(1);

    private DateOnly? heldOn;

    /// <summary>Once before anything is served, so that nobody is shown whose consent ended while the portal stood still; then every minute.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        await desk.RunDueAsync(cancellation);
        if (SiteTime.Today(clock) is var today && today != heldOn)
        {
            await desk.HoldAgainstTodayAsync(cancellation);
            heldOn = today;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(Round, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database may be away; what is due stays due.
                LogFailure(logger, failure);
            }
        }
        while (await rounds.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "Consents that ended could not be read.")]
    private static partial void LogFailure(ILogger logger, Exception failure);
}
