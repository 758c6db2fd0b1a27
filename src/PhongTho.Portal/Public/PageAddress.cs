namespace PhongTho.Portal.Public;

/// <summary>What makes two requests ask for the same page: path and the parameters that mean something, in one order.</summary>
/// <param name="IsKept">False for answers that depend on free words, which nobody asks twice.</param>
public sealed record PageAddress(string Key, bool IsKept, string CacheControl)
{
    private static readonly string[] Outside =
        ["/media/", "/theme/", "/health/", "/manager", "/api/v1/manage/", "/gioi-thieu-guong/theo-doi", "/gioi-thieu-guong/ve", "/gop-y-phan-anh/theo-doi", "/gop-y-phan-anh/ve"];

    /// <summary>Made anew each time: a consent that ends leaves a list before the log moves for readers.</summary>
    private const string Consultations = "/khen-thuong/lay-y-kien/";

    private static readonly string[] Meaningful =
    [
        "chuyen-muc", "co-quan", "cursor", "dip-khen", "doi-tuong", "field", "form", "format", "giai-doan", "hieu-luc", "hinh-thuc", "kind", "limit", "linh-vuc", "loai",
        "loai-van-ban", "maxheight", "maxwidth", "nam", "occasion", "offset", "q", "the", "the-loai", "tiep", "trang", "type", "unit", "url", "xa", "xem", "xep", "year",
    ];

    /// <summary>Null for requests that pages have nothing to do with.</summary>
    public static PageAddress? Of(HttpRequest request)
    {
        var path = request.Path.Value ?? "/";
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || Outside.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)))
        {
            return null;
        }

        var isEmbed = path.StartsWith("/nhung", StringComparison.Ordinal);
        return new PageAddress(
            request.QueryString.HasValue ? path + "?" + Query(request) : path,
            !request.Query.ContainsKey("q") && !request.Query.ContainsKey("bai") && !request.Headers.ContainsKey("Authorization") && path != "/tim-kiem"
                && !path.StartsWith(Consultations, StringComparison.Ordinal),
            isEmbed ? "no-cache, stale-if-error=86400" : "no-cache");
    }

    // An empty value leads to a redirect, so it is part of the key too.
    private static string Query(HttpRequest request) => string.Join('&', Meaningful.Where(request.Query.ContainsKey)
        .Select(key => $"{key}={Uri.EscapeDataString(request.Query[key].ToString())}"));
}
