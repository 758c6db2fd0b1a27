namespace PhongTho.Portal.Hosting;

/// <summary>What every answer tells browsers: no inline script, no foreign parts, no guessing of types; framing only where it is meant.</summary>
public sealed class SafetyHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        var isEmbed = context.Request.Path.StartsWithSegments("/nhung", StringComparison.Ordinal);
        headers.ContentSecurityPolicy = Policy + (isEmbed ? "*" : "'self'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (IsForPrograms(context.Request.Path))
        {
            headers.AccessControlAllowOrigin = "*";
        }

        return next(context);
    }

    /// <summary>Public read-only data: any page of any site may ask for it.</summary>
    private static bool IsForPrograms(PathString path) =>
        (path.StartsWithSegments("/api", StringComparison.Ordinal) && !path.StartsWithSegments("/api/v1/manage", StringComparison.Ordinal)) || path.StartsWithSegments("/oembed", StringComparison.Ordinal)
        || path.StartsWithSegments("/openapi", StringComparison.Ordinal) || (path.Value?.EndsWith("rss.xml", StringComparison.Ordinal) ?? false);
}
