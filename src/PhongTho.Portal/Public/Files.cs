using Microsoft.Net.Http.Headers;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Publishing;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Public;

/// <summary>Media by hash: immutable, and only while something public shows the file. Photographs are sent re-encoded, never as they came.</summary>
public static class Files
{
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/media/{hash:length(16)}/{name}", Reading, ServeFileAsync);
        routes.MapMethods("/media/{hash:length(16)}/{width:int}/{name}", Reading, ServeRenditionAsync);
    }

    private static Task<IResult> ServeFileAsync(string hash, string name, HttpContext context, PublishedMedia media, CancellationToken cancellation) =>
        ServeAsync(context, media, hash, null, name, cancellation);

    private static Task<IResult> ServeRenditionAsync(string hash, int width, string name, HttpContext context, PublishedMedia media, CancellationToken cancellation) =>
        ServeAsync(context, media, hash, width, name, cancellation);

    private static async Task<IResult> ServeAsync(HttpContext context, PublishedMedia media, string hash, int? width, string name, CancellationToken cancellation) =>
        await media.FindAsync(hash, width, name, cancellation) switch
        {
            FoundMedia.Here { Rendition: { } rendition } photograph => await SendAsync(context, photograph.File, rendition, cancellation),
            FoundMedia.Here here => Send(context, here.File),

            // Not for ever: the file may be replaced again.
            FoundMedia.Moved moved => Results.Redirect(moved.To),
            _ => await Answers.NoticeAsync(context.RequestServices.GetRequiredService<Published>(), NoticeKind.Missing, context.Request.Path, null, cancellation),
        };

    private static async Task<IResult> SendAsync(HttpContext context, MediaFile file, Rendition rendition, CancellationToken cancellation)
    {
        var pictures = context.RequestServices.GetRequiredService<PictureFiles>();
        switch (await pictures.MakeAsync(file.Hash, rendition, cancellation))
        {
            case PictureAnswer.Made:
                context.Response.Headers.CacheControl = Forever;
                return Results.File(pictures.PathOf(file.Hash, rendition), rendition.ContentType, entityTag: Tag($"{file.Hash[..16]}-{rendition.FileName}"));
            case PictureAnswer.Busy:
                context.Response.Headers.RetryAfter = "5";
                context.Response.Headers.CacheControl = "no-store";
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            default:
                return await Answers.NoticeAsync(context.RequestServices.GetRequiredService<Published>(), NoticeKind.Missing, context.Request.Path, null, cancellation);
        }
    }

    private static IResult Send(HttpContext context, MediaFile file)
    {
        var store = context.RequestServices.GetRequiredService<MediaStore>();
        context.Response.Headers.CacheControl = Forever;
        context.Response.Headers.ContentSecurityPolicy = FileSafety.PolicyOf(file.ContentType);
        return Results.File(
            store.PathOf(file.Hash), file.ContentType, MediaTypes.IsSavedOnly(file.ContentType) ? file.Name : null, entityTag: Tag(file.Hash[..16]), enableRangeProcessing: true);
    }

    private static EntityTagHeaderValue Tag(string text) => new($"\"{text}\"");
}
