using System.IO.Pipelines;

namespace PhongTho.Theme;

/// <summary>Lets a template write straight into a pipe without sending before the page is whole.</summary>
/// <remarks>Slices flush as they go; on a kept-alive connection many small writes cost 44 ms of waiting for acknowledgements (delivery.md).</remarks>
internal sealed class HeldPipe(PipeWriter output) : PipeWriter
{
    // Says "unknown", so that nobody flushes because much has gathered.
    public override bool CanGetUnflushedBytes => false;

    public override void Advance(int bytes) => output.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => output.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => output.GetSpan(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(default(FlushResult));

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }
}
