using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;

namespace PhongTho.Portal.Manager.Media;

/// <summary>A file as it stands in a form on its way in; its bytes are read once, from the wire.</summary>
public sealed record ArrivingFile(string Name, Stream Bytes);

/// <summary>
/// A form with files, read as it arrives: nothing is held in memory or written twice, and no more than the library takes is read.
/// Its short fields, the token among them, must come before its files.
/// </summary>
public sealed class UploadForm
{
    private const int MostFields = 12;

    private const int MostFieldBytes = 2048;

    private const string Token = "__RequestVerificationToken";

    /// <summary>For the form's own lines around the files.</summary>
    private const int Wrapping = 256 * 1024;

    private readonly HttpContext context;
    private readonly MultipartReader parts;
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);

    private UploadForm(HttpContext context, string boundary)
    {
        this.context = context;
        parts = new MultipartReader(boundary, context.Request.Body);
    }

    /// <summary>The form of the request, or why it is not read. Raises the limit of this one request to what the library takes.</summary>
    public static (UploadForm? Form, Refusal? Reason) Open(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<MediaLimits>();
        var most = limits.MostBytes + Wrapping;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        if (context.Request.ContentLength > most)
        {
            return (null, limits.TooBig());
        }

        return MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) && type.MediaType == "multipart/form-data"
            && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 100 } boundary
            ? (new UploadForm(context, boundary), null)
            : (null, new Refusal("form", "Trình duyệt gửi tệp lên không đúng cách. Hãy tải lại trang rồi thử lại."));
    }

    /// <summary>A short field that came before the file at hand.</summary>
    public string? Field(string name) => fields.GetValueOrDefault(name);

    /// <summary>The next file, or null after the last; the one before is skipped to its end. A choice left empty is no file.</summary>
    public async Task<ArrivingFile?> NextAsync(CancellationToken cancellation)
    {
        while (await parts.ReadNextSectionAsync(cancellation) is { } part)
        {
            if (part.GetContentDispositionHeader() is not { } said)
            {
                continue;
            }

            if (said.IsFileDisposition())
            {
                var name = HeaderUtilities.RemoveQuotes(said.FileNameStar.HasValue ? said.FileNameStar : said.FileName).Value;
                if (!string.IsNullOrWhiteSpace(name))
                {
                    return new ArrivingFile(Short(name), part.Body);
                }
            }
            else if (fields.Count < MostFields && HeaderUtilities.RemoveQuotes(said.Name).Value is { Length: > 0 } field)
            {
                fields[field] = await ReadAsync(part.Body, cancellation);
            }
        }

        return null;
    }

    /// <summary>True when the form was made by this site for this person; its token stands in a header or in a field before the first file.</summary>
    public async Task<bool> IsOursAsync()
    {
        var antiforgery = context.RequestServices.GetRequiredService<IAntiforgery>();
        if (Field(Token) is { } token)
        {
            context.Request.Headers["RequestVerificationToken"] = token;
        }

        // Without one in the header it would look for one in the body, which is being read here.
        return context.Request.Headers.ContainsKey("RequestVerificationToken") && await antiforgery.IsRequestValidAsync(context);
    }

    private static string Short(string name)
    {
        var plain = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return plain.Length <= 200 ? plain : plain[^200..];
    }

    private static async Task<string> ReadAsync(Stream body, CancellationToken cancellation)
    {
        var bytes = new byte[MostFieldBytes];
        return Encoding.UTF8.GetString(bytes, 0, await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation));
    }
}
