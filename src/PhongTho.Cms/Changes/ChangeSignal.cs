namespace PhongTho.Cms.Changes;

/// <summary>
/// The newest position this process knows of, and a bell for those who wait for a newer one.
/// A commit here rings at once; commits of other processes are noticed by <see cref="ClockWatch"/>.
/// </summary>
public sealed class ChangeSignal
{
    private readonly Lock gate = new();
    private TaskCompletionSource bell = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long position;
    private long seen;

    public long Position => Volatile.Read(ref position);

    /// <summary>The newest position at which something changed that a reader could notice: what public pages are valid by.</summary>
    public long SeenPosition => Volatile.Read(ref seen);

    /// <summary>Moves forward, never back, and wakes every waiter when it moved.</summary>
    /// <param name="to">The newest position.</param>
    /// <param name="newestSeen">The newest of a change that readers can notice; null when that is not known, and then it counts as this one.</param>
    public void Advance(long to, long? newestSeen = null)
    {
        TaskCompletionSource ringing;
        lock (gate)
        {
            seen = Math.Max(seen, newestSeen ?? (to > position ? to : seen));
            if (to <= position)
            {
                return;
            }

            position = to;
            ringing = bell;
            bell = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        ringing.SetResult();
    }

    /// <summary>Returns when the position is beyond the given one.</summary>
    public async Task WaitBeyondAsync(long known, CancellationToken cancellation)
    {
        while (true)
        {
            Task ring;
            lock (gate)
            {
                if (position > known)
                {
                    return;
                }

                ring = bell.Task;
            }

            await ring.WaitAsync(cancellation);
        }
    }
}
