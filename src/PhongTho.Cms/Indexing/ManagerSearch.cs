using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Markdown;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>What somebody of the newsroom looks for; everything left out means any.</summary>
public sealed record ManagerSearchRequest
{
    public const int PageSize = 20;

    public string Words { get; init; } = "";

    public string? Type { get; init; }

    public Stage? Stage { get; init; }

    public Standing? Standing { get; init; }

    /// <summary>1-based.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>One item found, as it stands in the newsroom.</summary>
public sealed record ManagerHit(ItemId Id, string Type, string TypeLabel, string Path, Stage Stage, Standing Standing, SafeHtml Title, SafeHtml Snippet, DateTimeOffset? DraftedAt);

/// <param name="Suggestion">A better spelling, or null.</param>
/// <param name="InterpretedAs">What raw keystrokes were taken to mean, or null.</param>
public sealed record ManagerResults(int Total, IReadOnlyList<ManagerHit> Hits, string? Suggestion, string? InterpretedAs, bool HasMore);

/// <summary>The search of the newsroom: drafts included, each person within their reach, in the same language as the readers'.</summary>
public sealed class ManagerSearch(DeskIndex desk, SiteBooks books)
{
    public async Task<ManagerResults> SearchAsync(ManagerSearchRequest request, Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Right.Write))
        {
            return new ManagerResults(0, [], null, null, HasMore: false);
        }

        var book = await books.CurrentAsync(cancellation);
        var (words, named) = QueryFields.Read(request.Words, book);
        var facets = named.ToDictionary(static field => field.Key, field => SiteSearch.Widen(book, field.Key, field.Value), StringComparer.Ordinal);
        Narrow(facets, SearchFacets.Type, request.Type);
        Narrow(facets, DeskDocuments.Stage, request.Stage?.ToString());
        Narrow(facets, DeskDocuments.Standing, request.Standing?.ToString());
        if (!actor.May(Right.EditAll))
        {
            facets[DeskDocuments.Reach] = DeskDocuments.ReachOf(actor);
        }

        var offset = (Math.Max(request.Page, 1) - 1) * ManagerSearchRequest.PageSize;
        var results = desk.Index.Search(new SearchQuery { Words = words, Facets = facets, Offset = offset, Limit = ManagerSearchRequest.PageSize });
        return new ManagerResults(
            results.Total, [.. results.Hits.Select(Hit)], results.Suggestion, results.InterpretedAs,
            offset + ManagerSearchRequest.PageSize < Math.Min(results.Total, SiteSearch.MaxOffset));
    }

    private static void Narrow(Dictionary<string, IReadOnlyList<string>> facets, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            facets[name] = [value];
        }
    }

    private static ManagerHit Hit(SearchHit hit) => new(
        new ItemId(Guid.Parse(hit.Key)),
        hit.Type,
        ContentTypes.Find(hit.Type)?.Label ?? hit.Type,
        hit.Stored.GetValueOrDefault("path", "/"),
        Enum.Parse<Stage>(hit.Stored[DeskDocuments.Stage]),
        Enum.Parse<Standing>(hit.Stored[DeskDocuments.Standing]),
        new SafeHtml(hit.TitleHtml),
        new SafeHtml(hit.SnippetHtml),
        hit.PublishedAt);
}
