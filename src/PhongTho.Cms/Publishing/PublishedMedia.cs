using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;

namespace PhongTho.Cms.Publishing;

/// <summary>What stands at an address of a file.</summary>
public abstract record FoundMedia
{
    private FoundMedia()
    {
    }

    /// <param name="Rendition">What of a photograph is asked for; null for files that are sent as they are.</param>
    public sealed record Here(MediaFile File, Rendition? Rendition) : FoundMedia;

    public sealed record Moved(string To) : FoundMedia;

    public sealed record Missing : FoundMedia;
}

/// <summary>Files readers may have, by address. The bytes of a photograph as it was uploaded (with the place it was taken at) are never among them.</summary>
public sealed class PublishedMedia(CmsDatabase database, Published published)
{
    /// <summary>The file at <c>/media/{hash}/{name}</c>, or at <c>/media/{hash}/{width}/{name}</c>.</summary>
    public async Task<FoundMedia> FindAsync(string hash, int? width, string name, CancellationToken cancellation)
    {
        await using var db = database.Open();
        foreach (var file in await WithHashAsync(db, hash, cancellation))
        {
            if (At(file, width, name) is { } found && await published.ShowsMediaAsync(file.Id, cancellation))
            {
                return found;
            }
        }

        foreach (var (file, formerName) in await FormerlyAsync(db, hash, cancellation))
        {
            if (WasAt(formerName, width, name) && await published.ShowsMediaAsync(file.Id, cancellation))
            {
                return new FoundMedia.Moved(file.Url);
            }
        }

        return new FoundMedia.Missing();
    }

#pragma warning disable CA1309 // Translated to SQL.
    /// <summary>A range, because databases look for a beginning row by row.</summary>
    private static Task<List<MediaFile>> WithHashAsync(CmsDb db, string hash, CancellationToken cancellation)
    {
        var end = hash + "g";
        return db.Media.Where(file => string.Compare(file.Hash, hash) >= 0 && string.Compare(file.Hash, end) < 0).OrderBy(static file => file.Id).ToListAsync(cancellation);
    }
#pragma warning restore CA1309

    private static async Task<IReadOnlyList<(MediaFile File, string Name)>> FormerlyAsync(CmsDb db, string hash, CancellationToken cancellation)
    {
        var rows = await db.FormerMediaAddresses.Where(address => address.Hash == hash)
            .Join(db.Media, static address => address.MediaId, static file => file.Id, static (address, file) => new { File = file, address.Name }).ToListAsync(cancellation);
        return [.. rows.Select(static row => (row.File, row.Name))];
    }

    private static FoundMedia? At(MediaFile file, int? width, string name)
    {
        if (width is null)
        {
            return file.Name != name ? null : file.IsRaster ? new FoundMedia.Moved(file.Url) : new FoundMedia.Here(file, null);
        }

        var isIt = file.IsRaster && Path.GetFileNameWithoutExtension(file.Name) == Path.GetFileNameWithoutExtension(name);
        return isIt && Rendition.FormatOf(Path.GetExtension(name)) is { } format && new Rendition(width.Value, format) is var asked
            && PictureWidths.Has(file.Width, file.Height, asked)
            ? new FoundMedia.Here(file, asked)
            : null;
    }

    private static bool WasAt(string formerName, int? width, string name) => width is null
        ? formerName == name
        : Path.GetFileNameWithoutExtension(formerName) == Path.GetFileNameWithoutExtension(name) && Rendition.FormatOf(Path.GetExtension(name)) is not null;
}
