using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PhongTho.Cms.Seeding;

/// <summary>The files of a content folder, by names and in an order that do not depend on the machine. Hidden files are not part of it.</summary>
internal sealed class SeedFolder
{
    private readonly string root;
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public SeedFolder(string root)
    {
        this.root = root;
        var signature = new StringBuilder();
        foreach (var (name, file) in Entries(new DirectoryInfo(root)).OrderBy(static entry => entry.Name, StringComparer.Ordinal))
        {
            names[name] = file.FullName;
            signature.Append(CultureInfo.InvariantCulture, $"{name}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}\n");
        }

        Signature = HashOf(Encoding.UTF8.GetBytes(signature.ToString()));
    }

    /// <summary>Another one as soon as any file was added, removed or written to; costs no reading.</summary>
    public string Signature { get; }

    /// <summary>Paths under the folder, with <c>/</c>.</summary>
    public IReadOnlyCollection<string> Files => names.Keys;

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public bool Has(string file) => names.ContainsKey(file);

    public Task<byte[]> ReadAsync(string file, CancellationToken cancellation) => File.ReadAllBytesAsync(names[file], cancellation);

    /// <summary>The file as text, in the one normal form.</summary>
    public static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).Normalize(NormalizationForm.FormC);

    private IEnumerable<(string Name, FileInfo File)> Entries(DirectoryInfo folder) =>
        folder.EnumerateFiles("*", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(root, file.FullName).Replace('\\', '/').Normalize(NormalizationForm.FormC), file))
            .Where(static entry => !entry.Name.Split('/').Any(static part => part.StartsWith('.')));
}
