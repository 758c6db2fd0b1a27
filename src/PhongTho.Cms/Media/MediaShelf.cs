using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Media;

/// <summary>What is asked of the library's list.</summary>
public sealed record MediaQuery
{
    /// <summary>Files in this folder and below; null for all of them.</summary>
    public string? Folder { get; init; }

    /// <summary>All of these words, with or without marks, in path, alternative text, caption or credit.</summary>
    public string? Words { get; init; }

    public MediaKind? Kind { get; init; }

    /// <summary>Only pictures nobody has described yet.</summary>
    public bool LacksDescription { get; init; }

    /// <summary>Key of who brought them; null for everybody.</summary>
    public string? Of { get; init; }

    /// <summary>The last file of the page before; null for the newest.</summary>
    public MediaId? After { get; init; }

    public int Count { get; init; } = 48;
}

/// <summary>A page of the list; <paramref name="Next"/> is what to ask after, null at the end.</summary>
public sealed record MediaPage(IReadOnlyList<MediaFile> Files, MediaId? Next, int Total);

public sealed record MediaFolder(string Path, int Files);

/// <summary>Looking through the library: folders, lists, one file, who shows it.</summary>
public sealed class MediaShelf(CmsDatabase database)
{
    private const int MostCount = 200;

    /// <summary>Folders that hold files, by path.</summary>
    public async Task<IReadOnlyList<MediaFolder>> FoldersAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var folders = await db.Media.GroupBy(static file => file.Folder).Select(static group => new MediaFolder(group.Key, group.Count())).ToListAsync(cancellation);
        return [.. folders.OrderBy(static folder => folder.Path, StringComparer.Ordinal)];
    }

    /// <summary>Newest first. A file that comes or goes meanwhile repeats or skips no other.</summary>
    public async Task<MediaPage> ListAsync(MediaQuery query, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var files = Filter(db.Media, query);
        var total = await files.CountAsync(cancellation);
        if (query.After is { } last)
        {
            files = files.Where(file => file.Id < last);
        }

        var count = Math.Clamp(query.Count, 1, MostCount);
        var rows = await files.OrderByDescending(static file => file.Id).Take(count + 1).ToListAsync(cancellation);
        return new MediaPage(rows[..Math.Min(count, rows.Count)], rows.Count > count ? rows[count - 1].Id : null, total);
    }

    public async Task<MediaFile?> FindAsync(MediaId id, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.Media.SingleOrDefaultAsync(file => file.Id == id, cancellation);
    }

    /// <summary>These files, in this order, without those that are gone.</summary>
    public async Task<IReadOnlyList<MediaFile>> FindAllAsync(IReadOnlyList<MediaId> ids, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var found = await db.Media.Where(file => ids.Contains(file.Id)).ToDictionaryAsync(static file => file.Id, cancellation);
        return [.. ids.Distinct().Select(found.GetValueOrDefault).OfType<MediaFile>()];
    }

    /// <summary>The pictures of a text that stand in it without words and are not called decoration, as far as the library has them.</summary>
    public async Task<IReadOnlyList<MediaFile>> UndescribedAsync(ContentBody body, CancellationToken cancellation)
    {
        MediaId[] ids = [.. BodyReading.Pictures(body).Where(static picture => string.IsNullOrWhiteSpace(picture.Alt)).Select(static picture => picture.Media).Distinct()];
        return [.. (await FindAllAsync(ids, cancellation)).Where(static file => !file.IsDecorative)];
    }

    /// <summary>Who brought it, as colleagues call them; null when nobody in particular did.</summary>
    public async Task<string?> BringerAsync(MediaFile file, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return Guid.TryParse(file.UploadedBy, out var id)
            ? await db.Users.Where(member => member.Id == id).Select(static member => member.Name).SingleOrDefaultAsync(cancellation)
            : null;
    }

    /// <summary>Everything that shows the file.</summary>
    public async Task<IReadOnlyList<MediaUse>> UsesAsync(MediaId id, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await MediaUses.OfAsync(db, id, cancellation);
    }

    private static IQueryable<MediaFile> Filter(IQueryable<MediaFile> files, MediaQuery query)
    {
        if (query.Folder is { } folder)
        {
            var below = folder + "/";
            files = files.Where(file => file.Folder == folder || file.Folder.StartsWith(below));
        }

        if (query.Kind is { } kind)
        {
            var prefix = MediaKinds.PrefixOf(kind);
            files = files.Where(file => file.ContentType.StartsWith(prefix));
        }

        if (query.LacksDescription)
        {
            var pictures = MediaKinds.PrefixOf(MediaKind.Image);
            files = files.Where(file => file.ContentType.StartsWith(pictures) && !file.IsDecorative && file.Alt == null);
        }

        if (query.Of is { } owner)
        {
            files = files.Where(file => file.UploadedBy == owner);
        }

        foreach (var word in Folding.Fold(query.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            files = files.Where(file => file.Words.Contains(word));
        }

        return files;
    }
}
