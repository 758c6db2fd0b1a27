using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Media;

/// <summary>Names of files and folders as the library writes them: safe in an address and on any disk, with the ending of what the file is.</summary>
public static class MediaNames
{
    private const int MostFolders = 5;

    /// <summary>A folder as it is kept; empty for the top.</summary>
    public static string Folder(string wished) =>
        string.Join('/', wished.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(static part => part.Any(char.IsLetterOrDigit)).Take(MostFolders).Select(static part => Short(Slug.Of(part), 40)));

    /// <summary>The part of a path above the name.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "";

    /// <summary>A path nobody has: a taken name gets a number.</summary>
    internal static async Task<string> TakeAsync(CmsDb db, string folder, string name, string contentType, MediaId? self, CancellationToken cancellation)
    {
        var stem = Slug.Of(Path.GetFileNameWithoutExtension(name.Replace('\\', '/')));
        var above = Folder(folder) is { Length: > 0 } kept ? kept + "/" : "";
        for (var number = 1; ; number++)
        {
            var suffix = number == 1 ? "" : "-" + number.ToString(CultureInfo.InvariantCulture);
            var path = above + stem + suffix + MediaTypes.ExtensionOf(contentType);
            var owner = await db.Media.Where(file => file.Path == path).Select(static file => (MediaId?)file.Id).SingleOrDefaultAsync(cancellation);
            if (owner is null || owner == self)
            {
                return path;
            }
        }
    }

    /// <summary>Gives the file its path and everything that follows from it.</summary>
    internal static void Place(MediaFile file, string path)
    {
        file.Path = path;
        file.Folder = FolderOf(path);
        file.Words = WordsOf(file);
    }

    /// <summary>What the file is found by.</summary>
    internal static string WordsOf(MediaFile file) => Folding.Fold(string.Join(' ', file.Path, file.Alt, file.Caption, file.Credit));

    private static string Short(string slug, int most) => slug.Length <= most ? slug : slug[..most].Trim('-');
}
