using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace PhongTho.Portal.Public;

/// <summary>
/// The theme's styles, fonts and drawings, read and compressed once. Their address carries a fingerprint of all of them,
/// so browsers keep them for a year and relative links between them stay right.
/// </summary>
public sealed class ThemeAssets
{
    private const string Folder = "theme";

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly FrozenDictionary<string, Lazy<StoredBytes>> files;

    public ThemeAssets(IWebHostEnvironment environment)
    {
        var found = Read(environment.WebRootFileProvider, Folder).ToDictionary(file => file.Name[(Folder.Length + 1)..], file => file.Bytes);
        Version = Fingerprint(found);
        files = found.ToFrozenDictionary(file => file.Key, file => new Lazy<StoredBytes>(() => Store(file.Key, file.Value)));
    }

    public string Version { get; }

    /// <summary>Address of a file of the theme.</summary>
    public string Url(string name) => $"/{Folder}/{Version}/{name}";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods(
        "/" + Folder + "/{version}/{**name}", [HttpMethods.Get, HttpMethods.Head], (string version, string name, HttpContext context, ThemeAssets assets) =>
        version == assets.Version && assets.files.TryGetValue(name, out var file)
            ? file.Value.SendAsync(context, "public, max-age=31536000, immutable")
            : Results.NotFound().ExecuteAsync(context));

    private static IEnumerable<(string Name, byte[] Bytes)> Read(IFileProvider provider, string folder)
    {
        foreach (var entry in provider.GetDirectoryContents(folder).OrderBy(entry => entry.Name, StringComparer.Ordinal))
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
        foreach (var (name, bytes) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name));
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
