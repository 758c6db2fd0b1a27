using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Feedback;

/// <summary>Until when the newsroom promises to answer, from which day on, and who answers difficulties.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class PromisesModel(FeedbackRules rules, TimeProvider clock) : ManagerPage
{
    /// <summary>Roles that read letters at all.</summary>
    public static IReadOnlyList<Role> Offices { get; } = [.. Enum.GetValues<Role>().Where(static role => role.May(Right.Review) || role.May(Right.ManageExemplars))];

    /// <summary>What stands in the form.</summary>
    public FeedbackPromises Promises { get; private set; } = new();

    public FeedbackPromises Current { get; private set; } = new();

    /// <summary>All promises, newest first, with the days they hold.</summary>
    public IReadOnlyList<(FeedbackPromises Period, string When)> Periods { get; private set; } = [];

    public DateOnly Today => SiteTime.Today(clock);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Promises = Current with { From = Today };
    }

    public async Task<IActionResult> OnPostAsync(DateOnly? from, int removal, int correction, int difficulty, int comment, int law, Role office, string? officeName, CancellationToken cancellation)
    {
        Promises = new FeedbackPromises
        {
            From = from,
            LawDays = law,
            RemovalDays = removal,
            CorrectionDays = correction,
            DifficultyDays = difficulty,
            CommentDays = comment,
            Office = Offices.Contains(office) ? office : Role.EmulationOfficer,
            OfficeName = officeName?.Trim() ?? "",
        };
        if (await rules.SaveAsync(Promises, Me, cancellation) is not { } reason)
        {
            return After("/manager/feedback/promises", "Đã lưu. Thư nhận từ ngày ấy theo lời hẹn mới.");
        }

        await LoadAsync(cancellation);
        return Again(reason);
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var book = await rules.BookAsync(cancellation);
        Current = book.On(Today);
        IReadOnlyList<FeedbackPromises> periods = book.Periods.Count > 0 ? book.Periods : [Current];
        Periods = [.. periods.Select((period, index) => (period, PhongTho.Portal.Manager.Periods.Of(period.From, index + 1 < periods.Count ? periods[index + 1].From?.AddDays(-1) : null))).Reverse()];
    }
}
