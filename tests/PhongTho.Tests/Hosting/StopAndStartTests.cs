using System.Net;
using System.Text;
using System.Text.Json;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Hosting;

/// <summary>The real program as the operator meets it: it says when it is ready, stops when asked to, and starts again over the same folder.</summary>
public sealed class StopAndStartTests
{
    [Fact(Timeout = 180_000)]
    public async Task It_says_when_it_is_ready_ends_well_when_asked_to_and_starts_again()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-stop-");
        try
        {
            for (var start = 0; start < 2; start++)
            {
                using var portal = new PortalProcess("--data", folder.FullName, "--content", Repository.Content, "--urls", "http://127.0.0.1:0");
                var address = await portal.AddressAsync(TestContext.Current.CancellationToken);
                var answers = await UntilReadyAsync(portal, address);

                Assert.All(answers.SkipLast(1), answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status));
                Assert.All(answers.SkipLast(1), answer => Assert.StartsWith("Đang ", answer.Text, StringComparison.Ordinal));
                Assert.Equal("Sẵn sàng.", answers[^1].Text);
                Assert.Equal(HttpStatusCode.OK, (await AskAsync(address, "/nguoi-tot-viec-tot")).Status);

                await portal.AskToStopAsync(TestContext.Current.CancellationToken);
                Assert.True(portal.Process.ExitCode == 0, portal.Said);
                Assert.DoesNotContain("fail:", portal.Said, StringComparison.Ordinal);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task Asked_to_stop_while_it_imports_it_ends_well_and_the_next_start_brings_the_rest()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-stop-");
        try
        {
            var content = await ManyStoriesAsync(folder.FullName);
            using (var portal = new PortalProcess("--data", folder.FullName, "--content", content, "--urls", "http://127.0.0.1:0"))
            {
                await portal.AddressAsync(TestContext.Current.CancellationToken);
                await portal.AskToStopAsync(TestContext.Current.CancellationToken);
                Assert.True(portal.Process.ExitCode == 0, portal.Said);
            }

            using var again = new PortalProcess("--data", folder.FullName, "--content", content, "--urls", "http://127.0.0.1:0");
            var address = await again.AddressAsync(TestContext.Current.CancellationToken);
            await UntilReadyAsync(again, address);
            var list = JsonDocument.Parse((await AskAsync(address, "/api/v1/stories?limit=1")).Text).RootElement;
            Assert.Equal(600, list.GetProperty("total").GetInt32());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task It_says_what_is_wrong_and_ends_badly_when_it_cannot_start()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-stop-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "portal.db"), new string('x', 4096), TestContext.Current.CancellationToken);
            using var portal = new PortalProcess("--data", folder.FullName, "--no-seed", "--urls", "http://127.0.0.1:0");

            await portal.Process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Equal(1, portal.Process.ExitCode);
            Assert.Contains("The portal could not start.", portal.Said, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> ManyStoriesAsync(string folder)
    {
        var stories = Directory.CreateDirectory(Path.Combine(folder, "content", "stories"));
        foreach (var number in Enumerable.Range(0, 600))
        {
            var text = $"---\ntrang-thai: xuat-ban\ndang-luc: 2024-01-01T00:00:00Z\ntieu-de: Bài {number}\n---\n\nNội dung.\n";
            await File.WriteAllTextAsync(Path.Combine(stories.FullName, $"bai-{number}.md"), text, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        }

        return Path.Combine(folder, "content");
    }

    /// <summary>Every different answer on the way, the last one being that it is ready.</summary>
    private static async Task<List<(HttpStatusCode Status, string Text)>> UntilReadyAsync(PortalProcess portal, string address)
    {
        var answers = new List<(HttpStatusCode Status, string Text)>();
        do
        {
            Assert.False(portal.Process.HasExited, portal.Said);
            var answer = await AskAsync(address, "/health/ready");
            if (answers.Count == 0 || answers[^1] != answer)
            {
                answers.Add(answer);
            }
        }
        while (answers[^1].Status != HttpStatusCode.OK);
        return answers;
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(string address, string path)
    {
        using var handler = new SocketsHttpHandler();
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, address + path);
        using var answer = await invoker.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
