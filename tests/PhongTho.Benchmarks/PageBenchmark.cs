using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PhongTho.Portal.Hosting;

namespace PhongTho.Benchmarks;

/// <summary>Requests a second of a stored page, of its 304 and of search, beside a bare Kestrel that answers the same bytes from memory.</summary>
internal static class PageBenchmark
{
    private const int Clients = 8;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-bench-").FullName;
        await using var portal = PortalBuilder.Build([$"--PhongTho:Data={folder}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning"]);
        await portal.StartAsync();
        await portal.Services.GetRequiredService<Readiness>().WhenReady;
        var home = new Uri(portal.Urls.First() + "/");
        using var client = Client();
        using var first = await client.GetAsync(home);
        var bytes = await first.Content.ReadAsByteArrayAsync();
        await using var bare = await BareAsync(bytes);

        var reference = await MeasureAsync(new Uri(bare.Urls.First() + "/"), null);
        var page = await MeasureAsync(home, null);
        var known = await MeasureAsync(home, first.Headers.ETag?.ToString());
        var search = await MeasureAsync(new Uri(home, "/api/v1/search?q=hien%20dat"), null);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"pages ({bytes.Length:N0} bytes): bare Kestrel {reference:N0}/s; home {page:N0}/s, ratio {page / reference:N2}; 304 {known:N0}/s, ratio {known / reference:N2}; search {search:N0}/s, ratio {search / reference:N3}"));
        await portal.StopAsync();
    }

    private static async Task<WebApplication> BareAsync(byte[] bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var bare = builder.Build();
        bare.MapGet("/", () => Results.Bytes(bytes, "text/html; charset=utf-8"));
        await bare.StartAsync();
        return bare;
    }

    private static async Task<double> MeasureAsync(Uri address, string? etag)
    {
        await LoadAsync(address, etag, TimeSpan.FromSeconds(2));
        return await LoadAsync(address, etag, Duration) / Duration.TotalSeconds;
    }

    private static async Task<double> LoadAsync(Uri address, string? etag, TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(async _ =>
        {
            using var client = Client();
            var count = 0;
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                if (etag is not null)
                {
                    request.Headers.TryAddWithoutValidation("If-None-Match", etag);
                }

                using var answer = await client.SendAsync(request);
                await answer.Content.ReadAsByteArrayAsync();
                count++;
            }

            return count;
        }));
        return counts.Sum();
    }

#pragma warning disable RS0030 // A load generator wants connections of its own, not a factory's.
    private static HttpClient Client() => new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
#pragma warning restore RS0030
}
