using System.Globalization;

namespace PhongTho.Cms.Media.Pictures;

/// <summary>Formats readers get pictures in, the smallest first.</summary>
public enum PictureFormat
{
    Avif,
    WebP,
    Jpeg,
}

/// <summary>One width and format of a picture.</summary>
public sealed record Rendition(int Width, PictureFormat Format)
{
    /// <summary>How its address and its file end.</summary>
    public string Extension => ExtensionOf(Format);

    public string ContentType => Format switch
    {
        PictureFormat.Avif => MediaTypes.Avif,
        PictureFormat.WebP => MediaTypes.WebP,
        _ => MediaTypes.Jpeg,
    };

    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{Width}{Extension}");

    public static string ExtensionOf(PictureFormat format) => format switch
    {
        PictureFormat.Avif => ".avif",
        PictureFormat.WebP => ".webp",
        _ => ".jpg",
    };

    public static PictureFormat? FormatOf(string extension) => extension switch
    {
        ".avif" => PictureFormat.Avif,
        ".webp" => PictureFormat.WebP,
        ".jpg" => PictureFormat.Jpeg,
        _ => null,
    };
}

/// <summary>The widths a picture is offered in: a fixed ladder, so that nobody can ask for a size of his own, and never wider than the original.</summary>
public static class PictureWidths
{
    public const int Most = 1920;

    /// <summary>Cards that other sites show when a page is shared.</summary>
    public const int Share = 1200;

    // WebP ends at 16383; a strip this tall is no picture of a page any more.
    internal const int MostHeight = 10_000;

    private static readonly int[] Ladder = [320, 640, 960, 1280, Most];

    /// <summary>Every width of a picture of this size, rising; the last one is its own when that is not more than <see cref="Most"/>.</summary>
    public static IReadOnlyList<int> Of(int? width, int? height)
    {
        var own = Own(width, height);
        return [.. Ladder.Where(step => step < own), own];
    }

    /// <summary>The narrowest that still fills this many pixels.</summary>
    public static int For(int? width, int? height, int wished)
    {
        var steps = Of(width, height);
        return steps.FirstOrDefault(step => step >= wished, steps[^1]);
    }

    /// <summary>Width of the JPEG for shares.</summary>
    public static int ShareOf(int? width, int? height) => Math.Min(Share, Own(width, height));

    /// <summary>True for what may be asked for.</summary>
    public static bool Has(int? width, int? height, Rendition asked) =>
        Of(width, height).Contains(asked.Width) || (asked.Format == PictureFormat.Jpeg && asked.Width == ShareOf(width, height));

    /// <summary>All that is made of it ahead of being asked for.</summary>
    public static IEnumerable<Rendition> All(int? width, int? height) => Of(width, height)
        .SelectMany(static step => Enum.GetValues<PictureFormat>().Select(format => new Rendition(step, format)))
        .Append(new Rendition(ShareOf(width, height), PictureFormat.Jpeg)).Distinct();

    private static int Own(int? width, int? height)
    {
        var wide = Math.Min(width ?? Most, Most);
        return width > 0 && height > 0 && (long)wide * height > (long)MostHeight * width
            ? Math.Max(1, (int)((long)MostHeight * width.Value / height.Value))
            : wide;
    }
}
