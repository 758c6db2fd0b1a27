using PhongTho.Cms.Commendations;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>From a path to a page: home, section, item. The rest of the public face has files of its own.</summary>
public static class Site
{
    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", async (FrontPages front, CancellationToken cancellation) => Answers.Page(await front.HomeAsync(cancellation)));
        routes.MapGet("/{**path}", AnswerAsync);
    }

    internal static async Task<IResult> AnswerAsync(
        string path, HttpRequest request, Published published, SectionLists sections, RegisterPages register, SearchPages search, CancellationToken cancellation)
    {
        if (path.EndsWith('/'))
        {
            return Results.Redirect("/" + path.Trim('/') + request.QueryString, permanent: true);
        }

        if (await register.FindAsync(path, PublicQuery.List(request), cancellation) is { } commendations)
        {
            return PublicQuery.HasEmptyValues(request) ? Results.Redirect(commendations.Path) : Answers.Page(commendations);
        }

        if (await sections.FindAsync(path, PublicQuery.List(request), cancellation) is { } section)
        {
            return await SectionAsync(section, request, search, cancellation);
        }

        return await published.FindAsync(path, cancellation) switch
        {
            Found.Here here => Answers.Page(here.Page),
            Found.Moved moved => Results.Redirect(moved.To, permanent: !moved.IsForNow),
            Found.Left left => await Answers.NoticeAsync(published, left.Kind, "/" + path, left.Note, cancellation),
            _ => await Answers.NoticeAsync(published, NoticeKind.Missing, "/" + path, null, cancellation),
        };
    }

    private static async Task<IResult> SectionAsync(SectionPage section, HttpRequest request, SearchPages search, CancellationToken cancellation)
    {
        if (PublicQuery.HasEmptyValues(request))
        {
            // A plain form sends every select; the address a reader shares should hold only what was chosen.
            var words = section.HasWords ? PublicQuery.Text(request, "q") : null;
            return Results.Redirect(section.PlainPath + ListRequest.Query(section.Filters.Select(filter => filter.Taxonomy), PublicQuery.Filters(request), words));
        }

        return section.HasWords && PublicQuery.Text(request, "q") is { } asked
            ? Answers.Page(await search.WithinAsync(section, asked, PublicQuery.Filters(request), cancellation))
            : Answers.Page(section);
    }
}
