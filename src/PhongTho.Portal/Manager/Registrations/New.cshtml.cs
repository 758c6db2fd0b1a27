using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Registrations;

/// <summary>Begins a registration for a year.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class NewModel(RegistrationDesk desk, RegistrationLists lists, SiteBooks books) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int Year { get; set; }

    public RegistrationForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (RegistrationSteps.WhyNotKeep(Me, null) is { } reason)
        {
            return Instead("/manager/registrations", reason);
        }

        return await LoadAsync(new RegistrationEntry { Unit = Me.Unit ?? "" }, cancellation)
            ? Page()
            : Instead("/manager/registrations", new Refusal("round", $"Năm {Year} chưa mở đợt đăng ký."));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var entry = RegistrationForm.Read(Request.Form, await books.CurrentAsync(cancellation));
        var (id, reason) = await desk.BeginAsync(Year, entry, Me, cancellation);
        if (reason is null)
        {
            return After($"/manager/registrations/{id}", "Đã lưu. Khi đủ tự đánh giá và xác nhận của thủ trưởng, hãy bấm «Nộp đăng ký».");
        }

        return await LoadAsync(entry, cancellation) ? Again(reason) : Instead("/manager/registrations", reason);
    }

    private async Task<bool> LoadAsync(RegistrationEntry entry, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        if (await lists.FindAsync(new RegistrationFilter(Year), Me, cancellation) is not { } list)
        {
            return false;
        }

        IReadOnlyList<UnitEntry> units = RegistrationSteps.IsOfTheOffice(Me) ? [.. list.Units.Select(unit => book.Unit(unit.Slug)).OfType<UnitEntry>()] : [.. new[] { book.Unit(Me.Unit) }.OfType<UnitEntry>()];
        Form = new RegistrationForm(entry, book, units, await lists.NameOfAsync(entry.Subject, cancellation));
        return true;
    }
}
