using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace PhongTho.Portal.Hosting;

/// <summary>
/// An answer ready to send: plain, Brotli and gzip, each with its strong ETag. Compressing on every request costs sixteen times
/// as much as sending; so it is done once.
/// </summary>
public sealed class StoredBytes
{
    private readonly byte[] plain;
    private readonly byte[]? brotli;
    private readonly byte[]? gzip;

    private StoredBytes(byte[] plain, byte[]? brotli, byte[]? gzip, string contentType, string hash)
    {
        this.plain = plain;
        this.brotli = brotli;
        this.gzip = gzip;
        ContentType = contentType;
        Hash = hash;
    }

    public string ContentType { get; }

    /// <summary>Of the plain bytes.</summary>
    public string Hash { get; }

    /// <summary>Memory it takes.</summary>
    public long Size => plain.Length + (brotli?.Length ?? 0) + (gzip?.Length ?? 0) + 512;

    /// <param name="level">Null for what is compressed already.</param>
    public static StoredBytes Make(byte[] plain, string contentType, CompressionLevel? level) => new(
        plain, Compress(plain, level, static (stream, how) => new BrotliStream(stream, how, leaveOpen: true)),
        Compress(plain, level, static (stream, how) => new GZipStream(stream, how, leaveOpen: true)), contentType, HashOf(plain));

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..24];

    /// <summary>Sends it in one write, or says 304 when the asker has it. Weak tags and those of another encoding count as the same content.</summary>
    /// <param name="lastModified">When it last changed, when that is known to the second.</param>
    public async Task SendAsync(HttpContext context, string cacheControl, DateTimeOffset? lastModified = null, int status = StatusCodes.Status200OK)
    {
        var (bytes, encoding) = Choose(context.Request.Headers.AcceptEncoding);
        var headers = context.Response.Headers;
        headers.ETag = encoding is null ? $"\"{Hash}\"" : $"\"{Hash}-{encoding}\"";
        headers.CacheControl = cacheControl;
        headers.Vary = "Accept-Encoding";
        if (lastModified is { } time)
        {
            headers.LastModified = time.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        }

        if (status == StatusCodes.Status200OK && IsKnown(context.Request.Headers, lastModified))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        headers.ContentLength = bytes.Length;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private bool IsKnown(IHeaderDictionary request, DateTimeOffset? lastModified)
    {
        if (request.IfNoneMatch.Count > 0)
        {
            return request.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || Plain(tag) == Hash);
        }

        return lastModified is { } time
            && DateTimeOffset.TryParseExact(request.IfModifiedSince, "R", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var since)
            && time <= since;
    }

    private static string Plain(string tag)
    {
        var name = (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag).Trim('"');
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? name : name[..dash];
    }

    private (byte[] Bytes, string? Encoding) Choose(StringValues accepted)
    {
        var asked = accepted.ToString();
        if (brotli is not null && Accepts(asked, "br"))
        {
            return (brotli, "br");
        }

        return gzip is not null && Accepts(asked, "gzip") ? (gzip, "gzip") : (plain, null);
    }

    private static bool Accepts(string asked, string encoding)
    {
        foreach (var part in asked.Split(',', StringSplitOptions.TrimEntries))
        {
            var name = part.Split(';')[0];
            if (name.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            {
                return !part.Replace(" ", "", StringComparison.Ordinal).EndsWith(";q=0", StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static byte[]? Compress(byte[] plain, CompressionLevel? level, Func<Stream, CompressionLevel, Stream> open)
    {
        if (level is not { } how)
        {
            return null;
        }

        using var bytes = new MemoryStream(plain.Length / 2);
        using (var stream = open(bytes, how))
        {
            stream.Write(plain);
        }

        return bytes.Length < plain.Length ? bytes.ToArray() : null;
    }
}
