using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Contributions;

/// <summary>The ledger of contributions: lines that wait to be checked, and those that were.</summary>
[Authorize(Policy = nameof(Right.EditAll))]
public sealed class IndexModel(ContributionBook ledger, ContributionDesk desk, SiteBooks books) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "ngan")]
    public string Shelf { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "tiep")]
    public Guid? From { get; set; }

    [BindProperty]
    public ContributionInput Input { get; set; } = new();

    public LedgerPage Ledger { get; private set; } = new([], 0, null);

    public SiteBook Book { get; private set; } = null!;

    public bool IsWaiting => Shelf != "da-kiem-tra";

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAddAsync(Guid? subject, Guid? item, CancellationToken cancellation)
    {
        var giver = subject is { } known ? new SubjectId(known) : (SubjectId?)null;
        var reason = await desk.AddAsync(Input.ToEntry(), giver, item is { } text ? new ItemId(text) : null, Me, cancellation);
        if (reason is null)
        {
            return After(BackTo(subject), "Đã ghi vào sổ. Người khác kiểm tra rồi mới cộng và hiện trên trang.");
        }

        await LoadAsync(cancellation);
        return Again(reason);
    }

    public Task<IActionResult> OnPostVerifyAsync(Guid id, int version, Guid? subject, CancellationToken cancellation) =>
        DoAsync(desk.VerifyAsync(id, version, Me, cancellation), "Đã kiểm tra; dòng này được cộng.", subject);

    public Task<IActionResult> OnPostCorrectAsync(Guid id, int version, string? quantity, string? reason, Guid? subject, CancellationToken cancellation) =>
        DoAsync(desk.CorrectAsync(id, version, quantity ?? "", reason ?? "", Me, cancellation), "Đã đính chính; bạn đọc thấy cả con số cũ.", subject);

    public Task<IActionResult> OnPostRemoveAsync(Guid id, int version, Guid? subject, CancellationToken cancellation) =>
        DoAsync(desk.RemoveAsync(id, version, Me, cancellation), "Đã xóa dòng chưa kiểm tra.", subject);

    private async Task<IActionResult> DoAsync(Task<Refusal?> act, string done, Guid? subject) => await act is { } reason ? Instead(BackTo(subject), reason) : After(BackTo(subject), done);

    private static string BackTo(Guid? subject) => subject is { } known ? $"/manager/subjects/{new SubjectId(known)}" : "/manager/contributions";

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Book = await books.CurrentAsync(cancellation);
        Ledger = await ledger.ListAsync(IsWaiting, From, cancellation);
    }
}
