using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhongTho.Portal.Hosting;
using Xunit;

[assembly: AssemblyFixture(typeof(PhongTho.Browser.Tests.LivePortal))]

namespace PhongTho.Browser.Tests;

/// <summary>The portal with its own content on a real socket, and a real Chromium in front of it; one for all tests.</summary>
public sealed class LivePortal : WebApplicationFactory<Program>, IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly string folder = Directory.CreateTempSubdirectory("phongtho-browser-").FullName;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public LivePortal() => UseKestrel(0);

    public string Url { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        StartServer();
        Url = ClientOptions.BaseAddress.ToString().TrimEnd('/');
        await Services.GetRequiredService<Readiness>().WhenReady;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",

                // The foreign page of a test has no address of its own, and Chromium keeps such pages from framing this machine.
                "--disable-features=LocalNetworkAccessChecks",
            ],
        });
    }

    /// <summary>A fresh page that fails the test on any error in its console.</summary>
    public async Task<Reader> OpenAsync(int width = 1280, bool isDark = false, bool hasScript = true)
    {
        if (browser is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", $"No Chromium at {Chromium}: install it to run the browser tests.");
            Assert.Fail($"No Chromium at {Chromium}.");
        }

        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Url,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = hasScript,
            Locale = "vi-VN",
        });
        return new Reader(context, await context.NewPageAsync());
    }

    public override async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("PhongTho:Data", folder);
        builder.UseSetting("PhongTho:SignInsPerMinute", "10000");
        builder.UseSetting("PhongTho:Content", Path.Combine(Root(AppContext.BaseDirectory), "content"));
    }

    private static string Root(string start) =>
        File.Exists(Path.Combine(start, "PhongTho.Portal.sln")) ? start : Root(Path.GetDirectoryName(start) ?? throw new InvalidOperationException("Outside the repository."));
}

/// <summary>A reader before a screen: the page, and all it complained about.</summary>
public sealed class Reader : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    internal Reader(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>What the console said, without the status of a page that is meant to answer an error.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints.Where(complaint => !complaint.Contains("the server responded with a status of 4", StringComparison.Ordinal))];

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
