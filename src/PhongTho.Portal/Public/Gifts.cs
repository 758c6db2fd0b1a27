using System.Globalization;
using System.Text;
using PhongTho.Cms.Contributions;

namespace PhongTho.Portal.Public;

/// <summary>What people gave, by place and year: as a page, and as a table to take home.</summary>
public static class Gifts
{
    public static void MapGifts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ContributionPages.Path, async (HttpRequest request, ContributionPages pages, CancellationToken cancellation) =>
            Answers.Page(await pages.BuildAsync(int.TryParse(PublicQuery.Text(request, "nam"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null, cancellation)));
        routes.MapGet(ContributionPages.Path + ".csv", async (ContributionPages pages, CancellationToken cancellation) => Csv(await pages.RowsAsync(cancellation)));
    }

    private static IResult Csv(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        // Spreadsheets know UTF-8 by its mark only.
        var text = '\uFEFF' + string.Concat(rows.Select(static row => string.Join(',', row.Select(Field)) + "\r\n"));
        return Results.File(Encoding.UTF8.GetBytes(text), "text/csv; charset=utf-8", "dong-gop.csv");
    }

    /// <summary>Quoted where it must be; what a spreadsheet would run as a formula is made plain text.</summary>
    private static string Field(string value)
    {
        var plain = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' ? "'" + value : value;
        return plain.AsSpan().ContainsAny(",\"\r\n") ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
