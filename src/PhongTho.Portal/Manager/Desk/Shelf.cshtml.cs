using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Desk;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Desk;

/// <summary>One shelf of the desk, all of it, page by page.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class ShelfModel(DeskLists lists) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? Cursor { get; set; }

    public DeskShelf Shelf { get; private set; }

    public string Label { get; private set; } = "";

    public string Empty { get; private set; } = "";

    public DeskPage List { get; private set; } = new([], null, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Shelves.Find(Key) is not { } shelf)
        {
            return NotFound();
        }

        (Shelf, Label, Empty) = shelf;
        if (await lists.ListAsync(new DeskRequest(Shelf) { Type = ContentTypes.Find(Type ?? "")?.Key, Cursor = Cursor }, Me, cancellation) is not { } page)
        {
            return Redirect("/manager/desk/" + Key);
        }

        List = page;
        return Page();
    }
}
