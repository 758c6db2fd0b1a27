using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>Reads what public addresses may carry. Empty values are what a form sends for "any"; they mean nothing.</summary>
public static class PublicQuery
{
    private static readonly HashSet<string> FilterKeys =
    [
        Taxonomies.SubjectKind, Taxonomies.Field, Taxonomies.Unit, Taxonomies.Year, Taxonomies.Genre, Taxonomies.Column, Taxonomies.CommendationForm,
        Taxonomies.Occasion, Taxonomies.DocumentKind, Taxonomies.Issuer, Taxonomies.Validity, Taxonomies.Tag, Taxonomies.ExemplarStage,
        Taxonomies.ModelKind,
    ];

    public static ListRequest List(HttpRequest request, int size = ListRequest.PageSize) => new()
    {
        Filters = Filters(request),
        Cursor = Text(request, "tiep"),
        Size = size,
    };

    public static Dictionary<string, string> Filters(HttpRequest request) => request.Query
        .Where(pair => FilterKeys.Contains(pair.Key) && pair.Value.ToString().Length > 0)
        .ToDictionary(pair => pair.Key, pair => pair.Value[0]!, StringComparer.Ordinal);

    public static string? Text(HttpRequest request, string key) => request.Query[key].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>True when the query holds empty values, which have no place in an address.</summary>
    public static bool HasEmptyValues(HttpRequest request) => request.Query.Any(pair => pair.Value.ToString().Length == 0);
}
