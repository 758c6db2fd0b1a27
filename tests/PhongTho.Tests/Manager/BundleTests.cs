using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Manager;

/// <summary>The committed bundles are what the sources make. Built by <c>npm ci &amp;&amp; npm run build</c> beside the sources.</summary>
public sealed class BundleTests
{
    private static readonly string sources = Path.Combine(Repository.Root, "src", "PhongTho.Portal", "Manager", "Scripts");
    private static readonly string bundles = Path.Combine(Repository.Root, "src", "PhongTho.Portal", "wwwroot", "manager");

    [Theory]
    [InlineData("manager.js")]
    [InlineData("editor.js")]
    public async Task A_bundle_was_built_after_its_sources_were_last_changed(string name)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Directory.EnumerateFiles(sources, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(sources, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("node_modules/", StringComparison.Ordinal) && Path.GetExtension(file) is ".js" or ".mjs" or ".json")
            .Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + "\n"));
            hash.AppendData(await File.ReadAllBytesAsync(Path.Combine(sources, file), TestContext.Current.CancellationToken));
        }

        using var reader = File.OpenText(Path.Combine(bundles, name));
        var first = await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.True(first?.EndsWith(Convert.ToHexStringLower(hash.GetHashAndReset()), StringComparison.Ordinal), $"{name} is older than its sources: run npm run build in Manager/Scripts.");
    }

    [Fact]
    public async Task Building_again_gives_the_same_bytes()
    {
        Assert.SkipUnless(Directory.Exists(Path.Combine(sources, "node_modules", "esbuild")), "Nothing to build with: run npm ci in src/PhongTho.Portal/Manager/Scripts.");
        var folder = Directory.CreateTempSubdirectory("phongtho-bundles-").FullName;
        using var node = Process.Start(new ProcessStartInfo("node", ["build.mjs", folder]) { WorkingDirectory = sources })!;
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, node.ExitCode);
        foreach (var built in Directory.EnumerateFiles(folder))
        {
            var committed = await File.ReadAllBytesAsync(Path.Combine(bundles, Path.GetFileName(built)), TestContext.Current.CancellationToken);
            Assert.Equal(SHA256.HashData(committed), SHA256.HashData(await File.ReadAllBytesAsync(built, TestContext.Current.CancellationToken)));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_screen_loads_little_and_only_forms_load_the_editor()
    {
        var small = await CompressedAsync("manager.js");
        var large = await CompressedAsync("editor.js");

        Assert.InRange(small, 1, 16 * 1024);
        Assert.InRange(large, 1, 150 * 1024);
    }

    private static async Task<long> CompressedAsync(string name)
    {
        using var written = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(written, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(await File.ReadAllBytesAsync(Path.Combine(bundles, name), TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        }

        return written.Length;
    }
}
