using Microsoft.AspNetCore.Diagnostics;
using PhongTho.Cms.Publishing;
using PhongTho.Portal.Public;

namespace PhongTho.Portal.Hosting;

/// <summary>What people and programs get when something broke: a page with ways on, or problem details; never a trace.</summary>
public static class ErrorPages
{
    public static async Task AnswerAsync(HttpContext context)
    {
        var failure = context.Features.Get<IExceptionHandlerPathFeature>();
        var status = failure?.Error is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await Results.Problem(
                title: status == StatusCodes.Status500InternalServerError ? "Cổng gặp lỗi khi xử lý yêu cầu." : "Yêu cầu không hợp lệ.", statusCode: status).ExecuteAsync(context);
            return;
        }

        await NoticeAsync(context, status, context.RequestAborted);
    }

    private static async Task NoticeAsync(HttpContext context, int status, CancellationToken cancellation)
    {
        var published = context.RequestServices.GetRequiredService<Published>();
        var theme = context.RequestServices.GetRequiredService<ITheme>();
        SiteFrame frame;
        try
        {
            frame = await published.FrameAsync(cancellation);
        }
        catch (Exception) when (status == StatusCodes.Status500InternalServerError)
        {
            // The database itself may be what broke (already logged); the notice needs nothing from it.
            frame = new SiteFrame { Name = "Cổng thông tin", BaseUrl = "", Asset = context.RequestServices.GetRequiredService<SiteAddress>().Asset };
        }

        var kind = status == StatusCodes.Status500InternalServerError ? NoticeKind.Broken : NoticeKind.Refused;
        await Answers.PageAsync(context, theme, Notices.Of(frame, kind, context.Request.Path, null), status, cancellation);
    }
}
