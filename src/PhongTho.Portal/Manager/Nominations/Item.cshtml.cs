using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Nominations;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Nominations;

/// <summary>One nomination before the triage desk: what was told, what may be the same, what is next.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class ItemModel(NominationInbox inbox, NominationDesk desk, NominationArticle article, NominationPhotos photos, SiteBooks books) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public InboxEntry Entry { get; private set; } = null!;

    public SiteBook Book { get; private set; } = null!;

    public IReadOnlyList<(string Key, string Name)> Colleagues { get; private set; } = [];

    private string Address => "/manager/nominations/" + Code;

    public bool May(NominationStep step) => NominationSteps.WhyNot(step, Entry.Nomination.State, Me) is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    /// <summary>A picture as it is kept: for the desk's eyes only.</summary>
    public async Task<IActionResult> OnGetPhotoAsync(int number, bool isSmall, CancellationToken cancellation)
    {
        var photo = (await inbox.FindAsync(Code, Me, cancellation))?.Nomination.Photos.Find(photo => photo.Number == number);
        return photo is not null && System.IO.File.Exists(photos.PathOf(photo.FileName, isSmall)) ? PhysicalFile(photos.PathOf(photo.FileName, isSmall), "image/jpeg") : NotFound();
    }

    public Task<IActionResult> OnPostTriageAsync(CancellationToken cancellation) =>
        DoAsync(desk.TriageAsync(Code, Version, Me, cancellation), "Bạn đã nhận xử lý lời giới thiệu này.", cancellation);

    public Task<IActionResult> OnPostForwardAsync(string? unit, CancellationToken cancellation) =>
        DoAsync(desk.ForwardAsync(Code, Version, unit ?? "", Me, cancellation), "Đã ghi là chuyển đơn vị xác minh.", cancellation);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation) =>
        DoAsync(desk.ConfirmAsync(Code, Version, Me, cancellation), "Đã ghi là đơn vị xác nhận.", cancellation);

    public Task<IActionResult> OnPostRejectAsync(string? reason, CancellationToken cancellation) =>
        DoAsync(desk.RejectAsync(Code, Version, reason ?? "", Me, cancellation), "Đã trả lời người giới thiệu.", cancellation);

    public Task<IActionResult> OnPostDuplicateAsync(string? of, string? other, CancellationToken cancellation) =>
        DoAsync(desk.MarkDuplicateAsync(Code, Version, string.IsNullOrWhiteSpace(other) ? of ?? "" : other, Me, cancellation), "Đã ghi là trùng.", cancellation);

    public Task<IActionResult> OnPostAssignAsync(string? member, CancellationToken cancellation) =>
        DoAsync(desk.AssignAsync(Code, Version, member ?? "", Me, cancellation), "Đã giao người xử lý.", cancellation);

    public Task<IActionResult> OnPostNoteAsync(string? note, CancellationToken cancellation) =>
        DoAsync(desk.NoteAsync(Code, Version, note ?? "", Me, cancellation), "Đã lưu ghi chú.", cancellation);

    public async Task<IActionResult> OnPostWriteAsync(CancellationToken cancellation)
    {
        var (item, reason) = await article.BeginAsync(Code, Version, Me, cancellation);
        return reason is null ? After($"/manager/edit/{item}", "Đã tạo bản nháp với những gì đã biết. Hãy viết tiếp.") : await RefuseAsync(reason, cancellation);
    }

    private async Task<IActionResult> DoAsync(Task<Refusal?> act, string done, CancellationToken cancellation) =>
        await act is { } reason ? await RefuseAsync(reason, cancellation) : After(Address, done);

    private async Task<IActionResult> RefuseAsync(Refusal reason, CancellationToken cancellation) =>
        await LoadAsync(cancellation) ? Again(reason) : NotFound();

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await inbox.FindAsync(Code, Me, cancellation) is not { } entry)
        {
            return false;
        }

        (Entry, Book, Colleagues) = (entry, await books.CurrentAsync(cancellation), await inbox.ColleaguesAsync(cancellation));
        return true;
    }
}
