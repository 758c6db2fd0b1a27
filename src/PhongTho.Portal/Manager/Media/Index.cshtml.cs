using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Media;

namespace PhongTho.Portal.Manager.Media;

/// <summary>All pictures and files: looking, finding, bringing in, putting in order.</summary>
public sealed class IndexModel(MediaShelf shelf, MediaLibrary library, TimeProvider clock) : UploadPage
{
    private const int MostAsked = 12;

    public MediaListing Listing { get; private set; } = null!;

    /// <summary>What this person brought and nobody has described yet, the newest few.</summary>
    public MediaPage Asked { get; private set; } = null!;

    /// <summary>Where what is brought in here goes.</summary>
    public string Target => Listing.Ask.Folder ?? Uploads.FolderOf(clock);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Listing = await MediaListing.ReadAsync(shelf, MediaAsk.Of("/manager/media", Request.Query), 48, cancellation);
        Asked = await shelf.ListAsync(new MediaQuery { Of = Me.Key, LacksDescription = true, Count = MostAsked }, cancellation);
    }

    /// <summary>A form that says nothing of what to do has nothing done.</summary>
    public IActionResult OnPost() => Redirect("/manager/media");

    /// <summary>For scripts: one file, and an answer they can show.</summary>
    public async Task<IActionResult> OnPostUploadAsync()
    {
        MediaOutcome? outcome = null;
        var refused = await ReceiveAsync(async (form, file) =>
        {
            outcome = await library.UploadAsync(file.Bytes, form.Field("folder") ?? Uploads.FolderOf(clock), file.Name, Me, HttpContext.RequestAborted);
            return false;
        });
        var reason = refused ?? (outcome is MediaOutcome.Refused not ? not.Reason : outcome is null ? Uploads.Nothing : null);
        return reason is null
            ? new JsonResult(UploadAnswer.Of(((MediaOutcome.Done)outcome!).File))
            : new JsonResult(new { reason.Code, reason.Message }) { StatusCode = StatusOf(reason) };
    }
}

/// <summary>What scripts are told of a file that was taken in.</summary>
public sealed record UploadAnswer(string Id, string Name, string? Src, string? Alt, string Kind)
{
    public static UploadAnswer Of(MediaFile file) =>
        new(file.Id.ToString(), file.Name, file.IsPicture ? MediaFiles.AddressOf(file, 320) : null, file.Alt, MediaKinds.KeyOf(file.Kind));
}
