using System.Security.Cryptography;

namespace PhongTho.Cms.Media;

/// <summary>The bytes of media files, one file a hash, under the data folder. A file once there never changes.</summary>
public sealed class MediaStore(string dataFolder)
{
    /// <summary>Ending of what is being written.</summary>
    internal const string Aside = ".part";

    /// <summary>No upload and no encoding takes so long; what is older was left behind by a kill.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    private readonly string folder = Path.Combine(dataFolder, "media");

    /// <summary>Writes what arrives aside and counts it; null when it is more than <paramref name="most"/> bytes.</summary>
    public async Task<StagedFile?> StageAsync(Stream bytes, long most, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Guid.CreateVersion7():N}{Aside}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 81920, FileOptions.Asynchronous);
        var staged = new StagedFile(path, file);
        try
        {
            if (await CopyAsync(bytes, file, most, cancellation) is { } hash)
            {
                (staged.Hash, staged.Size) = (hash, file.Length);
                await file.FlushAsync(cancellation);
                return staged;
            }
        }
        catch
        {
            staged.Dispose();
            throw;
        }

        staged.Dispose();
        return null;
    }

    /// <summary>Keeps a staged file for good: a move, so a kill leaves no half file.</summary>
    public void Keep(StagedFile staged)
    {
        var path = PathOf(staged.Hash);
        if (File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        staged.MoveTo(path);
    }

    /// <summary>Forgets the bytes; call only when no file of the library has them and no work can be adding them.</summary>
    public void Forget(string hash) => File.Delete(PathOf(hash));

    /// <summary>Removes what a killed process left half written.</summary>
    public void ForgetAbandoned(DateTimeOffset now) => ForgetAbandoned(folder, now);

    /// <summary>The file on disk with this hash; it may not exist.</summary>
    public string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);

    internal static void ForgetAbandoned(string folder, DateTimeOffset now)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*" + Aside, SearchOption.AllDirectories).Where(file => File.GetLastWriteTimeUtc(file) < (now - Abandoned).UtcDateTime))
        {
            File.Delete(file);
        }
    }

    private static async Task<string?> CopyAsync(Stream from, FileStream to, long most, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81920];
        for (var left = most; ;)
        {
            var count = await from.ReadAsync(buffer, cancellation);
            if (count == 0)
            {
                return Convert.ToHexStringLower(hash.GetHashAndReset());
            }

            left -= count;
            if (left < 0)
            {
                return null;
            }

            hash.AppendData(buffer, 0, count);
            await to.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }
    }
}

/// <summary>Bytes that arrived and are not in the library yet; gone when disposed of, unless they were kept.</summary>
public sealed class StagedFile : IDisposable
{
    private string path;
    private bool isKept;

    internal StagedFile(string path, FileStream content)
    {
        this.path = path;
        Content = content;
    }

    /// <summary>SHA-256, lower-case hex.</summary>
    public string Hash { get; internal set; } = "";

    public long Size { get; internal set; }

    /// <summary>The bytes, for looking at.</summary>
    public FileStream Content { get; }

    /// <summary>Where they are on disk now.</summary>
    public string Path => path;

    public void Dispose()
    {
        Content.Dispose();
        if (!isKept)
        {
            File.Delete(path);
        }
    }

    internal void MoveTo(string target)
    {
        Content.Flush(flushToDisk: true);
        File.Move(path, target, overwrite: true);
        (path, isKept) = (target, true);
    }
}
