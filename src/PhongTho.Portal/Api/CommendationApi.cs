using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Api;

/// <summary>The public register of commendations, for programs.</summary>
public static class CommendationApi
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    public static void MapCommendationApi(this IEndpointRouteBuilder api) =>
        api.MapGet("/commendations", ListAsync).WithName("list-commendations").WithSummary("Sổ khen thưởng công khai, quyết định mới nhất trước; quyết định đã hủy bỏ được nói rõ").WithTags("commendations");

    private static async Task<Results<Ok<ApiList<ApiCommendation>>, ProblemHttpResult>> ListAsync(
        [Description("Số mục mỗi lần, tối đa 200.")] int? limit, [Description("Giá trị next của lần trước.")] string? cursor, [Description("Mã hình thức, danh hiệu.")] string? form,
        [Description("Mã dịp khen.")] string? occasion, [Description("Mã đối tượng.")] string? kind, [Description("Mã đơn vị; gồm cả các đơn vị tiền thân.")] string? unit, [Description("Năm của quyết định.")] int? year,
        RegisterPages register, CancellationToken cancellation)
    {
        if (limit is < 1 or > MaxLimit)
        {
            return ApiProblems.BadParameter("limit", $"limit phải từ 1 đến {MaxLimit}.");
        }

        (string Key, string? Value)[] asked =
        [
            (Taxonomies.CommendationForm, form), (Taxonomies.Occasion, occasion), (Taxonomies.SubjectKind, kind), (Taxonomies.Unit, unit), (Taxonomies.Year, year?.ToString("0000", CultureInfo.InvariantCulture)),
        ];
        var request = new ListRequest
        {
            Filters = asked.Where(static filter => filter.Value is { Length: > 0 }).ToDictionary(static filter => filter.Key, static filter => filter.Value!, StringComparer.Ordinal),
            Cursor = cursor is { Length: > 0 } ? cursor : null,
        };
        return await register.ListAsync(request, limit ?? DefaultLimit, cancellation) is { } list
            ? TypedResults.Ok(new ApiList<ApiCommendation>([.. list.Entries.Select(ApiCommendation.Of)], list.Next, list.Total))
            : ApiProblems.BadParameter("cursor", "cursor không đúng, hoặc form, occasion, kind, unit không có trong danh mục.");
    }
}

/// <summary>A line of the public register.</summary>
/// <param name="Status"><c>inForce</c> or <c>revoked</c>.</param>
/// <param name="EventOn">Days may be known to the month or the year only.</param>
public sealed record ApiCommendation(
    string Id, string Status, string Name, string Kind, string? Unit, string Form, string FormName, string? Occasion, string Achievement, string? EventOn, string? Decision, string? DecidedOn, string? Authority,
    string? RevokedBy, string? RevokedOn, bool? IsDirectWorker, bool? IsSmallCollective, int? DaysToDecision, bool IsSample, string? Path)
{
    public static ApiCommendation Of(RegisterEntry entry)
    {
        var row = entry.Row;
        return new ApiCommendation(
            row.Code, row.IsRevoked ? "revoked" : "inForce", row.SubjectName, row.SubjectKind, row.Unit, row.Form, entry.Form.Name, row.Occasion, row.Achievement, row.EventOn?.ToString(),
            Some(row.Decision), row.DecidedOn?.ToString(), Some(row.Authority), Some(row.RevokedBy), row.RevokedOn?.ToString(), row.IsDirectWorker, row.IsSmallCollective, row.DaysToDecision, row.IsSample, row.ItemPath);
    }

    private static string? Some(string text) => text.Length > 0 ? text : null;
}
