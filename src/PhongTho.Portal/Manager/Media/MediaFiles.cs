using System.Globalization;
using Microsoft.Net.Http.Headers;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Model;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager.Media;

/// <summary>Files of the library as the newsroom sees them, published or not. Photographs come re-encoded; as they came only to those who may have them so.</summary>
public static class MediaFiles
{
    private const string Root = "/manager/media/file";

    private const string Kept = "private, max-age=604800, immutable";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Address of the file, at least this wide; it changes with the bytes, so that browsers may keep what they have.</summary>
    public static string AddressOf(MediaFile file, int? width = null) => width is null || !file.IsRaster
        ? $"{Root}/{file.Id}?v={file.Hash[..8]}"
        : string.Create(CultureInfo.InvariantCulture, $"{Root}/{file.Id}/{width}?v={file.Hash[..8]}");

    /// <summary>Address of the bytes as they came.</summary>
    public static string OriginalOf(MediaFile file) => $"{Root}/{file.Id}?original=true";

    public static void MapMediaFiles(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup(Root).RequireAuthorization(ManagerSetup.Library);
        files.MapMethods("/{id:guid}", Reading, static (Guid id, bool? original, HttpContext context, CancellationToken cancellation) =>
            ServeAsync(context, new MediaId(id), int.MaxValue, original ?? false, cancellation));
        files.MapMethods("/{id:guid}/{width:int:min(1)}", Reading, static (Guid id, int width, HttpContext context, CancellationToken cancellation) =>
            ServeAsync(context, new MediaId(id), width, false, cancellation));
    }

    private static async Task<IResult> ServeAsync(HttpContext context, MediaId id, int width, bool isOriginal, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (await context.RequestServices.GetRequiredService<MediaShelf>().FindAsync(id, cancellation) is not { } file)
        {
            return Results.NotFound();
        }

        if (isOriginal)
        {
            return MediaRules.WhyNotDownload(file, context.User.ToActor()) is { } reason
                ? Results.Problem(reason.Message, statusCode: StatusCodes.Status403Forbidden)
                : Send(context, file, file.Name);
        }

        context.Response.Headers.CacheControl = context.Request.Query["v"] == file.Hash[..8] ? Kept : "private, no-cache";
        return file.IsRaster
            ? await SendAsync(context, file, PictureWidths.For(file.Width, file.Height, width), cancellation)
            : Send(context, file, MediaTypes.IsSavedOnly(file.ContentType) ? file.Name : null);
    }

    private static async Task<IResult> SendAsync(HttpContext context, MediaFile file, int width, CancellationToken cancellation)
    {
        var pictures = context.RequestServices.GetRequiredService<PictureFiles>();
        var rendition = Choose(context.Request, pictures, file, width);
        switch (await pictures.MakeAsync(file.Hash, rendition, cancellation))
        {
            case PictureAnswer.Made:
                context.Response.Headers.Vary = HeaderNames.Accept;
                return Results.File(pictures.PathOf(file.Hash, rendition), rendition.ContentType, entityTag: new EntityTagHeaderValue($"\"{file.Hash[..16]}-{rendition.FileName}\""));
            case PictureAnswer.Busy:
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers.RetryAfter = "5";
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            default:
                return Results.NotFound();
        }
    }

    /// <summary>The smallest format the browser shows; AVIF takes its time, so only when it is there already.</summary>
    private static Rendition Choose(HttpRequest request, PictureFiles pictures, MediaFile file, int width)
    {
        var accepted = request.Headers.Accept.ToString();
        var avif = new Rendition(width, PictureFormat.Avif);
        if (accepted.Contains(avif.ContentType, StringComparison.Ordinal) && File.Exists(pictures.PathOf(file.Hash, avif)))
        {
            return avif;
        }

        return new Rendition(width, accepted.Contains(MediaTypes.WebP, StringComparison.Ordinal) ? PictureFormat.WebP : PictureFormat.Jpeg);
    }

    private static IResult Send(HttpContext context, MediaFile file, string? savedAs)
    {
        var store = context.RequestServices.GetRequiredService<MediaStore>();
        context.Response.Headers.ContentSecurityPolicy = FileSafety.PolicyOf(file.ContentType);
        return Results.File(store.PathOf(file.Hash), file.ContentType, savedAs, entityTag: new EntityTagHeaderValue($"\"{file.Hash[..16]}\""), enableRangeProcessing: true);
    }
}
