using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using PhongTho.Cms.Data;
using PhongTho.Cms.Media;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>Media by hash: immutable, and only while something public shows the file.</summary>
public static class Files
{
    public static void MapFiles(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/media/{hash:length(16)}/{name}", [HttpMethods.Get, HttpMethods.Head], ServeAsync);

    private static async Task<IResult> ServeAsync(
        string hash, string name, HttpContext context, CmsDatabase database, MediaStore store, Published published, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var files = await db.Media.Where(row => row.Hash.StartsWith(hash)).ToListAsync(cancellation);
        foreach (var file in files.Where(file => file.Name == name))
        {
            if (await published.ShowsMediaAsync(file.Id, cancellation))
            {
                return Send(context, file, store);
            }
        }

        return await Answers.NoticeAsync(published, NoticeKind.Missing, context.Request.Path, null, cancellation);
    }

    private static IResult Send(HttpContext context, MediaFile file, MediaStore store)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";

        // A drawing opened on its own must not become a page that runs.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return Results.File(store.PathOf(file.Hash), file.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Hash[..16]}\""), enableRangeProcessing: true);
    }
}
