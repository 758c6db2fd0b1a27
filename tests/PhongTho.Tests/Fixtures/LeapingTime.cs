namespace PhongTho.Tests.Fixtures;

/// <summary>A clock that can leap over weeks without ringing every second between: a portal has timers by the second.</summary>
public sealed class LeapingTime(TimeProvider clock) : TimeProvider
{
    private TimeSpan ahead;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    public void Leap(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + ahead;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
}
