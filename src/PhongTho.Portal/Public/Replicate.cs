using PhongTho.Cms.Intake;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Replications;
using PhongTho.Portal.Public.Intake;

namespace PhongTho.Portal.Public;

/// <summary>Anyone registers to copy a way of doing, and tells later how it went.</summary>
public static class Replicate
{
    /// <summary>No files come with it.</summary>
    private const long MostBytes = 200_000;

    /// <summary>One photograph as telephones make them.</summary>
    private const long MostResultBytes = 15_000_000;

    public static void MapReplicating(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ReplicationPages.Root, static () => Results.Redirect("/cach-lam-hay"));
        routes.MapFollowing<ReplicationFollowing>(ReplicationPages.Lane);
        routes.MapGet(ReplicationPages.Root + "/{slug}", FormAsync);
        routes.MapPost(ReplicationPages.Root + "/{slug}", SendAsync);
        routes.MapGet(ReplicationPages.Root + "/ket-qua/{code}", ResultFormAsync);
        routes.MapPost(ReplicationPages.Root + "/ket-qua/{code}", ResultAsync);
    }

    private static async Task<IResult> FormAsync(string slug, ReplicationPages pages, IntakeGate gate, Published published, CancellationToken cancellation) =>
        await pages.FindAsync(slug, cancellation) is var (_, model)
            ? Answers.Page(await pages.FormAsync(model, new ReplicationEntry(), [], gate.Issue(), cancellation))
            : await Answers.NoticeAsync(published, NoticeKind.Missing, $"{ReplicationPages.Root}/{slug}", null, cancellation);

    private static async Task<IResult> SendAsync(
        string slug, HttpContext context, ReplicationPages pages, ReplicationIntake intake, IntakeGate gate, Published published, CancellationToken cancellation)
    {
        if (await pages.FindAsync(slug, cancellation) is not var (item, model))
        {
            return await Answers.NoticeAsync(published, NoticeKind.Missing, $"{ReplicationPages.Root}/{slug}", null, cancellation);
        }

        if (await IntakeGate.ReadAsync(context, MostBytes, cancellation) is not { } form)
        {
            return Results.Redirect(ReplicationBoard.FormOf(model.Path));
        }

        var entry = ReplicateForm.Entry(form);
        if (gate.WhyNot(context, form) is var (reason, status))
        {
            return await AgainAsync([reason], status);
        }

        return await intake.ReceiveAsync(item, entry, member: null, cancellation) switch
        {
            ReplicationOutcome.Taken taken => Results.LocalRedirect(ReplicationPages.Lane.AddressOf(taken.Code, taken.Secret) + "&moi=1"),
            ReplicationOutcome.Amiss amiss => await AgainAsync(amiss.Problems, StatusCodes.Status422UnprocessableEntity),
            _ => throw new InvalidOperationException(),
        };

        async Task<IResult> AgainAsync(IReadOnlyList<EntryProblem> problems, int refusal) =>
            Answers.Page(await pages.FormAsync(model, entry, problems, gate.Renew(form), cancellation), refusal);
    }

    /// <summary>The page looks the same to everybody: whether code and secret open anything is told only to who sends the form.</summary>
    private static async Task<IResult> ResultFormAsync(string code, HttpContext context, ReplicationPages pages, IntakeGate gate, CancellationToken cancellation)
    {
        Following.Hide(context);
        return ReplicationPages.Lane.Codes.Read(code) is { } read
            ? Answers.Page(await pages.ResultAsync(read, context.Request.Query["ma"].ToString(), new ResultEntry(), [], gate.Issue(), cancellation))
            : Results.Redirect(ReplicationPages.Lane.FollowPath);
    }

    private static async Task<IResult> ResultAsync(string code, HttpContext context, ReplicationPages pages, ReplicationReports reports, IntakeGate gate, CancellationToken cancellation)
    {
        if (ReplicationPages.Lane.Codes.Read(code) is not { } read || await IntakeGate.ReadAsync(context, MostResultBytes, cancellation) is not { } form)
        {
            return Results.Redirect(ReplicationPages.Lane.FollowPath);
        }

        Following.Hide(context);
        var (secret, entry, picture) = (IntakeGate.Text(form, "ma"), ReplicateForm.Result(form), IntakeGate.Photos(form, "anh") is [var photo, ..] ? photo : null);
        if (gate.WhyNot(context, form) is var (reason, status))
        {
            return await AgainAsync([reason], status);
        }

        return await reports.ReceiveAsync(read, secret, entry, picture, cancellation) is { Count: > 0 } problems
            ? await AgainAsync(problems, StatusCodes.Status422UnprocessableEntity)
            : Results.LocalRedirect(ReplicationPages.Lane.AddressOf(read, FollowCode.ReadSecret(secret)));

        async Task<IResult> AgainAsync(IReadOnlyList<EntryProblem> amiss, int refusal) =>
            Answers.Page(await pages.ResultAsync(read, secret, entry, amiss, gate.Renew(form), cancellation) with { HasLostPicture = picture is not null }, refusal);
    }
}
