using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Portal.Manager.Fields;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>One empty row of a list, for a form that grows without being sent.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class RowModel(WritingRoom room) : ManagerPage
{
    public ElementView Row { get; private set; } = null!;

    /// <param name="of">The record that declares the list.</param>
    /// <param name="field">Name of the list in it.</param>
    public async Task<IActionResult> OnGetAsync(string? of, string? field, string? key, string? prefix, CancellationToken cancellation)
    {
        if (FormRecords.Find(of ?? "", field ?? "") is not { } list || FieldKinds.Of(list) is not (FieldKind.Records or FieldKind.Items or FieldKind.Subjects)
            || !FormValues.IsKey(key ?? "") || !FormValues.IsPath(prefix ?? ""))
        {
            return NotFound();
        }

        var values = new FormValues();
        values.Add(prefix!, key!);
        Row = new ElementView(new FieldView(await room.ViewAsync(values, null, cancellation), list, prefix!), key!);
        return Page();
    }
}
