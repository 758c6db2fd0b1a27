using PhongTho.Cms.Intake;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public.Intake;

/// <summary>The follow pages of a lane: for whoever has code and secret, in no cache, in no index, and slow to guess at.</summary>
public static class Following
{
    public static void MapFollowing<TFollowing>(this IEndpointRouteBuilder routes, FollowLane lane)
        where TFollowing : IFollowing
    {
        routes.MapGet(lane.FollowPath, (HttpContext context, FollowPages pages, CancellationToken cancellation) => LookUpAsync(lane, context, pages, cancellation));
        routes.MapGet(lane.FollowPath + "/{code}", (string code, HttpContext context, TFollowing following, FollowPages pages, CancellationToken cancellation) =>
            FollowAsync(code, following, context, pages, cancellation));
        routes.MapGet(lane.TicketPath, static (HttpContext context, IntakeTicket ticket) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Json(new { ve = ticket.Issue(), bits = IntakeTicket.ProofBits });
        });
    }

    private static async Task<IResult> LookUpAsync(FollowLane lane, HttpContext context, FollowPages pages, CancellationToken cancellation)
    {
        Hide(context);
        var (typed, secret) = (context.Request.Query["code"].ToString(), context.Request.Query["ma"].ToString());
        if (typed.Length == 0 && secret.Length == 0)
        {
            return Answers.Page(await pages.LookupAsync(lane, "", null, cancellation));
        }

        return lane.Codes.Read(typed) is { } code && secret.Length > 0
            ? Results.LocalRedirect(lane.AddressOf(code, FollowCode.ReadSecret(secret)))
            : Answers.Page(
                await pages.LookupAsync(lane, Short(typed), $"Hãy ghi đủ hai ô: mã có dạng {lane.Codes.Of(2026, 123)}, và từ khóa 10 chữ đi kèm.", cancellation),
                StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> FollowAsync(string code, IFollowing following, HttpContext context, FollowPages pages, CancellationToken cancellation)
    {
        Hide(context);
        var lane = following.Lane;
        if (!context.RequestServices.GetRequiredService<IntakeLimits>().MayLook(context))
        {
            context.Response.Headers.RetryAfter = "600";
            return Answers.Page(await pages.LookupAsync(lane, Short(code), "Mạng này vừa hỏi quá nhiều lần. Hãy đợi mười phút rồi thử lại.", cancellation), StatusCodes.Status429TooManyRequests);
        }

        var secret = context.Request.Query["ma"].ToString();
        if (lane.Codes.Read(code) is not { } read || await following.FindAsync(read, secret, cancellation) is not { } standing)
        {
            // The same words whether the code exists or not: the page tells nobody what there is.
            return Answers.Page(
                await pages.LookupAsync(lane, Short(code), "Mã hoặc từ khóa chưa đúng. Hãy xem lại giấy đã ghi, hoặc ảnh chụp màn hình.", cancellation), StatusCodes.Status404NotFound);
        }

        var url = context.RequestServices.GetRequiredService<SiteAddress>().BaseUrl + lane.AddressOf(read, FollowCode.ReadSecret(secret));
        return Answers.Page(await pages.FollowAsync(lane, standing, secret, url, QrDrawing.Of(url), context.Request.Query.ContainsKey("moi"), cancellation));
    }

    /// <summary>What is in its address must go nowhere with a click.</summary>
    internal static void Hide(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static string Short(string text) => text.Length <= 40 ? text : "";
}
