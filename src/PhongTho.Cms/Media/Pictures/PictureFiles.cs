using PhongTho.Cms.Changes;

namespace PhongTho.Cms.Media.Pictures;

/// <summary>What came of asking for a rendition.</summary>
public enum PictureAnswer
{
    Made,

    /// <summary>Too many are being made; ask again in a moment.</summary>
    Busy,

    /// <summary>It cannot be made from what is stored.</summary>
    Broken,
}

/// <summary>
/// Renditions of pictures on disk, addressed by the hash of the original: made once, when first asked for or ahead of that, by a few workers.
/// They can be deleted at any time; whoever asks next gets them made again.
/// </summary>
public sealed class PictureFiles : IDisposable
{
    /// <summary>Codecs are what costs a portal its memory: two at once, whoever asks.</summary>
    public const int Workers = 2;

    private const int MostWaiting = 64;

    // The number changes when the making does, so that a new version of the house does not serve pictures of the old one.
    private const string Making = "1";

    private readonly MediaStore store;
    private readonly string folder;
    private readonly SemaphoreSlim workers = new(Workers);
    private readonly Lock gate = new();
    private readonly Dictionary<(string Hash, Rendition Rendition), Task<PictureAnswer>> making = [];
    private readonly CancellationTokenSource closing = new();
    private readonly CancellationToken closed;
    private int waiting;
    private long made;

    public PictureFiles(MediaStore store, string dataFolder)
    {
        this.store = store;
        folder = Path.Combine(dataFolder, "pictures", Making);
        closed = closing.Token;
    }

    /// <summary>How many were made since the start.</summary>
    public long Made => Interlocked.Read(ref made);

    /// <summary>Where it is, or will be, on disk.</summary>
    public string PathOf(string hash, Rendition rendition) => Path.Combine(folder, hash[..2], hash, rendition.FileName);

    /// <summary>Size of an upload as it will be shown, or why it is not taken.</summary>
    public async Task<((int Width, int Height)? Size, Refusal? Reason)> LookAsync(StagedFile file, string contentType, CancellationToken cancellation)
    {
        await workers.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => PictureCodec.Look(file.Path, contentType), cancellation);
        }
        finally
        {
            workers.Release();
        }
    }

    /// <summary>A copy of an upload in a place of its own: re-encoded, upright, without metadata. False when it cannot be made.</summary>
    public async Task<bool> CopyAsync(StagedFile file, Rendition rendition, string target, CancellationToken cancellation)
    {
        await workers.WaitAsync(cancellation);
        try
        {
            return await Task.Run(() => PictureCodec.IsThere && PictureCodec.Make(file.Path, rendition, target, cancellation), cancellation);
        }
        finally
        {
            workers.Release();
        }
    }

    /// <summary>Sees to it that the rendition is on disk. Those who ask for one at the same time wait for the same making.</summary>
    public Task<PictureAnswer> MakeAsync(string hash, Rendition rendition, CancellationToken cancellation)
    {
        if (File.Exists(PathOf(hash, rendition)))
        {
            return Task.FromResult(PictureAnswer.Made);
        }

        Task<PictureAnswer>? job;
        lock (gate)
        {
            if (!making.TryGetValue((hash, rendition), out job))
            {
                // Not under the asker's cancellation: others may be waiting for it too.
                making[(hash, rendition)] = job = Task.Run(() => QueueAsync(hash, rendition), CancellationToken.None);
            }
        }

        return job.WaitAsync(cancellation);
    }

    /// <summary>How many of the picture's renditions are on disk, and how many there will be.</summary>
    public (int Ready, int All) CountOf(MediaFile file)
    {
        var all = PictureWidths.All(file.Width, file.Height).ToList();
        return (all.Count(rendition => File.Exists(PathOf(file.Hash, rendition))), all.Count);
    }

    /// <summary>Drops all renditions of these bytes.</summary>
    public void Forget(string hash)
    {
        var place = Path.Combine(folder, hash[..2], hash);
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }
    }

    /// <summary>Drops these bytes themselves as well.</summary>
    public void ForgetAll(string hash)
    {
        Forget(hash);
        store.Forget(hash);
    }

    /// <summary>Removes what a killed process left half written.</summary>
    public void ForgetAbandoned(DateTimeOffset now) => MediaStore.ForgetAbandoned(folder, now);

    /// <summary>Stops what is being made. What waits for a worker is told so, hence the workers' count outlives this.</summary>
    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    private async Task<PictureAnswer> QueueAsync(string hash, Rendition rendition)
    {
        try
        {
            if (Interlocked.Increment(ref waiting) > MostWaiting)
            {
                return PictureAnswer.Busy;
            }

            await workers.WaitAsync(closed);
            try
            {
                return Write(hash, rendition);
            }
            finally
            {
                workers.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
            lock (gate)
            {
                making.Remove((hash, rendition));
            }
        }
    }

    /// <summary>Written aside and moved, so a kill leaves no half picture behind an address that is cached for a year.</summary>
    private PictureAnswer Write(string hash, Rendition rendition)
    {
        var (source, target) = (store.PathOf(hash), PathOf(hash, rendition));
        if (File.Exists(target))
        {
            return PictureAnswer.Made;
        }

        if (!File.Exists(source) || !PictureCodec.IsThere)
        {
            return PictureAnswer.Broken;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var aside = $"{target}.{Guid.CreateVersion7():N}{MediaStore.Aside}";
        try
        {
            if (!PictureCodec.Make(source, rendition, aside, closed))
            {
                closed.ThrowIfCancellationRequested();
                return PictureAnswer.Broken;
            }

            File.Move(aside, target, overwrite: true);
            Interlocked.Increment(ref made);
            return PictureAnswer.Made;
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
