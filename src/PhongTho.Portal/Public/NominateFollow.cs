using PhongTho.Cms.Nominations;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>The follow page of one nomination: for whoever has code and secret, in no cache, in no index, and slow to guess at.</summary>
public static class NominateFollow
{
    public static string AddressOf(string code, string secret) => $"{NominationPages.FollowPath}/{code}?ma={Uri.EscapeDataString(secret)}";

    public static void MapNominateFollowing(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(NominationPages.FollowPath, LookUpAsync);
        routes.MapGet(NominationPages.FollowPath + "/{code}", FollowAsync);
        routes.MapGet("/" + NominationPages.Path + "/ve", static (HttpContext context, NominateTicket ticket) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(new { ve = ticket.Issue(), bits = NominateTicket.ProofBits });
        });
    }

    private static async Task<IResult> LookUpAsync(HttpContext context, NominationPages pages, CancellationToken cancellation)
    {
        Hide(context);
        var (typed, secret) = (context.Request.Query["code"].ToString(), context.Request.Query["ma"].ToString());
        if (typed.Length == 0 && secret.Length == 0)
        {
            return Answers.Page(await pages.LookupAsync("", null, cancellation));
        }

        return NominationCode.Read(typed) is { } code && secret.Length > 0
            ? Results.LocalRedirect(AddressOf(code, NominationCode.ReadSecret(secret)))
            : Answers.Page(await pages.LookupAsync(Short(typed), "Hãy ghi đủ hai ô: mã có dạng GT-2026-000123, và từ khóa 10 chữ đi kèm.", cancellation), StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> FollowAsync(
        string code, HttpContext context, NominationPages pages, NominationFollowing following, NominateLimits limits, SiteAddress site, CancellationToken cancellation)
    {
        Hide(context);
        if (!limits.MayLook(context))
        {
            context.Response.Headers.RetryAfter = "600";
            return Answers.Page(await pages.LookupAsync(Short(code), "Mạng này vừa hỏi quá nhiều lần. Hãy đợi mười phút rồi thử lại.", cancellation), StatusCodes.Status429TooManyRequests);
        }

        var secret = context.Request.Query["ma"].ToString();
        if (NominationCode.Read(code) is not { } read || await following.FindAsync(read, secret, cancellation) is not { } standing)
        {
            // The same words whether the code exists or not: the page tells nobody what there is.
            return Answers.Page(
                await pages.LookupAsync(Short(code), "Mã hoặc từ khóa chưa đúng. Hãy xem lại giấy đã ghi, hoặc ảnh chụp màn hình.", cancellation), StatusCodes.Status404NotFound);
        }

        var url = site.BaseUrl + AddressOf(read, NominationCode.ReadSecret(secret));
        return Answers.Page(await pages.FollowAsync(standing, secret, url, NominateQr.Draw(url), context.Request.Query.ContainsKey("moi"), cancellation));
    }

    /// <summary>What is in its address must go nowhere with a click.</summary>
    private static void Hide(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static string Short(string text) => text.Length <= 40 ? text : "";
}
