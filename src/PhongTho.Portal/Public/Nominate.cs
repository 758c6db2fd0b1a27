using PhongTho.Cms.Intake;
using PhongTho.Cms.Nominations;
using PhongTho.Portal.Public.Intake;

namespace PhongTho.Portal.Public;

/// <summary>Anyone tells of an exemplar.</summary>
public static class Nominate
{
    private const string Form = "/" + NominationPages.Path;

    public static void MapNominating(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Form, async (NominationPages pages, IntakeGate gate, CancellationToken cancellation) =>
            Answers.Page(await pages.FormAsync(new NominationEntry(), [], gate.Issue(), hasLostPhotos: false, cancellation)));
        routes.MapPost(Form, SendAsync);
        routes.MapFollowing<NominationFollowing>(NominationPages.Lane);
    }

    private static async Task<IResult> SendAsync(HttpContext context, NominationIntake intake, NominationPages pages, IntakeGate gate, CancellationToken cancellation)
    {
        if (await IntakeGate.ReadAsync(context, NominateForm.MostBytes, cancellation) is not { } form)
        {
            return Results.Redirect(Form);
        }

        var entry = NominateForm.Entry(form);
        var photos = IntakeGate.Photos(form, "anh");
        if (gate.WhyNot(context, form) is var (reason, status))
        {
            return await AgainAsync([reason], status);
        }

        return await intake.ReceiveAsync(entry, photos, member: null, cancellation) switch
        {
            NominationOutcome.Taken taken => Results.LocalRedirect(NominationPages.Lane.AddressOf(taken.Code, taken.Secret) + "&moi=1"),
            NominationOutcome.Amiss amiss => await AgainAsync(amiss.Problems, StatusCodes.Status422UnprocessableEntity),
            _ => throw new InvalidOperationException(),
        };

        async Task<IResult> AgainAsync(IReadOnlyList<EntryProblem> problems, int status) =>
            Answers.Page(await pages.FormAsync(entry, problems, gate.Renew(form), photos.Count > 0, cancellation) with { NoIndex = true }, status);
    }
}
