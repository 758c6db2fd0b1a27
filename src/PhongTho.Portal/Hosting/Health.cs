namespace PhongTho.Portal.Hosting;

/// <summary>Answers before anything else can: alive, ready, and "not yet" for every other address.</summary>
public sealed class Health(RequestDelegate next, Readiness readiness)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.Equals("/health/live", StringComparison.Ordinal))
        {
            return WriteAsync(context, StatusCodes.Status200OK, "Đang chạy.");
        }

        if (context.Request.Path.Equals("/health/ready", StringComparison.Ordinal))
        {
            return WriteAsync(context, readiness.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, readiness.Reason);
        }

        if (readiness.IsReady)
        {
            return next(context);
        }

        context.Response.Headers.RetryAfter = "2";
        return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, readiness.Reason);
    }

    private static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
