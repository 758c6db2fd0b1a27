namespace PhongTho.Tests.Fixtures;

/// <summary>Stops an act in its middle, always at the same place: cancels when it is asked for the time once too often.</summary>
/// <param name="at">The asking that stops it; every identity the act gives out is one.</param>
public sealed class StoppingClock(TimeProvider clock, int at, CancellationTokenSource stop) : TimeProvider
{
    private int asked;

    public override DateTimeOffset GetUtcNow()
    {
        if (Interlocked.Increment(ref asked) == at)
        {
            stop.Cancel();
        }

        return clock.GetUtcNow();
    }
}
