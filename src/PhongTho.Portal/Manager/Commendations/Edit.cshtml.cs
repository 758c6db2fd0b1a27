using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Commendations;

/// <summary>Writes a row of the register down again.</summary>
[Authorize(Policy = nameof(Right.ManageExemplars))]
public sealed class EditModel(CommendationDesk desk, CommendationSheets sheets, CmsDatabase database, SiteBooks books) : EntryPage(database, books)
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version the person saw.</summary>
    public int Version { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await sheets.FindAsync(Code, Me, cancellation) is not { } sheet)
        {
            return NotFound();
        }

        (Version, IsRevoked) = (sheet.Row.Version, sheet.Row.State == CommendationState.Revoked);
        await ShowAsync(CommendationEntry.Of(sheet.Row), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        Version = int.TryParse(Request.Form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        return (Misread ?? await desk.SaveAsync(Code, Version, Sheet.Entry, Me, cancellation)) is { } reason
            ? Again(reason)
            : After("/manager/commendations/" + Code, "Đã lưu.");
    }
}
