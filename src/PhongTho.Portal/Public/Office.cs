using System.Globalization;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Office.Consultations;
using PhongTho.Cms.Office.Councils;
using PhongTho.Cms.Office.Rankings;
using PhongTho.Cms.Publishing;
using PhongTho.Portal.Public.Intake;

namespace PhongTho.Portal.Public;

/// <summary>What the emulation office shows: lists put before people for comment, and the council.</summary>
public static class Office
{
    private const string List = "/" + ConsultationPages.Path;

    private const long MostBytes = 100_000;

    private static readonly CommentEntry nothing = new("", "", "", Agrees: false);

    public static void MapOffice(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(List, async (ConsultationPages pages, CancellationToken cancellation) => Answers.Page(await pages.ListAsync(cancellation)));
        routes.MapGet(List + "/{slug}", (string slug, ConsultationPages pages, Published published, IntakeGate gate, CancellationToken cancellation) => ShowAsync(slug, isSent: false, pages, published, gate, cancellation));
        routes.MapGet(List + "/{slug}/da-gui", (string slug, ConsultationPages pages, Published published, IntakeGate gate, CancellationToken cancellation) => ShowAsync(slug, isSent: true, pages, published, gate, cancellation));
        routes.MapPost(List + "/{slug}", SendAsync);
        routes.MapGet("/" + CouncilPage.Address, CouncilAsync);
        routes.MapGet("/" + RankingPage.Address, RankingAsync);
    }

    private static async Task<IResult> ShowAsync(string slug, bool isSent, ConsultationPages pages, Published published, IntakeGate gate, CancellationToken cancellation) =>
        await pages.FindAsync(slug, nothing, [], gate.Issue(), cancellation) is { } page
            ? Answers.Page(page with { IsSent = isSent, NoIndex = isSent })
            : await Answers.NoticeAsync(published, NoticeKind.Missing, $"{List}/{slug}", null, cancellation);

    private static async Task<IResult> SendAsync(
        string slug, HttpContext context, ConsultationPages pages, ConsultationComments comments, Published published, IntakeGate gate, CancellationToken cancellation)
    {
        if (await IntakeGate.ReadAsync(context, MostBytes, cancellation) is not { } form)
        {
            return Results.LocalRedirect($"{List}/{slug}");
        }

        var entry = new CommentEntry(IntakeGate.Text(form, "y-kien"), IntakeGate.Text(form, "ho-ten"), IntakeGate.Text(form, "lien-he"), IntakeGate.Text(form, "dong-y") == "co");
        if (gate.WhyNot(context, form) is var (reason, status))
        {
            return await AgainAsync([reason], status);
        }

        var problems = await comments.ReceiveAsync(slug, entry, cancellation);
        return problems.Count == 0 ? Results.LocalRedirect($"{List}/{slug}/da-gui") : await AgainAsync(problems, StatusCodes.Status422UnprocessableEntity);

        async Task<IResult> AgainAsync(IReadOnlyList<EntryProblem> amiss, int code) =>
            await pages.FindAsync(slug, entry, amiss, gate.Renew(form), cancellation) is { } page
                ? Answers.Page(page with { NoIndex = true }, code)
                : await Answers.NoticeAsync(published, NoticeKind.Missing, $"{List}/{slug}", null, cancellation);
    }

    private static async Task<IResult> RankingAsync(
        HttpRequest request, RankingPages pages, Published published, SectionLists sections, RegisterPages register, SearchPages search, CancellationToken cancellation)
    {
        var year = int.TryParse(PublicQuery.Text(request, "nam"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : (int?)null;
        return await pages.FindAsync(year, cancellation) is { } page ? Answers.Page(page) : await Site.AnswerAsync(RankingPage.Address, request, published, sections, register, search, cancellation);
    }

    private static async Task<IResult> CouncilAsync(
        HttpRequest request, CouncilPages pages, Published published, SectionLists sections, RegisterPages register, SearchPages search, CancellationToken cancellation) =>
        await pages.FindAsync(cancellation) is { } page ? Answers.Page(page) : await Site.AnswerAsync(CouncilPage.Address, request, published, sections, register, search, cancellation);
}
