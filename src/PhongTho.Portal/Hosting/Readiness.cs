namespace PhongTho.Portal.Hosting;

/// <summary>Says whether the portal can answer, and until then why not.</summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>What it is busy with, or what went wrong; for people.</summary>
    public string Reason { get; private set; } = "Đang khởi động.";

    /// <summary>Completes when the portal is ready; fails when it cannot become so.</summary>
    public Task WhenReady => ready.Task;

    public void Say(string reason) => Reason = reason;

    public void Set()
    {
        Reason = "Sẵn sàng.";
        ready.TrySetResult();
    }

    public void Fail(Exception failure) => ready.TrySetException(failure);
}
