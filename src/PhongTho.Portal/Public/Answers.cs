using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>Sends pages and redirects. Every public handler ends here.</summary>
public static class Answers
{
    public static async Task PageAsync(HttpContext context, ITheme theme, SitePage page, int status, CancellationToken cancellation)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        if (page.NoIndex)
        {
            context.Response.Headers["X-Robots-Tag"] = "noindex";
        }

        await theme.RenderAsync(page, context.Response.BodyWriter, cancellation);
        await context.Response.BodyWriter.FlushAsync(cancellation);
    }

    /// <summary>The page as a result of a handler.</summary>
    public static IResult Page(SitePage page, int status = StatusCodes.Status200OK) => new PageResult(page, status);

    /// <summary>The notice in place of a page.</summary>
    public static async Task<IResult> NoticeAsync(Published published, NoticeKind kind, string path, string? note, CancellationToken cancellation) =>
        Page(Notices.Of(await published.FrameAsync(cancellation), kind, path, note), Notices.StatusOf(kind));

    private sealed class PageResult(SitePage page, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            PageAsync(httpContext, httpContext.RequestServices.GetRequiredService<ITheme>(), page, status, httpContext.RequestAborted);
    }
}
