using System.Text;
using Xunit;

namespace PhongTho.Tests.Fixtures;

/// <summary>A content folder on disk: written file by file, and read back as one text to compare.</summary>
public static class ContentFolder
{
    /// <summary>Makes a new folder under the test's own with these files.</summary>
    public static async Task<string> WriteAsync(TestDatabase test, params (string Name, string Text)[] files)
    {
        var folder = Path.Combine(test.Folder, "content");
        foreach (var (name, text) in files)
        {
            var file = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, new UTF8Encoding(false), TestContext.Current.CancellationToken);
        }

        return folder;
    }

    /// <summary>Every file with its bytes, one character a byte so that nothing is lost between them.</summary>
    public static IReadOnlyDictionary<string, string> Read(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), file => Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparer.Ordinal);

    /// <summary>Fails with the first file that differs.</summary>
    public static void Same(string expected, string actual)
    {
        var (left, right) = (Read(expected), Read(actual));
        Assert.Equal(left.Keys.Order(StringComparer.Ordinal), right.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, bytes) in left)
        {
            Assert.True(bytes == right[name], $"{name} differs.\n{File.ReadAllText(Path.Combine(expected, name))}\n≠\n{File.ReadAllText(Path.Combine(actual, name))}");
        }
    }
}
