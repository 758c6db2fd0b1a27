using Microsoft.AspNetCore.Http.Features;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public.Intake;

/// <summary>
/// The door before every form without an account: the pages are one for all readers and set no cookie, so what is sent is judged by what it brings.
/// </summary>
public sealed class IntakeGate(IntakeTicket tickets, IntakeLimits limits, SiteAddress site)
{
    private const int MostLetters = 20_000;

    /// <summary>Reads what came; null when it is no form.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext context, long mostBytes, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = mostBytes;
        }

        return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellation) : null;
    }

    public string Issue() => tickets.Issue();

    /// <summary>The ticket a form shown again goes on with.</summary>
    public string Renew(IFormCollection form) => tickets.Renew(Text(form, "ve"));

    /// <summary>What stands against taking it in, with the status to say it by; null when nothing does. Each reason can be mended by a person it hits by mistake.</summary>
    public (EntryProblem Problem, int Status)? WhyNot(HttpContext context, IFormCollection form)
    {
        var ticket = Text(form, "ve");
        if (Suspicion(context.Request, form, ticket) is { } words)
        {
            return (new EntryProblem("gui", words), StatusCodes.Status422UnprocessableEntity);
        }

        return limits.MaySend(context, IntakeTicket.IsProof(ticket, Text(form, "cong")))
            ? null
            : (new EntryProblem("gui", "Từ mạng này vừa có nhiều lời được gửi. Hãy giữ nguyên trang, đợi khoảng một giờ rồi bấm gửi lại."), StatusCodes.Status429TooManyRequests);
    }

    /// <summary>A field as it was typed, no longer than anything we ask for.</summary>
    public static string Text(IFormCollection form, string name)
    {
        var text = form[name].ToString();
        return text.Length <= MostLetters ? text : text[..MostLetters];
    }

    /// <summary>Pictures of a field. A browser sends an empty part for a field without a file.</summary>
    public static IReadOnlyList<IncomingPhoto> Photos(IFormCollection form, string name) =>
        [.. form.Files.GetFiles(name).Where(static file => file.Length > 0).Select(static file => new IncomingPhoto(file.OpenReadStream, Path.GetFileName(file.FileName)))];

    private string? Suspicion(HttpRequest request, IFormCollection form, string ticket)
    {
        if (!IsFromOurPage(request))
        {
            return "Phải gửi từ chính trang này. Hãy kiểm tra lại rồi bấm gửi lần nữa.";
        }

        if (Text(form, "trang-web").Length > 0)
        {
            return "Ô «Để trống ô này» đang có chữ, có thể do máy tự điền. Chúng tôi đã xóa giúp; hãy bấm gửi lại.";
        }

        return tickets.IsPatient(ticket) ? null : "Chưa gửi được. Hãy đọc lại một lượt những gì đã ghi, rồi bấm gửi lần nữa.";
    }

    /// <summary>Browsers say where a form came from; those too old to say send nothing, and are let through to the other checks.</summary>
    private bool IsFromOurPage(HttpRequest request)
    {
        var from = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return from is "" or "same-origin" && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsOurs(page.Authority)));

        // Behind a proxy the host may be told under the machine's own name.
        bool IsOurs(string authority) => authority == request.Host.Value || authority == new Uri(site.BaseUrl).Authority;
    }
}
