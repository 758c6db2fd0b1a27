using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace PhongTho.Portal.Hosting;

/// <summary>
/// Styles, scripts, fonts and drawings of one face, read and compressed once. Their address carries a fingerprint of all of them,
/// so browsers keep them for a year and relative links between them stay right.
/// </summary>
public abstract class AssetFolder
{
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly string address;
    private readonly FrozenDictionary<string, Lazy<StoredBytes>> files;

    /// <param name="address">Where they are served, with its first slash.</param>
    /// <param name="folders">Folders under the web root, and the folder each becomes under the address; empty for the address itself.</param>
    protected AssetFolder(IWebHostEnvironment environment, string address, params (string From, string To)[] folders)
    {
        this.address = address;
        var found = folders.SelectMany(folder => Read(environment.WebRootFileProvider, folder.From).Select(file => (Name: folder.To + file.Name[(folder.From.Length + 1)..], file.Bytes)))
            .DistinctBy(static file => file.Name).ToDictionary(static file => file.Name, static file => file.Bytes, StringComparer.Ordinal);
        Version = Fingerprint(found);
        files = found.ToFrozenDictionary(static file => file.Key, static file => new Lazy<StoredBytes>(() => Store(file.Key, file.Value)));
    }

    public string Version { get; }

    /// <summary>Address of a file.</summary>
    public string Url(string name) => $"{address}/{Version}/{name}";

    /// <summary>Serves the files at their addresses.</summary>
    public static IEndpointConventionBuilder Map<TAssets>(IEndpointRouteBuilder routes)
        where TAssets : AssetFolder =>
        routes.MapMethods(
            routes.ServiceProvider.GetRequiredService<TAssets>().address + "/{version}/{**name}", [HttpMethods.Get, HttpMethods.Head],
            (string version, string name, HttpContext context, TAssets assets) =>
                version == assets.Version && assets.files.TryGetValue(name, out var file) ? file.Value.SendAsync(context, Forever) : Results.NotFound().ExecuteAsync(context));

    private static IEnumerable<(string Name, byte[] Bytes)> Read(IFileProvider provider, string folder)
    {
        foreach (var entry in provider.GetDirectoryContents(folder).OrderBy(static entry => entry.Name, StringComparer.Ordinal))
        {
            var name = $"{folder}/{entry.Name}";
            if (entry.IsDirectory)
            {
                foreach (var file in Read(provider, name))
                {
                    yield return file;
                }
            }
            else if (!name.EndsWith(".br", StringComparison.Ordinal) && !name.EndsWith(".gz", StringComparison.Ordinal))
            {
                using var stream = entry.CreateReadStream();
                using var bytes = new MemoryStream();
                stream.CopyTo(bytes);
                yield return (name, bytes.ToArray());
            }
        }
    }

    private static string Fingerprint(Dictionary<string, byte[]> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, bytes) in files.OrderBy(static file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static StoredBytes Store(string name, byte[] bytes)
    {
        var type = Types.TryGetContentType(name, out var known) ? known : "application/octet-stream";
        var isText = type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("javascript", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal);
        return StoredBytes.Make(bytes, isText && type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type, isText ? CompressionLevel.SmallestSize : null);
    }
}
