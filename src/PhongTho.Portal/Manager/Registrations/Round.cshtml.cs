using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Registrations;

/// <summary>A year of registering: its days and the units it waits for.</summary>
[Authorize(Policy = nameof(Right.ManageExemplars))]
public sealed class RoundModel(RegistrationRounds rounds, SiteBooks books, TimeProvider clock) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    [BindProperty]
    public int? Version { get; set; }

    [BindProperty]
    public DateOnly? OpensOn { get; set; }

    [BindProperty]
    public DateOnly? Deadline { get; set; }

    [BindProperty]
    public DateOnly? PlansDueOn { get; set; }

    [BindProperty]
    public List<string> Units { get; set; } = [];

    /// <summary>Units of today, and of the year when they are no more.</summary>
    public IReadOnlyList<UnitEntry> Choices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var today = SiteTime.Today(clock);
        var book = await books.CurrentAsync(cancellation);
        if (Year is { } year && (await rounds.ListAsync(cancellation)).FirstOrDefault(round => round.Year == year) is { } round)
        {
            (Version, OpensOn, Deadline, PlansDueOn, Units) = (round.Version, round.OpensOn, round.Deadline, round.PlansDueOn, [.. round.Units]);
        }
        else
        {
            Year ??= today.Year;
            (OpensOn, Deadline, PlansDueOn) = (new DateOnly(Year.Value, 1, 2), new DateOnly(Year.Value, 3, 31), new DateOnly(Year.Value, 4, 30));
            Units = [.. RegistrationRounds.UsualUnits(book, today).Select(static unit => unit.Slug)];
        }

        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Year is not { } year || OpensOn is not { } opens || Deadline is not { } deadline)
        {
            await LoadAsync(cancellation);
            return Again(new Refusal("days", "Hãy ghi đủ năm, ngày mở và hạn đăng ký."));
        }

        var round = new RegistrationRound { Year = year, OpensOn = opens, Deadline = deadline, PlansDueOn = PlansDueOn, Units = Units };
        if (await rounds.SaveAsync(round, Version, Me, cancellation) is { } reason)
        {
            await LoadAsync(cancellation);
            return Again(reason);
        }

        return After($"/manager/registrations?nam={year}", Version is null ? $"Đã mở đợt đăng ký năm {year}." : "Đã lưu đợt đăng ký.");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var day = Deadline ?? SiteTime.Today(clock);
        Choices = [.. book.Units.Where(unit => Units.Contains(unit.Slug) || (unit.Kind is not ("Tỉnh" or "Huyện") && unit.IsValidOn(day)))];
    }
}
