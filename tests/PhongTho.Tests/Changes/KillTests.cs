using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Publishing;
using Xunit;

namespace PhongTho.Tests.Changes;

/// <summary>Real processes, really killed: in the middle of an import, and between a database commit and the index's.</summary>
public sealed class KillTests
{
    private const int Stories = 1200;
    private const int Kills = 6;

    [Fact(Timeout = 300_000)]
    public async Task Killed_again_and_again_nothing_is_lost_and_nothing_comes_twice()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-kill-").FullName;
        var file = Path.Combine(folder, "stories.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Stories).Select(number =>
            JsonSerializer.Serialize(new { id = $"k{number}", title = $"Bài số {number}", body = "Một đoạn văn.", publishedAt = "2026-01-01" })), TestContext.Current.CancellationToken);
        var random = new Random(7);

        // The follower of a serving process commits to the index while the importer commits to the database; both die at any moment.
        for (var round = 0; round < Kills; round++)
        {
            using var site = new Portal(folder, "--no-seed", "--urls", "http://127.0.0.1:0");
            using var import = new Portal(folder, "import", "stories", file);
            import.Process.WaitForExit(TimeSpan.FromMilliseconds(200 + random.Next(2800)));
        }

        using (var last = new Portal(folder, "import", "stories", file))
        {
            await last.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, last.Process.ExitCode);
        }

        var database = new CmsDatabase(null, folder, new ChangeSignal(), TimeProvider.System);
        await using var db = database.Open();
        var live = await db.LiveItems().Select(item => item.ExternalId).ToListAsync(TestContext.Current.CancellationToken);
        var positions = await db.Changes.OrderBy(change => change.Position).Select(change => change.Position).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Stories, live.Distinct().Count());
        Assert.Equal(Stories, live.Count);
        Assert.Equal(Enumerable.Range(1, positions.Count).Select(position => (long)position), positions);
        Assert.Equal(positions.Count, await db.Clocks.Select(clock => clock.Position).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(Stories, await IndexedAfterRestartAsync(folder));
    }

    /// <summary>What the index holds once a process has followed the log to its end, without being told to build anew.</summary>
    private static async Task<int> IndexedAfterRestartAsync(string folder)
    {
        var port = 21000 + Environment.ProcessId % 9000;
        using var site = new Portal(folder, "--no-seed", "--urls", $"http://127.0.0.1:{port}");
        using var handler = new SocketsHttpHandler();
        using var invoker = new HttpMessageInvoker(handler);
        while (!site.Process.HasExited)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/api/v1/search?type=story&limit=0");
                using var answer = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
                if (answer.IsSuccessStatusCode)
                {
                    return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("total").GetInt32();
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            site.Process.WaitForExit(TimeSpan.FromMilliseconds(100));
        }

        return -1;
    }

    /// <summary>The real program as a process of its own; leaving its scope kills it as the power cut would.</summary>
    private sealed class Portal : IDisposable
    {
        public Portal(string folder, params string[] arguments)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
            start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PhongTho.Portal.dll"));
            foreach (var argument in arguments.Concat(["--data", folder]))
            {
                start.ArgumentList.Add(argument);
            }

            Process = Process.Start(start)!;
            Process.OutputDataReceived += static (_, _) => { };
            Process.ErrorDataReceived += static (_, _) => { };
            Process.BeginOutputReadLine();
            Process.BeginErrorReadLine();
        }

        public Process Process { get; }

        public void Dispose()
        {
            if (!Process.HasExited)
            {
                Process.Kill(entireProcessTree: true);
                Process.WaitForExit();
            }

            Process.Dispose();
        }
    }
}
