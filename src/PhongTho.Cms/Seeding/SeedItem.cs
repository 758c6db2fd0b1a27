using System.Text.RegularExpressions;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>An item of the folder: its file, and beside it the draft that differs from what is live.</summary>
/// <param name="Path">Address in the site.</param>
internal sealed partial record SeedItem(ContentType Type, string Path, string File, string? DraftFile)
{
    public const string Extension = ".md";
    public const string DraftExtension = ".nhap.md";

    /// <summary>Every item of the folder. Files that cannot be one are reported.</summary>
    public static IReadOnlyList<SeedItem> In(SeedFolder folder, SeedNotes notes)
    {
        var items = new Dictionary<string, SeedItem>(StringComparer.Ordinal);
        foreach (var file in folder.Files.Where(IsItem))
        {
            var slash = file.IndexOf('/', StringComparison.Ordinal);
            var type = ContentTypes.All.FirstOrDefault(type => type.Plural == file[..slash]);
            var isDraft = file.EndsWith(DraftExtension, StringComparison.Ordinal);
            var name = file[(slash + 1)..^(isDraft ? DraftExtension : Extension).Length];
            if (type is null)
            {
                notes.Refused(file, $"Không biết thư mục «{file[..slash]}»; nhận: {string.Join(", ", ContentTypes.All.Select(static known => known.Plural))}.");
            }
            else if (!Address().IsMatch(name))
            {
                notes.Refused(file, "Tên tệp chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.");
            }
            else if (!Add(items, new SeedItem(type, type.PathOf(type.IsTree ? name : name[(name.LastIndexOf('/') + 1)..]), file, null), isDraft))
            {
                notes.Refused(file, "Địa chỉ này đã có ở một tệp khác.");
            }
        }

        return [.. items.Values];
    }

    /// <summary>One value for all its files.</summary>
    public async Task<string> HashAsync(SeedFolder folder, CancellationToken cancellation)
    {
        byte[] bytes = DraftFile is null
            ? await folder.ReadAsync(File, cancellation)
            : [.. await folder.ReadAsync(File, cancellation), 0, .. await folder.ReadAsync(DraftFile, cancellation)];
        return SeedFolder.HashOf(bytes);
    }

    /// <summary>What its files say; null when anything is wrong, and then it is in the notes.</summary>
    public async Task<SeedContent?> ReadAsync(SeedFolder folder, ReferenceLookup references, SeedNotes notes, CancellationToken cancellation)
    {
        var main = await ReadAsync(File, folder, references, notes, cancellation);
        if (DraftFile is null || main is null)
        {
            return main is null ? null : new SeedContent(main, null);
        }

        return await ReadAsync(DraftFile, folder, references, notes, cancellation) is { } draft ? new SeedContent(main, draft) : null;
    }

    private static bool IsItem(string file) =>
        file.EndsWith(Extension, StringComparison.Ordinal) && file.Contains('/', StringComparison.Ordinal) && !file.StartsWith(SeedMedia.Folder, StringComparison.Ordinal);

    // Names are ordered so that a.md comes before a.nhap.md; a draft that stands alone is the item's file.
    private static bool Add(Dictionary<string, SeedItem> items, SeedItem item, bool isDraft)
    {
        if (items.TryAdd(item.Path, item))
        {
            return true;
        }

        if (!isDraft || items[item.Path].DraftFile is not null)
        {
            return false;
        }

        items[item.Path] = items[item.Path] with { DraftFile = item.File };
        return true;
    }

    private async Task<MarkdownFile?> ReadAsync(
        string file, SeedFolder folder, ReferenceLookup references, SeedNotes notes, CancellationToken cancellation)
    {
        var faults = new List<FileFault>();
        var read = MarkdownFile.Read(SeedFolder.Text(await folder.ReadAsync(file, cancellation)), Type, references, faults);
        notes.Refused(file, faults);
        return read;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]*(/[a-z0-9][a-z0-9_-]*)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}

/// <summary>What the files of an item say.</summary>
internal sealed record SeedContent(MarkdownFile Main, MarkdownFile? Draft)
{
    /// <summary>The bodies that are to be public, now or at their hour.</summary>
    public IEnumerable<ContentBody> Public =>
        new[] { Main, Draft }.OfType<MarkdownFile>().Where(static file => file.State is not { Standing: FileStanding.Draft, PublishAt: null }).Select(static file => file.Body);

    public IEnumerable<ContentBody> Bodies => new[] { Main, Draft }.OfType<MarkdownFile>().Select(static file => file.Body);

    public IEnumerable<ItemId> Targets => Bodies.SelectMany(BodyReading.Items);
}
