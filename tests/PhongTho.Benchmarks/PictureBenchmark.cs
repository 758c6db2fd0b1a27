using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using NetVips;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;

namespace PhongTho.Benchmarks;

/// <summary>Time and memory of hostile uploads, beside those of an honest photograph of 12 megapixels; each in a process of its own.</summary>
internal static class PictureBenchmark
{
    private const string Honest = "photograph";

    private static readonly Dictionary<string, (string Name, Func<byte[]> Bytes)> Uploads = new(StringComparer.Ordinal)
    {
        [Honest] = ("a.jpg", static () => Jpeg(4000, 3000)),
        ["photograph of 79 megapixels"] = ("a.jpg", static () => Jpeg(10_300, 7_700)),
        ["flat PNG of 79 megapixels"] = ("a.png", static () => FlatPng(8_900, 8_900)),
        ["PNG of 50 000 x 50 000"] = ("a.png", static () => FlatPng(50_000, 50_000)),
        ["JPEG claiming 65 000 x 65 000"] = ("a.jpg", static () => Claiming(Jpeg(64, 64), 65_000)),
        ["JPEG cut at 40 %"] = ("a.jpg", static () => Jpeg(4000, 3000) is var whole ? whole[..(whole.Length * 2 / 5)] : []),
        ["drawing of as many shapes as allowed"] = ("a.svg", static () =>
            [.. "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"u8, .. Enumerable.Repeat("<a/>"u8.ToArray(), 480_000).SelectMany(static shape => shape), .. "</svg>"u8]),
        ["Word file that unpacks to a gigabyte"] = ("a.docx", static () => Swollen(1_000_000_000)),
        ["film as large as allowed"] = ("a.mp4", static () => [0, 0, 0, 20, .. "ftypisom"u8, 0, 0, 0, 0, .. "isom"u8, .. new byte[199_000_000]]),
    };

    private static readonly byte[] Spaces = [.. Enumerable.Repeat((byte)' ', 1_000_000)];

    public static async Task RunAsync()
    {
        var reference = await MeasureAsync(Honest);
        foreach (var name in Uploads.Keys)
        {
            var (look, make, memory, said) = await MeasureAsync(name);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name}: look x{look / reference.Look:N2}, renditions x{make / reference.Make:N2}, peak memory x{memory / reference.Memory:N2} ({memory / 1e6:N0} MB); {said}"));
        }
    }

    /// <summary>Takes one upload in, as the library does, and prints what it took.</summary>
    public static async Task OneAsync(string name)
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-bench-").FullName;
        var upload = Path.Combine(Path.GetTempPath(), FileOf(name));
        var store = new MediaStore(folder);
        using var pictures = new PictureFiles(store, folder);
        var started = Stopwatch.GetTimestamp();
        await using var bytes = File.OpenRead(upload);
        var (received, reason) = await new MediaIntake(store, pictures, new MediaLimits()).ReceiveAsync(bytes, Uploads[name].Name, CancellationToken.None);
        var look = Stopwatch.GetElapsedTime(started);
        started = Stopwatch.GetTimestamp();
        if (received is not null)
        {
            store.Keep(received.Staged);
            foreach (var rendition in MediaTypes.IsRaster(received.ContentType) ? PictureWidths.All(received.Width, received.Height) : [])
            {
                await pictures.MakeAsync(received.Staged.Hash, rendition, CancellationToken.None);
            }
        }

        var make = Stopwatch.GetElapsedTime(started);
        received?.Dispose();
        Directory.Delete(folder, recursive: true);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{look.TotalSeconds} {make.TotalSeconds} {self.PeakWorkingSet64} {reason?.Code ?? "taken"}"));
    }

    private static async Task<(double Look, double Make, double Memory, string Said)> MeasureAsync(string name)
    {
        var upload = Path.Combine(Path.GetTempPath(), FileOf(name));
        await File.WriteAllBytesAsync(upload, Uploads[name].Bytes());
        using var one = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["picture", name]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = (await one.StandardOutput.ReadToEndAsync()).Trim().Split(' ');
        await one.WaitForExitAsync();
        File.Delete(upload);
        return (Number(said[0]), Number(said[1]), Number(said[2]), said[3]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string FileOf(string name) => $"phongtho-bench-{name.Replace(' ', '-')}";

    private static byte[] Jpeg(int width, int height)
    {
        using var noise = Image.Gaussnoise(width, height, sigma: 20, mean: 128, seed: 1);
        using var slow = Image.Gaussnoise(width / 40, height / 40, sigma: 60, mean: 0, seed: 2).Resize((double)width / (width / 40), vscale: (double)height / (height / 40));
        using var grey = (noise + slow.Crop(0, 0, Math.Min(width, slow.Width), Math.Min(height, slow.Height)).Embed(0, 0, width, height)).Cast(Enums.BandFormat.Uchar);
        using var colours = grey.Bandjoin(grey.Rot180(), grey).Copy(interpretation: Enums.Interpretation.Srgb);
        return colours.JpegsaveBuffer(q: 85);
    }

    private static byte[] FlatPng(int width, int height)
    {
        using var flat = Image.Black(width, height, 3).Copy(interpretation: Enums.Interpretation.Srgb);
        return flat.PngsaveBuffer(compression: 9);
    }

    private static byte[] Swollen(int size)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("[Content_Types].xml").Open();
            part.Write("<Types>"u8);
            for (var written = 0; written < size; written += 1_000_000)
            {
                part.Write(Spaces);
            }

            part.Write("</Types>"u8);
        }

        return bytes.ToArray();
    }

    private static byte[] Claiming(byte[] bytes, ushort size)
    {
        var frame = bytes.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(frame + 5), size);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(frame + 7), size);
        return bytes;
    }
}
