using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Portal.Manager.Fields;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>One empty block, for a form that grows without being sent.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class BlockModel(WritingRoom room) : ManagerPage
{
    public FormView Form { get; private set; } = null!;

    public string List { get; private set; } = "";

    public string Key { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? kind, string? key, string? prefix, CancellationToken cancellation)
    {
        if (BlockTypes.Find(kind ?? "") is not { } type || !FormValues.IsKey(key ?? "") || !FormValues.IsPath(prefix ?? ""))
        {
            return NotFound();
        }

        (List, Key) = (prefix!, key!);
        var values = new FormValues();
        values.Add(List, Key);
        values.Add($"{List}.{Key}.type", type.Key);
        Form = await room.ViewAsync(values, null, cancellation);
        return Page();
    }
}
