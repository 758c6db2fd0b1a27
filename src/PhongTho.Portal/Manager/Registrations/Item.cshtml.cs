using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Registrations;

/// <summary>One registration: what it says, and what may be done with it now.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class ItemModel(RegistrationDesk desk, RegistrationLists lists, SiteBooks books, TimeProvider clock) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The version the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The step that was refused just now: it stands open with what was typed.</summary>
    public RegistrationStep? Tried { get; private set; }

    public RegistrationWhole Whole { get; private set; } = null!;

    public RegistrationForm Form { get; private set; } = null!;

    private string Address => $"/manager/registrations/{Id}";

    public StrivingRegistration Row => Whole.Registration;

    public bool IsOffice => RegistrationSteps.IsOfTheOffice(Me);

    public Refusal? WhyNotWrite => RegistrationSteps.WhyNotWrite(Row.State, Whole.Round, SiteTime.Today(clock), Me, Row.Unit);

    public Refusal? WhyNot(RegistrationStep step) => RegistrationSteps.WhyNot(step, Row.State, Whole.Round, SiteTime.Today(clock), Me, Row.Unit);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(null, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? @do, CancellationToken cancellation)
    {
        var entry = RegistrationForm.Read(Request.Form, await books.CurrentAsync(cancellation));
        var reason = await desk.SaveAsync(Id, Version, entry, Me, cancellation);
        if (reason is null && @do == "submit")
        {
            reason = await desk.StepAsync(Id, ++Version, RegistrationStep.Submit, "", Me, cancellation);
            if (reason is null)
            {
                return After(Address, "Đã nộp. Cán bộ thi đua, khen thưởng sẽ tiếp nhận hoặc trả lại kèm lý do.");
            }
        }

        return reason is null ? After(Address, "Đã lưu bản đăng ký.") : await LoadAsync(entry, cancellation) ? Again(reason) : NotFound();
    }

    public async Task<IActionResult> OnPostStepAsync(RegistrationStep step, string? remark, CancellationToken cancellation)
    {
        if (await desk.StepAsync(Id, Version, step, remark ?? "", Me, cancellation) is not { } reason)
        {
            return After(Address, $"Đã ghi: {RegistrationSteps.NameOf(RegistrationSteps.RuleOf(step).To)}.");
        }

        Tried = step;
        return await LoadAsync(null, cancellation) ? Again(reason) : NotFound();
    }

    /// <param name="typed">What the person typed and was not saved.</param>
    private async Task<bool> LoadAsync(RegistrationEntry? typed, CancellationToken cancellation)
    {
        if (await lists.FindAsync(Id, Me, cancellation) is not { } whole)
        {
            return false;
        }

        var book = await books.CurrentAsync(cancellation);
        (Whole, Version) = (whole, whole.Registration.Version);
        Form = new RegistrationForm(typed ?? RegistrationEntry.Of(Row), book, [.. new[] { book.Unit(Row.Unit) }.OfType<UnitEntry>()], await lists.NameOfAsync((typed ?? RegistrationEntry.Of(Row)).Subject, cancellation));
        return true;
    }
}
