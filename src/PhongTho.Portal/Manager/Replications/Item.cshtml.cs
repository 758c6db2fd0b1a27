using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Replications;

namespace PhongTho.Portal.Manager.Replications;

/// <summary>One replication: who, where, what is next, and what was told of the result.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class ItemModel(ReplicationInbox inbox, ReplicationDesk desk, ReplicationReports reports, ReplicationPhotos photos) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public ResultEntry Result { get; set; } = new();

    [BindProperty]
    public IFormFile? Picture { get; set; }

    public ReplicationRoomEntry Entry { get; private set; } = null!;

    private string Address => "/manager/replications/" + Code;

    public bool May(ReplicationStep step) => WhyNot(step) is null;

    public Refusal? WhyNot(ReplicationStep step) => ReplicationSteps.WhyNot(step, Entry.Row.State, Entry.Hand);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    /// <summary>The picture that proves the result: for those who may read the row.</summary>
    public async Task<IActionResult> OnGetEvidenceAsync(bool isSmall, CancellationToken cancellation)
    {
        var file = (await inbox.FindAsync(Code, Me, cancellation))?.Row.EvidenceFile;
        return file is not null && System.IO.File.Exists(photos.PathOf(file, isSmall)) ? PhysicalFile(photos.PathOf(file, isSmall), "image/jpeg") : NotFound();
    }

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellation) =>
        DoAsync(desk.ConfirmAsync(Code, Version, Me, cancellation), "Đã xác nhận. Nơi này hiện trên trang của cách làm.", cancellation);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) =>
        DoAsync(desk.DeclineAsync(Code, Version, Reason ?? "", Me, cancellation), "Đã trả lời người ghi danh.", cancellation);

    public Task<IActionResult> OnPostReportAsync(CancellationToken cancellation) => DoAsync(
        reports.WriteAsync(
            Code, Version, new ResultEntry { Result = Result.Result ?? "", Value = Result.Value ?? "", Measure = Result.Measure ?? "" },
            Picture is { Length: > 0 } file ? new IncomingPhoto(file.OpenReadStream, Path.GetFileName(file.FileName)) : null, Me, cancellation),
        "Đã ghi kết quả. Người khác kiểm tra rồi mới hiện trên trang.",
        cancellation);

    public Task<IActionResult> OnPostBackAsync(CancellationToken cancellation) =>
        DoAsync(desk.SendBackAsync(Code, Version, Reason ?? "", Me, cancellation), "Đã trả lại để báo thêm.", cancellation);

    public Task<IActionResult> OnPostCheckAsync(CancellationToken cancellation) =>
        DoAsync(desk.CheckAsync(Code, Version, Me, cancellation), "Kết quả đã lên trang.", cancellation);

    public Task<IActionResult> OnPostStopAsync(CancellationToken cancellation) =>
        DoAsync(desk.StopAsync(Code, Version, Reason ?? "", Me, cancellation), "Đã ghi là dừng.", cancellation);

    public Task<IActionResult> OnPostNoteAsync(CancellationToken cancellation) =>
        DoAsync(desk.NoteAsync(Code, Version, Reason ?? "", Me, cancellation), "Đã lưu ghi chú.", cancellation);

    private async Task<IActionResult> DoAsync(Task<Refusal?> act, string done, CancellationToken cancellation) =>
        await act is not { } reason ? After(Address, done) : await LoadAsync(cancellation) ? Again(reason) : NotFound();

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await inbox.FindAsync(Code, Me, cancellation) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        return true;
    }
}
