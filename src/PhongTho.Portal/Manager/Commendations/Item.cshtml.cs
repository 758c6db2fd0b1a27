using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Manager.Commendations;

/// <summary>One row of the register: what is written down, what should be looked at again, what may be done.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class ItemModel(CommendationSheets sheets, CommendationDesk desk) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public CommendationSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CommendationStep step, string? reason, string? by, string? on, CancellationToken cancellation)
    {
        var words = new StepWords(reason ?? "", by ?? "", EntryForm.Parse(on));
        if (await desk.StepAsync(step, Code, Version, words, Me, cancellation) is { } refusal)
        {
            return await LoadAsync(cancellation) ? Again(refusal) : NotFound();
        }

        return After("/manager/commendations/" + Code, $"Đã ghi: {CommendationSteps.RuleOf(step).Label}.");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await sheets.FindAsync(Code, Me, cancellation) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return true;
    }
}
