using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace PhongTho.Tests.Fixtures;

/// <summary>An approved output kept beside the tests. Run with GOLDEN=write to approve a new one; the difference is reviewed like code.</summary>
public static class GoldenFile
{
    public static async Task MatchAsync(string actual, string name, [CallerFilePath] string caller = "")
    {
        var tests = Path.Combine(Repository.Root, "tests", "PhongTho.Tests");
        var file = Path.Combine(tests, "Golden", name);
        var text = actual.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(false), TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(File.Exists(file), $"{name} is not approved yet: run with GOLDEN=write and look at it ({Path.GetFileName(caller)}).");
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), text);
    }
}
