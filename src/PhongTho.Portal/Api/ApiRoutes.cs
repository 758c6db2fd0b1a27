namespace PhongTho.Portal.Api;

/// <summary>The API face: everything under <c>/api/v1</c> and its description.</summary>
public static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1");
        api.MapContentApi();
        api.MapCommendationApi();
        api.MapSearchApi();
        api.MapManageApi();
        routes.MapGet("/api/{**rest}", () => ApiProblems.Missing()).ExcludeFromDescription();
        routes.MapOpenApi("/openapi/{documentName}.json");
    }
}
