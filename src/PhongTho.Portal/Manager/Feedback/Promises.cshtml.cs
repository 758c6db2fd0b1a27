using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Manager.Feedback;

/// <summary>Until when the newsroom promises to answer, and who answers difficulties.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class PromisesModel(FeedbackRules rules) : ManagerPage
{
    /// <summary>Roles that read letters at all.</summary>
    public static IReadOnlyList<Role> Offices { get; } = [.. Enum.GetValues<Role>().Where(static role => role.May(Right.Review) || role.May(Right.ManageExemplars))];

    public FeedbackPromises Promises { get; private set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation) => Promises = await rules.CurrentAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(int removal, int correction, int difficulty, int comment, Role office, string? officeName, CancellationToken cancellation)
    {
        Promises = new FeedbackPromises
        {
            RemovalDays = removal,
            CorrectionDays = correction,
            DifficultyDays = difficulty,
            CommentDays = comment,
            Office = Offices.Contains(office) ? office : Role.EmulationOfficer,
            OfficeName = officeName?.Trim() ?? "",
        };
        return await rules.SaveAsync(Promises, Me, cancellation) is { } reason ? Again(reason) : After("/manager/feedback/promises", "Đã lưu. Người gửi thư thấy thời hạn mới ngay.");
    }
}
