using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Editing;

/// <summary>Finds free addresses: a taken slug gets a suffix, and an address that once led somewhere is never given away.</summary>
public sealed class Paths(CmsDb db)
{
    private const int LookAhead = 8;

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> suffixes = new(StringComparer.Ordinal);

    /// <summary>A free address for an item of this type with this title (or wished slug). Remembers what it gave.</summary>
    /// <param name="reserved">Addresses of sections and of the house itself.</param>
    public async Task<string> TakeAsync(ContentType type, string titleOrSlug, Func<string, bool> reserved, CancellationToken cancellation)
    {
        var wished = type.PathOf(Slug.Of(titleOrSlug));
        for (var suffix = suffixes.GetValueOrDefault(wished, 1); ; suffix++)
        {
            var path = With(wished, suffix);
            if (!known.Contains(path))
            {
                // Of a title used a thousand times, all suffixes are not asked for one by one.
                await LookUpAsync(Enumerable.Range(suffix, suffix == 1 ? 1 : Math.Max(LookAhead, suffix)).Select(next => With(wished, next)), cancellation);
            }

            if (!reserved(path) && taken.Add(path))
            {
                suffixes[wished] = suffix + 1;
                return path;
            }
        }
    }

    /// <summary>Asks at once for the addresses of many titles that are about to be taken.</summary>
    public Task LookUpAsync(ContentType type, IEnumerable<string> titlesOrSlugs, CancellationToken cancellation) =>
        LookUpAsync(titlesOrSlugs.Select(title => type.PathOf(Slug.Of(title))), cancellation);

    /// <summary>True when the address is one that this title was or could have been given.</summary>
    public static bool IsMadeFrom(string path, ContentType type, string title)
    {
        var wished = type.PathOf(Slug.Of(title));
        return path == wished || (path.StartsWith(wished + "-", StringComparison.Ordinal) && path.AsSpan(wished.Length + 1).ContainsAnyExceptInRange('0', '9') is false);
    }

    private static string With(string path, int suffix) => suffix == 1 ? path : string.Create(CultureInfo.InvariantCulture, $"{path}-{suffix}");

    private async Task LookUpAsync(IEnumerable<string> paths, CancellationToken cancellation)
    {
        string[] asked = [.. paths.Where(known.Add)];
        taken.UnionWith(await db.Items.Where(item => asked.Contains(item.Path)).Select(static item => item.Path).ToListAsync(cancellation));
        taken.UnionWith(await db.Aliases.Where(alias => asked.Contains(alias.Path)).Select(static alias => alias.Path).ToListAsync(cancellation));
    }
}
