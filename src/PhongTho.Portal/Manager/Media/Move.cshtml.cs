using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Media;

/// <summary>Puts the files ticked in the list into one folder.</summary>
public sealed class MoveModel(MediaLibrary library) : ManagerPage
{
    private static readonly Refusal None = new("nothing", "Hãy đánh dấu những tệp cần chuyển trước.");

    private static readonly Refusal Nowhere = new("nothing", "Hãy chọn hoặc gõ tên thư mục cần chuyển đến.");

    public IActionResult OnGet() => Redirect("/manager/media");

    public async Task<IActionResult> OnPostAsync([FromForm] Guid[] id, [FromForm] string? folder, [FromForm] string? from, CancellationToken cancellation)
    {
        var back = "/manager/media" + (from is ['?', ..] ? from : "");
        if (id.Length == 0 || string.IsNullOrWhiteSpace(folder))
        {
            return Instead(back, id.Length == 0 ? None : Nowhere);
        }

        var (moved, reason) = await library.GatherAsync([.. id.Select(static one => new MediaId(one))], folder, Me, cancellation);
        return reason is null ? After(back, $"Đã chuyển {moved} tệp vào thư mục «{MediaWords.FolderOf(MediaNames.Folder(folder))}».") : Instead(back, reason);
    }
}
