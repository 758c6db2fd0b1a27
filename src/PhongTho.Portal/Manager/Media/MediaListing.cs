using Microsoft.AspNetCore.Http.Extensions;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Media;

/// <summary>What an address asks of the library's list. Whatever somebody types into it, it asks something.</summary>
/// <param name="Root">The list's own address.</param>
public sealed record MediaAsk(string Root, string Words, MediaKind? Kind, string? Folder, bool LacksDescription, MediaId? After)
{
    public bool IsNarrowed => Words.Length > 0 || Kind is not null || LacksDescription;

    public static MediaAsk Of(string root, IQueryCollection query) => new(
        root, query["q"].ToString().Trim(), MediaKinds.Find(query["kind"]), query["folder"].ToString() is { Length: > 0 } folder ? MediaNames.Folder(folder) : null,
        query["undescribed"] == "true", Guid.TryParse(query["after"], out var after) ? new MediaId(after) : null);

    /// <summary>The same question in another folder, from its beginning.</summary>
    public string In(string? folder) => (this with { Folder = folder, After = null }).Address;

    /// <summary>The page after a file; null for the first page.</summary>
    public string From(MediaId? after) => (this with { After = after }).Address;

    public string Address
    {
        get
        {
            var query = new QueryBuilder();
            Add("q", Words);
            Add("kind", Kind is { } kind ? MediaKinds.KeyOf(kind) : "");
            Add("folder", Folder ?? "");
            Add("undescribed", LacksDescription ? "true" : "");
            Add("after", After?.ToString() ?? "");
            return Root + query.ToQueryString();

            void Add(string key, string value)
            {
                if (value.Length > 0)
                {
                    query.Add(key, value);
                }
            }
        }
    }
}

/// <summary>A page of the library as screens show it: the files, and the folders one step further down.</summary>
public sealed record MediaListing(MediaAsk Ask, MediaPage Page, IReadOnlyList<MediaFolder> Folders, IReadOnlyList<string> AllFolders)
{
    /// <summary>The folder shown and those above it, the outermost first.</summary>
    public IEnumerable<string> Trail => Ask.Folder is { } folder
        ? Enumerable.Range(1, folder.Split('/').Length).Select(depth => string.Join('/', folder.Split('/').Take(depth)))
        : [];

    public static async Task<MediaListing> ReadAsync(MediaShelf shelf, MediaAsk ask, int count, CancellationToken cancellation)
    {
        var folders = await shelf.FoldersAsync(cancellation);
        var page = await shelf.ListAsync(
            new MediaQuery { Words = ask.Words, Kind = ask.Kind, Folder = ask.Folder, LacksDescription = ask.LacksDescription, After = ask.After, Count = count }, cancellation);
        return new MediaListing(ask, page, Below(folders, ask.Folder), [.. folders.Select(static folder => folder.Path).Where(static path => path.Length > 0)]);
    }

    private static IReadOnlyList<MediaFolder> Below(IReadOnlyList<MediaFolder> folders, string? above)
    {
        var start = above is null ? "" : above + "/";
        return
        [
            .. folders.Where(folder => folder.Path.Length > start.Length && folder.Path.StartsWith(start, StringComparison.Ordinal))
                .GroupBy(folder => start + folder.Path[start.Length..].Split('/')[0], StringComparer.Ordinal)
                .Select(static group => new MediaFolder(group.Key, group.Sum(static folder => folder.Files)))
                .OrderBy(static folder => folder.Path, StringComparer.Ordinal),
        ];
    }
}
