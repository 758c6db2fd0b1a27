using System.ComponentModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Portal.Api;

/// <summary>The site's search, for programs.</summary>
public static class SearchApi
{
    public static void MapSearchApi(this IEndpointRouteBuilder api)
    {
        api.MapGet("/search", SearchAsync).WithName("search").WithSummary("Tìm trong mọi nội dung đã đăng; có dấu hay không dấu đều được").WithTags("search");
        api.MapGet("/suggest", SuggestAsync).WithName("suggest").WithSummary("Gợi ý khi đang gõ").WithTags("search");
    }

    private static async Task<Results<Ok<ApiSearch>, ProblemHttpResult>> SearchAsync(
        [Description("Lời tìm.")] string? q, [Description("Tối đa 100.")] int? limit, [Description("Tối đa 3000.")] int? offset,
        string? type, string? unit, string? field, int? year, SiteSearch search, SiteBooks books, CancellationToken cancellation)
    {
        if (limit is < 0 or > SiteSearch.MaxLimit)
        {
            return ApiProblems.BadParameter("limit", $"limit phải từ 0 đến {SiteSearch.MaxLimit}.");
        }

        if (offset is < 0 or > SiteSearch.MaxOffset)
        {
            return ApiProblems.BadParameter("offset", $"offset phải từ 0 đến {SiteSearch.MaxOffset}.");
        }

        var started = Stopwatch.GetTimestamp();
        var request = new SiteSearchRequest { Words = q ?? "", Filters = Filters(type, unit, field, year), Offset = offset ?? 0, Limit = limit ?? 20, Count = SearchFacets.Counted, Purpose = ConsentPurpose.Feed };
        var results = await search.SearchAsync(request, cancellation);
        var promoted = await search.PromotedAsync(request, cancellation);
        return TypedResults.Ok(new ApiSearch(
            results.Total, [.. results.Hits.Select(hit => ApiHit.Of(hit, promoted.Any(first => first.Key == hit.Key)))],
            Facets(results, await books.CurrentAsync(cancellation)),
            results.Suggestion, results.InterpretedAs, Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 2),
            [.. promoted.Select(static hit => ApiHit.Of(hit, isPromoted: true))]));
    }

    /// <summary>Counts as the index has them; by place, today's communes also count what their predecessors had.</summary>
    private static Dictionary<string, IReadOnlyDictionary<string, int>> Facets(SearchResults results, SiteBook book) => results.Facets.ToDictionary(
        static facet => facet.Key,
        facet =>
        {
            var counted = facet.Value.ToDictionary(static count => count.Value, static count => count.Count);
            return (IReadOnlyDictionary<string, int>)(facet.Key == Taxonomies.Unit ? book.CountsByPlace(counted).ToDictionary(static row => row.Unit.Slug, static row => row.Count) : counted);
        });

    private static async Task<Ok<ApiSuggestions>> SuggestAsync([Description("Những gì đã gõ.")] string? q, SiteSearch search, CancellationToken cancellation) =>
        TypedResults.Ok(new ApiSuggestions(
            [.. (await search.SuggestAsync(q ?? "", 10, cancellation)).Select(suggestion => new ApiSuggestion(suggestion.Text, suggestion.Kind, suggestion.Path))]));

    private static Dictionary<string, string> Filters(string? type, string? unit, string? field, int? year) => new (string Key, string? Value)[]
    {
        ("type", type), (Taxonomies.Unit, unit), (Taxonomies.Field, field), (Taxonomies.Year, year?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    }.Where(filter => filter.Value is { Length: > 0 }).ToDictionary(filter => filter.Key, filter => filter.Value!, StringComparer.Ordinal);
}

/// <param name="Suggestion">A better spelling, or null.</param>
/// <param name="InterpretedAs">What the words were taken to mean, when not what was typed.</param>
/// <param name="Promoted">What the newsroom puts first for exactly these words, with the first page of a question that no filter narrows; beside the hits, which count and order as ever.</param>
public sealed record ApiSearch(
    int Total, IReadOnlyList<ApiHit> Hits, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Facets, string? Suggestion, string? InterpretedAs, double TookMs,
    IReadOnlyList<ApiHit> Promoted);

/// <summary>A hit. The <c>…Html</c> texts carry <c>mark</c> only; everything else in them is encoded.</summary>
/// <param name="IsPromoted">The newsroom puts it first for these words.</param>
public sealed record ApiHit(
    Guid Id, string? ExternalId, string Type, string Path, string Title, string TitleHtml, string SnippetHtml, double Score, DateTimeOffset? PublishedAt, bool IsPromoted)
{
    public static ApiHit Of(SearchHit hit, bool isPromoted) => new(
        Guid.Parse(hit.Key), hit.Stored.GetValueOrDefault("externalId"), hit.Type, hit.Stored.GetValueOrDefault("path", "/"),
        hit.Title, hit.TitleHtml, hit.SnippetHtml, Math.Round(hit.Score, 4), hit.PublishedAt, isPromoted);
}

public sealed record ApiSuggestions(IReadOnlyList<ApiSuggestion> Items);

public sealed record ApiSuggestion(string Text, string Kind, string? Path);
