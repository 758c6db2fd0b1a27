using System.Globalization;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Spreadsheets;

namespace PhongTho.Portal.Public;

/// <summary>What people gave, by place and year: as a page, and as a table to take home.</summary>
public static class Gifts
{
    public static void MapGifts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ContributionPages.Path, async (HttpRequest request, ContributionPages pages, CancellationToken cancellation) =>
            Answers.Page(await pages.BuildAsync(int.TryParse(PublicQuery.Text(request, "nam"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, cancellation)));
        routes.MapGet(ContributionPages.Path + ".csv", async (ContributionPages pages, CancellationToken cancellation) =>
            Results.File(await pages.FileAsync(cancellation), CsvTable.ContentType, "dong-gop.csv"));
    }
}
