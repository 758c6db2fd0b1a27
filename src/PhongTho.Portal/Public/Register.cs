using PhongTho.Cms.Commendations;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Spreadsheets;

namespace PhongTho.Portal.Public;

/// <summary>The register of commendations as a file; its pages are sections.</summary>
public static class Register
{
    public static void MapRegister(this IEndpointRouteBuilder routes) => routes.MapGet(RegisterPages.CsvPath, FileAsync);

    private static async Task<IResult> FileAsync(HttpRequest request, RegisterPages register, SiteAddress address, Published published, CancellationToken cancellation)
    {
        if (await register.ListAsync(PublicQuery.List(request), size: null, cancellation) is not { } list)
        {
            return await Answers.NoticeAsync(published, NoticeKind.Missing, request.Path, null, cancellation);
        }

        return Results.Bytes(RegisterCsv.Write(list.Entries, address.BaseUrl), CsvTable.ContentType);
    }
}
