using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Desk;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Api;

/// <summary>The newsroom's acts for programs of signed-in members: the same verbs, the same reasons. Never cached, for this site's own pages only.</summary>
public static class ManageApi
{
    /// <summary>Policy of everybody who is signed in.</summary>
    private const string SignedInPolicy = "manager";

    public static void MapManageApi(this IEndpointRouteBuilder api)
    {
        var manage = api.MapGroup("/manage").RequireAuthorization(SignedInPolicy).AddEndpointFilter(GuardAsync);
        manage.MapGet("/items", ListAsync);
        manage.MapPost("/items", CreateAsync);
        manage.MapGet("/items/{id:guid}", GetAsync);
        manage.MapPut("/items/{id:guid}", SaveAsync);
        manage.MapPost("/items/{id:guid}/{act}", ActAsync);
    }

    /// <summary>No answer is kept anywhere, and no other site acts with a member's cookie.</summary>
    private static async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        context.Response.Headers.CacheControl = "no-store";
        var isRead = HttpMethods.IsGet(context.Request.Method);
        return isRead || await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context)
            ? await next(invocation)
            : ManageProblems.NotUnderstood("Thiếu mã chống giả mạo. Hãy tải lại trang rồi làm lại.");
    }

    private static async Task<Results<Ok<ApiList<ManagedRow>>, ProblemHttpResult>> ListAsync(
        HttpContext context, string shelf, string? type, string? cursor, int? limit, DeskLists desk, CancellationToken cancellation)
    {
        if (ManageNames.FindShelf(shelf) is not { } asked || limit is < 1 or > DeskRequest.MaxSize || (type is not null && ContentTypes.Find(type) is null))
        {
            return ManageProblems.NotUnderstood("shelf, type hoặc limit chưa đúng.");
        }

        var page = await desk.ListAsync(new DeskRequest(asked) { Type = type, Cursor = cursor, Size = limit ?? 30 }, context.User.ToActor(), cancellation);
        return page is null
            ? ManageProblems.NotUnderstood("cursor không đúng.")
            : TypedResults.Ok(new ApiList<ManagedRow>([.. page.Rows.Select(ManagedRow.Of)], page.Next, page.Total));
    }

    private static async Task<Results<Ok<ManagedItem>, ProblemHttpResult>> GetAsync(HttpContext context, Guid id, DeskItems items, CancellationToken cancellation) =>
        await items.FindAsync(new ItemId(id), context.User.ToActor(), cancellation) is { } item ? TypedResults.Ok(ManagedItem.Of(item)) : ApiProblems.Missing();

    private static async Task<Results<Ok<ManagedVersion>, ProblemHttpResult>> CreateAsync(HttpContext context, NewDraft draft, Drafts drafts, CancellationToken cancellation) =>
        ContentTypes.Find(draft.Type) is { } type && Read(type, draft.Body) is { } body
            ? Answer(await drafts.CreateAsync(body, context.User.ToActor(), cancellation))
            : ManageProblems.NotUnderstood("type hoặc body chưa đúng.");

    private static async Task<Results<Ok<ManagedVersion>, ProblemHttpResult>> SaveAsync(
        HttpContext context, Guid id, SavedDraft draft, DeskItems items, Drafts drafts, CancellationToken cancellation)
    {
        var actor = context.User.ToActor();
        if (await items.FindAsync(new ItemId(id), actor, cancellation) is not { } item)
        {
            return ApiProblems.Missing();
        }

        if (Read(ContentTypes.Get(item.Row.Type), draft.Body) is not { } body)
        {
            return ManageProblems.NotUnderstood("body chưa đúng.");
        }

        return Answer(draft.IsAutosave
            ? await drafts.AutosaveAsync(item.Row.Id, draft.Version, body, actor, cancellation)
            : await drafts.SaveAsync(item.Row.Id, draft.Version, body, actor, cancellation));
    }

    private static async Task<Results<Ok<ManagedVersion>, ProblemHttpResult>> ActAsync(
        HttpContext context, Guid id, string act, AskedAct asked, Publisher publisher, Drafts drafts, CancellationToken cancellation)
    {
        var actor = context.User.ToActor();
        return ManageNames.FindAct(act) switch
        {
            null => ApiProblems.Missing(),
            Act.Write => ManageProblems.NotUnderstood("Lưu bản nháp bằng PUT."),
            Act.Move when asked.Slug is { Length: > 0 } slug => Answer(await drafts.MoveAsync(new ItemId(id), asked.Version, slug, actor, cancellation)),
            Act.Move => ManageProblems.NotUnderstood("Thiếu slug."),
            { } known => Answer(await publisher.DoAsync(
                known, new ItemId(id), asked.Version, new ActDetails { Note = asked.Note, At = asked.At, ForwardTo = asked.ForwardTo, IsSure = asked.IsSure }, actor, cancellation)),
        };
    }

    private static ContentBody? Read(ContentType type, JsonElement body)
    {
        try
        {
            return type.Read(body.GetRawText());
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private static Results<Ok<ManagedVersion>, ProblemHttpResult> Answer(Outcome outcome) => outcome switch
    {
        Outcome.Done done => TypedResults.Ok(new ManagedVersion(done.Item.Value, done.Version)),
        Outcome.Refused refused => ManageProblems.Of(refused.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };
}
