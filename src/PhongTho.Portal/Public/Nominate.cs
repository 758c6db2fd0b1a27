using Microsoft.AspNetCore.Http.Features;
using PhongTho.Cms.Nominations;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>Anyone tells of an exemplar. The page is one for all readers and sets no cookie; what is sent is judged by what it brings.</summary>
public static class Nominate
{
    private const string Form = "/" + NominationPages.Path;

    public static void AddNominating(this IServiceCollection services)
    {
        services.AddSingleton<NominateTicket>();
        services.AddSingleton<NominateLimits>();
    }

    public static void MapNominating(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Form, async (NominationPages pages, NominateTicket ticket, CancellationToken cancellation) =>
            Answers.Page(await pages.FormAsync(new NominationEntry(), [], ticket.Issue(), hasLostPhotos: false, cancellation)));
        routes.MapPost(Form, SendAsync);
        routes.MapNominateFollowing();
    }

    private static async Task<IResult> SendAsync(HttpContext context, NominationIntake intake, NominateLimits limits, NominateTicket tickets, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = NominateForm.MostBytes;
        }

        if (!context.Request.HasFormContentType)
        {
            return Results.Redirect(Form);
        }

        var form = await context.Request.ReadFormAsync(cancellation);
        var entry = NominateForm.Entry(form);
        var photos = NominateForm.Photos(form);
        var ticket = NominateForm.Text(form, "ve");
        if (WhyNot(context.Request, form, ticket, tickets) is { } suspicion)
        {
            return await AgainAsync(context, entry, [suspicion], photos.Count > 0, StatusCodes.Status422UnprocessableEntity, cancellation);
        }

        if (!limits.MaySend(context, NominateTicket.IsProof(ticket, NominateForm.Text(form, "cong"))))
        {
            var busy = new EntryProblem("gui", "Từ mạng này vừa có nhiều lời giới thiệu được gửi. Hãy giữ nguyên trang, đợi khoảng một giờ rồi bấm gửi lại.");
            return await AgainAsync(context, entry, [busy], photos.Count > 0, StatusCodes.Status429TooManyRequests, cancellation);
        }

        return await intake.ReceiveAsync(entry, photos, member: null, cancellation) switch
        {
            NominationOutcome.Taken taken => Results.LocalRedirect(NominateFollow.AddressOf(taken.Code, taken.Secret) + "&moi=1"),
            NominationOutcome.Amiss amiss => await AgainAsync(context, entry, amiss.Problems, photos.Count > 0, StatusCodes.Status422UnprocessableEntity, cancellation),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Why this was not sent by a person from our page; each reason can be mended by a person it hits by mistake.</summary>
    private static EntryProblem? WhyNot(HttpRequest request, IFormCollection form, string ticket, NominateTicket tickets)
    {
        if (!IsFromOurPage(request))
        {
            return new EntryProblem("gui", "Lời giới thiệu phải được gửi từ chính trang này. Hãy kiểm tra lại rồi bấm gửi lần nữa.");
        }

        if (NominateForm.Text(form, "trang-web").Length > 0)
        {
            return new EntryProblem("gui", "Ô «Để trống ô này» đang có chữ, có thể do máy tự điền. Chúng tôi đã xóa giúp; hãy bấm gửi lại.");
        }

        return tickets.IsPatient(ticket) ? null : new EntryProblem("gui", "Chưa gửi được. Hãy đọc lại một lượt những gì đã ghi, rồi bấm gửi lần nữa.");
    }

    /// <summary>Browsers say where a form came from; those too old to say send nothing, and are let through to the other checks.</summary>
    private static bool IsFromOurPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "" or "same-origin" && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsOurs(from.Authority)));

        // Behind a proxy the host may be told under the machine's own name.
        bool IsOurs(string authority) =>
            authority == request.Host.Value || authority == new Uri(request.HttpContext.RequestServices.GetRequiredService<SiteAddress>().BaseUrl).Authority;
    }

    private static async Task<IResult> AgainAsync(
        HttpContext context, NominationEntry entry, IReadOnlyList<EntryProblem> problems, bool hadPhotos, int status, CancellationToken cancellation)
    {
        var services = context.RequestServices;
        var ticket = services.GetRequiredService<NominateTicket>().Renew(NominateForm.Text(context.Request.Form, "ve"));
        var page = await services.GetRequiredService<NominationPages>().FormAsync(entry, problems, ticket, hadPhotos, cancellation);
        return Answers.Page(page with { NoIndex = true }, status);
    }
}
