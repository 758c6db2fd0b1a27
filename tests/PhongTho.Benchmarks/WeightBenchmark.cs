using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Portal.Hosting;
using PhongTho.Portal.Manager;

namespace PhongTho.Benchmarks;

/// <summary>What the newsroom weighs on a slow line: every script and style as it is sent, and the seconds it takes at 400 kbit/s the first time; later it comes from the browser's own store.</summary>
internal static class WeightBenchmark
{
    private const double BytesASecond = 400_000 / 8.0;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-bench-").FullName;
        await using var portal = PortalBuilder.Build([$"--PhongTho:Data={folder}", "--PhongTho:Seed=false", "--applicationName=PhongTho.Portal", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
        await portal.StartAsync();
        await portal.Services.GetRequiredService<Readiness>().WhenReady;
        using var client = new HttpClientHandler().Client(portal.Urls.First());
        var assets = portal.Services.GetRequiredService<ManagerAssets>();
        var names = portal.Services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetDirectoryContents("manager")
            .Select(static file => file.Name).Where(static name => name.EndsWith(".js", StringComparison.Ordinal) || name.EndsWith(".css", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        Console.WriteLine("file                 plain     gzip    brotli  seconds at 400 kbit/s");
        foreach (var name in names.Append("sign-in page"))
        {
            var plain = await client.GetByteArrayAsync(new Uri(name == "sign-in page" ? "/manager/sign-in" : assets.Url(name), UriKind.Relative));
            var brotli = Size(plain, static stream => new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-18} {plain.Length,8:N0} {Size(plain, static stream => new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true)),8:N0} {brotli,9:N0} {brotli / BytesASecond,10:N2}"));
        }

        await portal.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static HttpClient Client(this HttpClientHandler handler, string address)
    {
        handler.AutomaticDecompression = System.Net.DecompressionMethods.All;
#pragma warning disable RS0030 // One client of one run; no factory outlives it.
        return new HttpClient(handler) { BaseAddress = new Uri(address) };
#pragma warning restore RS0030
    }

    private static long Size(byte[] plain, Func<Stream, Stream> open)
    {
        using var bytes = new MemoryStream();
        using (var stream = open(bytes))
        {
            stream.Write(plain);
        }

        return bytes.Length;
    }
}
