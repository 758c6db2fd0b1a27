using System.Security.Cryptography;

namespace PhongTho.Cms.Media;

/// <summary>The bytes of media files, one file a hash, under the data folder. A file once there never changes.</summary>
public sealed class MediaStore(string dataFolder)
{
    private readonly string folder = Path.Combine(dataFolder, "media");

    /// <summary>Keeps the bytes; returns their hash. Written aside and moved, so a kill leaves no half file.</summary>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var aside = $"{path}.{Environment.ProcessId}.part";
            await File.WriteAllBytesAsync(aside, bytes, cancellation);
            File.Move(aside, path, overwrite: true);
        }

        return hash;
    }

    /// <summary>The file on disk with this hash; it may not exist.</summary>
    public string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}
