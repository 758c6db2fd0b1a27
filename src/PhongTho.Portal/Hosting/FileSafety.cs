using PhongTho.Cms.Media;

namespace PhongTho.Portal.Hosting;

/// <summary>What a file that people sent in may do in a browser: as good as nothing.</summary>
public static class FileSafety
{
    /// <summary>A drawing opened on its own must not become a page that runs; a sandbox around a PDF would keep browsers from showing it.</summary>
    public static string PolicyOf(string contentType) => contentType == MediaTypes.Pdf
        ? "frame-ancestors 'self'"
        : "default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox";
}
