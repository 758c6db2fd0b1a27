using NetVips;
using PhongTho.Cms.Changes;

namespace PhongTho.Cms.Media.Pictures;

/// <summary>
/// Reads and writes pictures; the only place that knows the codec. The native library is first touched by the first picture, so a machine
/// without it still starts and serves everything else.
/// </summary>
internal static class PictureCodec
{
    /// <summary>Pixels of the largest picture that is decoded at all: beyond any camera an editor holds.</summary>
    private const long MostPixels = 80_000_000;

    // A rendition takes a second or two on a busy machine; one that takes a minute was made to.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] Loaders =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif", "VipsForeignLoadHeif"];

    private static readonly Lazy<bool> Ready = new(Prepare);

    // Held, because the library keeps no reference to what it calls.
    private static readonly Log.LogDelegate Quiet = static (_, _, _) => { };

    /// <summary>False on a machine where the native library cannot be loaded.</summary>
    public static bool IsThere => Ready.Value;

    /// <summary>
    /// Size as shown, after turning; or why it cannot be taken. The header decides first: a small file can claim any size.
    /// Without the library nothing is said against it: what cannot be decoded cannot be shown either.
    /// </summary>
    public static ((int Width, int Height)? Size, Refusal? Reason) Look(string path, string contentType)
    {
        if (!IsThere)
        {
            return (null, null);
        }

        try
        {
            return Measure(path) is var (width, height) && (long)width * height > MostPixels
                ? (null, new Refusal("mediaPixels", $"Ảnh {width} × {height} điểm quá lớn; chỉ nhận đến 80 triệu điểm. Hãy thu nhỏ rồi tải lên lại."))
                : Decode(path, contentType, (width, height));
        }
        catch (VipsException)
        {
            return (null, new Refusal("mediaBroken", "Ảnh bị hỏng hoặc bị cắt mất một phần nên không đọc được. Hãy xuất lại ảnh rồi tải lên lại."));
        }
    }

    /// <summary>
    /// Writes one rendition: turned upright, in sRGB, without any metadata. The same input gives the same bytes.
    /// False when it cannot be decoded, or not in time.
    /// </summary>
    public static bool Make(string path, Rendition rendition, string target, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var small = Image.Thumbnail(
                path, rendition.Width, height: PictureWidths.MostHeight, size: Enums.Size.Down, outputProfile: "srgb", intent: Enums.Intent.Perceptual, failOn: Enums.FailOn.Error);
            using var plain = small.Colourspace(Enums.Interpretation.Srgb);
            plain.SetProgress(new Silence(), limit.Token);
            Save(plain, rendition.Format, target);
            return !limit.IsCancellationRequested;
        }
        catch (VipsException)
        {
            return false;
        }
    }

    private static bool Prepare()
    {
        if (!ModuleInitializer.VipsInitialized)
        {
            return false;
        }

        // A decoder nobody needs is a door nobody watches: everything is shut, then five are opened.
        NetVips.NetVips.BlockUntrusted = true;
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders)
        {
            Operation.Block(loader, false);
        }

        // What it says of a broken upload is answered to the one who uploaded it; the console is no place for strangers' files.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, Quiet);
        Cache.Max = 0;
        NetVips.NetVips.Concurrency = 1;
        return true;
    }

    private static (int Width, int Height) Measure(string path)
    {
        using var header = Image.NewFromFile(path, access: Enums.Access.Sequential);
        var isOnItsSide = header.Contains("orientation") && Convert.ToInt32(header.Get("orientation"), System.Globalization.CultureInfo.InvariantCulture) is >= 5 and <= 8;
        return isOnItsSide ? (header.Height, header.Width) : (header.Width, header.Height);
    }

    /// <summary>Thumbnails of a cut file come out grey at the bottom and nobody hears of it; a decoding to the end, asked to be strict, does.</summary>
    private static ((int Width, int Height)? Size, Refusal? Reason) Decode(string path, string contentType, (int Width, int Height) size)
    {
        using var image = Image.NewFromFile(
            path, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated, kwargs: contentType == MediaTypes.Jpeg ? new VOption { { "shrink", 8 } } : null);
        image.Avg();
        return (size, null);
    }

    private static void Save(Image picture, PictureFormat format, string target)
    {
        switch (format)
        {
            case PictureFormat.Avif:
                picture.Heifsave(target, q: 55, compression: Enums.ForeignHeifCompression.Av1, effort: 2, bitdepth: 8, keep: Enums.ForeignKeep.None);
                break;
            case PictureFormat.WebP:
                picture.Webpsave(target, q: 78, effort: 4, keep: Enums.ForeignKeep.None);
                break;
            default:
                SaveJpeg(picture, target);
                break;
        }
    }

    private static void SaveJpeg(Image picture, string target)
    {
        using var opaque = picture.HasAlpha() ? picture.Flatten(background: [255, 255, 255]) : picture.Copy();
        opaque.Jpegsave(target, q: 78, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
    }

    /// <summary>The library looks at its time limit only while somebody listens to its progress.</summary>
    private sealed class Silence : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }
}
