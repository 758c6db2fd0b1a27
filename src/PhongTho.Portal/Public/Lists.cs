using System.Globalization;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>Ways through everything: places, archive, site map, search.</summary>
public static class Lists
{
    public static void MapLists(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(PlaceLists.Path, static async (HttpRequest request, PlaceLists places, CancellationToken cancellation) =>
            Answers.Page(await places.AllAsync(PublicQuery.Text(request, "xem") == "xa-cu", PublicQuery.Text(request, "q") is { Length: <= 100 } words ? words : "", cancellation)));
        routes.MapGet("/dia-phuong/{slug}", PlaceAsync);
        routes.MapGet("/luu-tru", async (SiteDirectory directory, CancellationToken cancellation) => Answers.Page((await directory.ArchiveAsync(null, cancellation))!));
        routes.MapGet("/luu-tru/{month}", MonthAsync);
        routes.MapGet("/so-do-trang", async (SiteDirectory directory, CancellationToken cancellation) => Answers.Page(await directory.SiteMapAsync(cancellation)));
        routes.MapGet("/tim-kiem", SearchAsync);
    }

    private static async Task<IResult> PlaceAsync(string slug, HttpRequest request, PlaceLists places, Published published, CancellationToken cancellation) =>
        await places.FindAsync(slug, PublicQuery.List(request), cancellation) is { } page
            ? Answers.Page(page)
            : await Answers.NoticeAsync(published, NoticeKind.Missing, request.Path, null, cancellation);

    private static async Task<IResult> MonthAsync(string month, HttpRequest request, SiteDirectory directory, Published published, CancellationToken cancellation) =>
        await directory.ArchiveAsync(month, cancellation) is { } page
            ? Answers.Page(page)
            : await Answers.NoticeAsync(published, NoticeKind.Missing, request.Path, null, cancellation);

    private static async Task<IResult> SearchAsync(HttpRequest request, SearchPages search, CancellationToken cancellation)
    {
        var filters = PublicQuery.Filters(request);
        foreach (var key in new[] { "loai", SearchFacets.Movement })
        {
            if (PublicQuery.Text(request, key) is { } value)
            {
                filters[key] = value;
            }
        }

        var page = int.TryParse(PublicQuery.Text(request, "trang"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 150) : 1;
        return Answers.Page(await search.SearchAsync(PublicQuery.Text(request, "q") ?? "", filters, PublicQuery.Text(request, "xep") == "moi", page, cancellation));
    }
}
