using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using PhongTho.Cms.Changes;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Public;

/// <summary>
/// Stands before routing: an anonymous read is answered from the page store when the log has not moved since, and made once
/// for all who wait otherwise. Drafts and other business of the newsroom move the log, not the pages. The position is read before the page is made, so a page can only be newer than it claims.
/// </summary>
public sealed class PageDelivery(RequestDelegate next, PageStore store, ChangeSignal signal, TimeProvider clock)
{
    private const int LargestStored = 2_000_000;

    public async Task InvokeAsync(HttpContext context)
    {
        if (PageAddress.Of(context.Request) is not { } address)
        {
            await next(context);
            return;
        }

        var seen = signal.SeenPosition;
        if (address.IsKept && store.Find(address.Key) is { } ready && ready.Position == seen)
        {
            await SendAsync(context, ready, address);
            return;
        }

        if (!address.IsKept)
        {
            await MakeAndSendAsync(context, address, seen);
            return;
        }

        using (await store.AloneAsync(address.Key, context.RequestAborted))
        {
            seen = signal.SeenPosition;
            if (store.Find(address.Key) is { } made && made.Position == seen)
            {
                await SendAsync(context, made, address);
                return;
            }

            await MakeAndSendAsync(context, address, seen);
        }
    }

    private async Task MakeAndSendAsync(HttpContext context, PageAddress address, long position)
    {
        var (plain, status) = await MakeAsync(context);
        var type = context.Response.ContentType ?? "";
        if (status != StatusCodes.Status200OK || context.Response.Headers.SetCookie.Count > 0 || type.Length == 0)
        {
            store.Forget(address.Key);
            await SendPlainAsync(context, plain, type, status);
            return;
        }

        var older = address.IsKept ? store.Find(address.Key) : null;
        if (older is not null && older.Bytes.Hash == StoredBytes.HashOf(plain) && older.Bytes.ContentType == type)
        {
            older.StillRight(position);
            await SendAsync(context, older, address);
            return;
        }

        var robots = context.Response.Headers["X-Robots-Tag"].ToString() is { Length: > 0 } said ? said : null;
        var page = new StoredPage(StoredBytes.Make(plain, type, CompressionLevel.Optimal), position, clock.GetUtcNow(), robots);
        if (address.IsKept && plain.Length <= LargestStored)
        {
            store.Put(address.Key, page);
        }

        await SendAsync(context, page, address);
    }

    /// <summary>Runs the rest of the pipeline with a body of our own in place of the wire's, and as GET: no handler knows of HEAD.</summary>
    private async Task<(byte[] Bytes, int Status)> MakeAsync(HttpContext context)
    {
        var wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var bytes = new MemoryStream();
        var kept = new StreamResponseBodyFeature(bytes);
        context.Features.Set<IHttpResponseBodyFeature>(kept);
        var asked = context.Request.Method;
        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
            await kept.CompleteAsync();
        }
        finally
        {
            context.Request.Method = asked;
            context.Features.Set(wire);
        }

        return (bytes.ToArray(), context.Response.StatusCode);
    }

    private Task SendAsync(HttpContext context, StoredPage page, PageAddress address)
    {
        if (page.Robots is { } robots)
        {
            context.Response.Headers["X-Robots-Tag"] = robots;
        }

        // Within its own second a page may change again and keep that second's date, so it is not told until the second is over.
        var changed = DateTimeOffset.FromUnixTimeSeconds(page.ChangedAt.ToUnixTimeSeconds());
        return page.Bytes.SendAsync(context, address.CacheControl, clock.GetUtcNow() >= changed.AddSeconds(1) ? changed : null);
    }

    private static async Task SendPlainAsync(HttpContext context, byte[] plain, string type, int status)
    {
        if (plain.Length == 0)
        {
            return;
        }

        context.Response.Headers.Remove("ETag");
        await StoredBytes.Make(plain, type, CompressionLevel.Fastest).SendAsync(
            context, context.Response.Headers.CacheControl.ToString() is { Length: > 0 } said ? said : "no-cache", status: status);
    }
}
