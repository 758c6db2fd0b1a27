using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Manager.Commendations;

/// <summary>One row of the register: what is written down, what should be looked at again, what may be done.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class ItemModel(CommendationSheets sheets, CommendationDesk desk, CmsDatabase database) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The step that was refused just now: it stands open with what was typed.</summary>
    public CommendationStep? Tried { get; private set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Number of the revoking decision.</summary>
    [BindProperty]
    public string? By { get; set; }

    /// <summary>Its day, as it was typed.</summary>
    [BindProperty]
    public string? On { get; set; }

    public CommendationSheet Sheet { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CommendationStep step, CancellationToken cancellation)
    {
        var (document, misread) = await EntryReader.ItemAsync(Request.Form, database, "van-ban-huy", "Quyết định hủy bỏ trong kho văn bản", cancellation);
        var words = new StepWords(Reason ?? "", By ?? "", EntryForm.Parse(On), document);
        if ((misread ?? await desk.StepAsync(step, Code, Version, words, Me, cancellation)) is { } refusal)
        {
            Tried = step;
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
