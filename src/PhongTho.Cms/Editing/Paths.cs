using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Editing;

/// <summary>Finds free addresses: a taken slug gets a suffix, and an address that once led somewhere is never given away.</summary>
public sealed class Paths(CmsDb db)
{
    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    /// <summary>A free address for an item of this type with this title (or wished slug). Remembers what it gave.</summary>
    /// <param name="reserved">Addresses of sections and of the house itself.</param>
    public async Task<string> TakeAsync(ContentType type, string titleOrSlug, Func<string, bool> reserved, CancellationToken cancellation)
    {
        var wished = type.PathOf(Slug.Of(titleOrSlug));
        var path = wished;
        for (var suffix = 2; !await TryTakeAsync(path, reserved, cancellation); suffix++)
        {
            path = string.Create(CultureInfo.InvariantCulture, $"{wished}-{suffix}");
        }

        return path;
    }

    private async Task<bool> TryTakeAsync(string path, Func<string, bool> reserved, CancellationToken cancellation)
    {
        if (reserved(path) || given.Contains(path)
            || await db.Items.AnyAsync(item => item.Path == path, cancellation)
            || await db.Aliases.AnyAsync(alias => alias.Path == path, cancellation))
        {
            return false;
        }

        return given.Add(path);
    }
}
