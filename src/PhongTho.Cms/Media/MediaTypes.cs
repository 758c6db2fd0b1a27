using PhongTho.Cms.Media.Sniffing;

namespace PhongTho.Cms.Media;

/// <summary>What a file really is, by its bytes and never by its name alone.</summary>
public static class MediaTypes
{
    public const string Jpeg = "image/jpeg";

    public const string Png = "image/png";

    public const string WebP = "image/webp";

    public const string Gif = "image/gif";

    public const string Avif = "image/avif";

    public const string Svg = "image/svg+xml";

    public const string Pdf = "application/pdf";

    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public const string Mp3 = "audio/mpeg";

    public const string Mp4 = "video/mp4";

    /// <summary>Photographs of telephones that no open decoder reads; recognised only to say what to do about them.</summary>
    public const string Heic = "image/heic";

    private static readonly Dictionary<string, string> Extensions = new(StringComparer.Ordinal)
    {
        [Jpeg] = ".jpg",
        [Png] = ".png",
        [WebP] = ".webp",
        [Gif] = ".gif",
        [Avif] = ".avif",
        [Svg] = ".svg",
        [Pdf] = ".pdf",
        [Docx] = ".docx",
        [Xlsx] = ".xlsx",
        [Mp3] = ".mp3",
        [Mp4] = ".mp4",
    };

    /// <summary>Pictures made of pixels: readers get them re-encoded, never as they came.</summary>
    public static bool IsRaster(string contentType) => contentType is Jpeg or Png or WebP or Gif or Avif;

    /// <summary>Offered for saving instead of being opened in the page's own window.</summary>
    public static bool IsSavedOnly(string contentType) => contentType is Docx or Xlsx;

    /// <summary>The ending a name of this type has.</summary>
    public static string ExtensionOf(string contentType) => Extensions[contentType];

    /// <summary>The content type, or null for what the library does not know.</summary>
    /// <param name="file">Readable and seekable; left where it pleases.</param>
    /// <param name="name">Only a drawing must also be called one: any text could look like it.</param>
    public static string? Sniff(Stream file, string name, MediaLimits limits)
    {
        Span<byte> start = stackalloc byte[4096];
        file.Position = 0;
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (start.IsEmpty)
        {
            return null;
        }

        return SniffStart(start) ?? (start.StartsWith("PK\x03\x04"u8) ? OfficeFiles.Sniff(file)
            : name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) && file.Length <= limits.DrawingBytes && Drawings.IsHarmless(file) ? Svg : null);
    }

    private static string? SniffStart(ReadOnlySpan<byte> start)
    {
        if (start is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..])
        {
            return Png;
        }

        if (start is [0xFF, 0xD8, 0xFF, ..])
        {
            return Jpeg;
        }

        if (start.Length > 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8))
        {
            return WebP;
        }

        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8))
        {
            return Gif;
        }

        if (start.StartsWith("%PDF-"u8))
        {
            return Pdf;
        }

        return start.Length > 12 && start[4..8].SequenceEqual("ftyp"u8) ? BoxedFiles.Sniff(start) : SoundFiles.IsMp3(start) ? Mp3 : null;
    }
}
