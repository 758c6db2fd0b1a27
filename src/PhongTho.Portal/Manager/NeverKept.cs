using Microsoft.AspNetCore.Mvc.Filters;

namespace PhongTho.Portal.Manager;

/// <summary>Screens of the newsroom stay out of every cache and every search engine: shared PCs keep what they are allowed to keep.</summary>
internal sealed class NeverKept : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
