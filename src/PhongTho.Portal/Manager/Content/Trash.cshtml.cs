using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Desk;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Content;

/// <summary>What was thrown away: brought back, or deleted for good.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class TrashModel(DeskLists lists, Publisher publisher) : ManagerPage
{
    private const string Address = "/manager/content/trash";

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? Cursor { get; set; }

    public DeskPage List { get; private set; } = new([], null, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await lists.ListAsync(new DeskRequest(DeskShelf.Trash) { Cursor = Cursor }, Me, cancellation) is not { } page)
        {
            return Redirect(Address);
        }

        List = page;
        return Page();
    }

    public Task<IActionResult> OnPostRestoreAsync(Guid id, int version, CancellationToken cancellation) =>
        DoAsync(Act.Restore, id, version, "Đã lấy lại. Bài ở chỗ cũ, chưa đăng.", cancellation);

    public Task<IActionResult> OnPostDeleteAsync(Guid id, int version, CancellationToken cancellation) =>
        DoAsync(Act.Delete, id, version, "Đã xóa hẳn.", cancellation);

    private async Task<IActionResult> DoAsync(Act act, Guid id, int version, string done, CancellationToken cancellation) =>
        await publisher.DoAsync(act, new ItemId(id), version, ActDetails.None, Me, cancellation) is Outcome.Refused refused ? Instead(Address, refused.Reason) : After(Address, done);
}
