using PhongTho.Cms.Feedback;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Publishing;
using PhongTho.Portal.Public.Intake;

namespace PhongTho.Portal.Public;

/// <summary>Anyone tells us that something is wrong, should leave, is in the way, or could be better. Complaints and denunciations are only explained, by a page of the editors.</summary>
public static class WriteToUs
{
    private const long MostBytes = 200_000;

    private const string CommentForm = "/" + FeedbackPages.CommentPath;

    private const string CorrectionForm = "/" + FeedbackPages.CorrectionPath;

    public static void MapWritingToUs(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(CommentForm, async (HttpRequest request, FeedbackPages pages, IntakeGate gate, CancellationToken cancellation) =>
            Answers.Page(await pages.CommentAsync(Begun(request, FeedbackPages.CommentChoices), [], gate.Issue(), cancellation)));
        routes.MapGet(CorrectionForm, async (HttpRequest request, FeedbackPages pages, IntakeGate gate, CancellationToken cancellation) =>
            Answers.Page(await pages.CorrectionAsync(Begun(request, FeedbackPages.CorrectionChoices), [], gate.Issue(), cancellation)));
        routes.MapPost(CommentForm, static (HttpContext context, FeedbackPages pages, CancellationToken cancellation) =>
            SendAsync(context, CommentForm, FeedbackPages.CommentChoices, pages.CommentAsync, cancellation));
        routes.MapPost(CorrectionForm, static (HttpContext context, FeedbackPages pages, CancellationToken cancellation) =>
            SendAsync(context, CorrectionForm, FeedbackPages.CorrectionChoices, pages.CorrectionAsync, cancellation));
        routes.MapGet(FeedbackShowing.Path, static async (HttpRequest request, FeedbackShowing showing, Published published, CancellationToken cancellation) =>
            await showing.PageAsync(PublicQuery.Text(request, "tiep"), cancellation) is { } page
                ? Answers.Page(page)
                : await Answers.NoticeAsync(published, NoticeKind.Missing, FeedbackShowing.Path, null, cancellation));
        routes.MapFollowing<FeedbackFollowing>(FeedbackPages.Lane);
    }

    /// <summary>What the link the reader came by already says.</summary>
    private static FeedbackEntry Begun(HttpRequest request, IReadOnlyList<FeedbackChoice> choices) => new()
    {
        Kind = KindOf(PublicQuery.Text(request, "loai"), choices),
        About = PublicQuery.Text(request, "bai") is { Length: <= 400 } about ? about : "",
    };

    private static async Task<IResult> SendAsync(
        HttpContext context, string address, IReadOnlyList<FeedbackChoice> choices,
        Func<FeedbackEntry, IReadOnlyList<EntryProblem>, string, CancellationToken, Task<FeedbackPage>> show, CancellationToken cancellation)
    {
        if (await IntakeGate.ReadAsync(context, MostBytes, cancellation) is not { } form)
        {
            return Results.Redirect(address);
        }

        var gate = context.RequestServices.GetRequiredService<IntakeGate>();
        var entry = Entry(form, choices);
        if (gate.WhyNot(context, form) is var (reason, status))
        {
            return await AgainAsync([reason], status);
        }

        var intake = context.RequestServices.GetRequiredService<FeedbackIntake>();
        return await intake.ReceiveAsync(entry, [.. choices.Select(static choice => choice.Kind)], cancellation) switch
        {
            FeedbackOutcome.Taken taken => Results.LocalRedirect(FeedbackPages.Lane.AddressOf(taken.Code, taken.Secret) + "&moi=1"),
            FeedbackOutcome.Amiss amiss => await AgainAsync(amiss.Problems, StatusCodes.Status422UnprocessableEntity),
            _ => throw new InvalidOperationException(),
        };

        async Task<IResult> AgainAsync(IReadOnlyList<EntryProblem> problems, int status) =>
            Answers.Page(await show(entry, problems, gate.Renew(form), cancellation) with { NoIndex = true }, status);
    }

    private static FeedbackEntry Entry(IFormCollection form, IReadOnlyList<FeedbackChoice> choices) => new()
    {
        Kind = KindOf(IntakeGate.Text(form, "loai"), choices),
        About = IntakeGate.Text(form, "bai"),
        Unit = IntakeGate.Text(form, "xa"),
        Text = IntakeGate.Text(form, "loi-viet"),
        Contact = new FeedbackContact(IntakeGate.Text(form, "ho-ten"), IntakeGate.Text(form, "lien-he"), IntakeGate.Text(form, "quan-he")),
        Agrees = IntakeGate.Text(form, "dong-y") == "co",
    };

    private static FeedbackKind? KindOf(string? key, IReadOnlyList<FeedbackChoice> choices) =>
        choices.FirstOrDefault(choice => choice.Key == key)?.Kind;
}
