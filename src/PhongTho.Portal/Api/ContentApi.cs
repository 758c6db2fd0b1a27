using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Api;

/// <summary>Reading what is published, for programs: every type of content, terms, units, files.</summary>
public static class ContentApi
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    public static void MapContentApi(this IEndpointRouteBuilder api)
    {
        foreach (var type in ContentTypes.All)
        {
            api.MapGet("/" + type.Plural, ([Description("Số mục mỗi lần, tối đa 100.")] int? limit, [Description("Giá trị next của lần trước.")] string? cursor,
                    [Description("Mã đơn vị; gồm cả các đơn vị tiền thân.")] string? unit, [Description("Mã lĩnh vực.")] string? field, [Description("Năm.")] int? year,
                    Catalogue catalogue, CancellationToken cancellation) => ListAsync(type, new Asked(limit, cursor, unit, field, year), catalogue, cancellation))
                .WithName($"list-{type.Plural}").WithSummary($"{type.Label}: danh sách đã đăng, mới nhất trước").WithTags(type.Plural);
            api.MapGet($"/{type.Plural}/{{id}}", (Guid id, Catalogue catalogue, CancellationToken cancellation) => GetAsync(type, id, catalogue, cancellation))
                .WithName($"get-{type.Key}").WithSummary($"{type.Label}: một mục đã đăng").WithTags(type.Plural);
        }

        api.MapGet("/terms", TermsAsync).WithName("list-terms").WithSummary("Danh mục và các mục của danh mục").WithTags("terms");
        api.MapGet("/terms/{id}", TaxonomyAsync).WithName("get-taxonomy").WithSummary("Một danh mục").WithTags("terms");
        api.MapGet("/units", UnitsAsync).WithName("list-units").WithSummary("Đơn vị hành chính và cơ quan, theo thời gian").WithTags("units");
        api.MapGet("/units/{id}", UnitAsync).WithName("get-unit").WithSummary("Một đơn vị").WithTags("units");
        api.MapGet("/media", MediaAsync).WithName("list-media").WithSummary("Tệp đang được nội dung đã đăng sử dụng").WithTags("media");
        api.MapGet("/media/{id}", OneMediaAsync).WithName("get-media").WithSummary("Một tệp").WithTags("media");
    }

    private static async Task<Results<Ok<ApiList<ApiItem>>, ProblemHttpResult>> ListAsync(ContentType type, Asked asked, Catalogue catalogue, CancellationToken cancellation)
    {
        if (asked.Limit is < 1 or > MaxLimit)
        {
            return ApiProblems.BadParameter("limit", $"limit phải từ 1 đến {MaxLimit}.");
        }

        var page = await catalogue.ListAsync(type, asked.ToRequest(DefaultLimit), cancellation);
        return page is null
            ? ApiProblems.BadParameter("cursor", "cursor không đúng, hoặc unit, field không có trong danh mục.")
            : TypedResults.Ok(new ApiList<ApiItem>([.. page.Items.Select(ApiItem.Of)], page.Next, page.Total));
    }

    private static async Task<Results<Ok<ApiItem>, ProblemHttpResult>> GetAsync(ContentType type, Guid id, Catalogue catalogue, CancellationToken cancellation) =>
        await catalogue.FindAsync(type, new ItemId(id), cancellation) is { } item ? TypedResults.Ok(ApiItem.Of(item)) : ApiProblems.Missing();

    private static async Task<Ok<ApiList<ApiTaxonomy>>> TermsAsync(SiteBooks books, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        ApiTaxonomy[] all = [.. book.TaxonomyLabels.Keys.Order(StringComparer.Ordinal).Select(key => ApiTaxonomy.Of(book, key))];
        return TypedResults.Ok(new ApiList<ApiTaxonomy>(all, null, all.Length));
    }

    private static async Task<Results<Ok<ApiTaxonomy>, ProblemHttpResult>> TaxonomyAsync(string id, SiteBooks books, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        return book.TaxonomyLabels.ContainsKey(id) ? TypedResults.Ok(ApiTaxonomy.Of(book, id)) : ApiProblems.Missing();
    }

    private static async Task<Ok<ApiList<ApiUnit>>> UnitsAsync(SiteBooks books, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        return TypedResults.Ok(new ApiList<ApiUnit>([.. book.Units.Select(unit => ApiUnit.Of(book, unit))], null, book.Units.Length));
    }

    private static async Task<Results<Ok<ApiUnit>, ProblemHttpResult>> UnitAsync(string id, SiteBooks books, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        return book.Unit(id) is { } unit ? TypedResults.Ok(ApiUnit.Of(book, unit)) : ApiProblems.Missing();
    }

    private static async Task<Ok<ApiList<ApiFile>>> MediaAsync(Catalogue catalogue, CancellationToken cancellation)
    {
        var files = await catalogue.MediaAsync(cancellation);
        return TypedResults.Ok(new ApiList<ApiFile>([.. files.Select(ApiFile.Of)], null, files.Count));
    }

    private static async Task<Results<Ok<ApiFile>, ProblemHttpResult>> OneMediaAsync(Guid id, Catalogue catalogue, CancellationToken cancellation) =>
        (await catalogue.MediaAsync(cancellation)).FirstOrDefault(file => file.Id.Value == id) is { } found ? TypedResults.Ok(ApiFile.Of(found)) : ApiProblems.Missing();

    private sealed record Asked(int? Limit, string? Cursor, string? Unit, string? Field, int? Year)
    {
        public ListRequest ToRequest(int limit)
        {
            var filters = new Dictionary<string, string>(StringComparer.Ordinal);
            Add(Taxonomies.Unit, Unit);
            Add(Taxonomies.Field, Field);
            Add(Taxonomies.Year, Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            return new ListRequest { Filters = filters, Cursor = Cursor is { Length: > 0 } ? Cursor : null, Size = Limit ?? limit };

            void Add(string key, string? value)
            {
                if (value is { Length: > 0 })
                {
                    filters[key] = value;
                }
            }
        }
    }
}
