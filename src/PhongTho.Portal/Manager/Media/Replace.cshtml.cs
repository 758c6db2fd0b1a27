using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Media;

/// <summary>Putting other bytes behind a file: what shows it shows the new ones.</summary>
public sealed class ReplaceModel(MediaShelf shelf, MediaLibrary library) : UploadPage
{
    public MediaFile Shown { get; private set; } = null!;

    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];

    public Refusal? WhyNot => MediaRules.WhyNotReplace(Shown, Uses, Me);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await ReadAsync(new MediaId(id), cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        var id = new MediaId(Guid.Parse((string)RouteData.Values["id"]!));
        if (!await ReadAsync(id, HttpContext.RequestAborted))
        {
            return NotFound();
        }

        MediaOutcome? outcome = null;
        var refused = await ReceiveAsync(async (_, file) =>
        {
            outcome = await library.ReplaceAsync(id, file.Bytes, file.Name, Me, HttpContext.RequestAborted);
            return false;
        });
        if ((refused ?? (outcome is MediaOutcome.Refused not ? not.Reason : outcome is null ? Uploads.Nothing : null)) is { } reason)
        {
            var page = Again(reason);
            Response.StatusCode = StatusOf(reason);
            return page;
        }

        return After(DetailsModel.AddressOf(id), "Đã thay tệp. Mọi nơi đang dùng đều hiện tệp mới; địa chỉ cũ dẫn đến tệp mới.");
    }

    private async Task<bool> ReadAsync(MediaId id, CancellationToken cancellation)
    {
        if (await shelf.FindAsync(id, cancellation) is not { } file)
        {
            return false;
        }

        Shown = file;
        Uses = await shelf.UsesAsync(id, cancellation);
        return true;
    }
}
