using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Media;

namespace PhongTho.Portal.Manager.Media;

/// <summary>Bringing files in by a plain form, several at once; each is taken or refused on its own.</summary>
public sealed class UploadModel(MediaLibrary library, MediaShelf shelf, TimeProvider clock) : UploadPage
{
    public string Folder { get; private set; } = "";

    public IReadOnlyList<string> Folders { get; private set; } = [];

    public List<MediaFile> Taken { get; } = [];

    public List<(string Name, string Reason)> NotTaken { get; } = [];

    public async Task OnGetAsync(string? folder, CancellationToken cancellation)
    {
        Folder = folder ?? Uploads.FolderOf(clock);
        await ReadFoldersAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        var refused = await ReceiveAsync(async (form, file) =>
        {
            Folder = form.Field("folder") ?? Uploads.FolderOf(clock);
            switch (await library.UploadAsync(file.Bytes, Folder, file.Name, Me, cancellation))
            {
                case MediaOutcome.Done done:
                    Taken.Add(done.File);
                    break;
                case MediaOutcome.Refused not:
                    NotTaken.Add((file.Name, not.Reason.Message));
                    break;
            }

            return true;
        });
        if ((refused ?? (Taken.Count + NotTaken.Count == 0 ? Uploads.Nothing : null)) is { } reason)
        {
            await ReadFoldersAsync(cancellation);
            var page = Again(reason);
            Response.StatusCode = StatusOf(reason);
            return page;
        }

        if (NotTaken.Count == 0)
        {
            return After(Next, $"Đã tải lên {Taken.Count} tệp.");
        }

        await ReadFoldersAsync(cancellation);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Where to go on: to the words for the pictures, when there are any.</summary>
    public string Next => Taken.Exists(static file => file.LacksDescription)
        ? DescribeModel.AddressOf(Taken.Where(static file => file.LacksDescription))
        : "/manager/media";

    private async Task ReadFoldersAsync(CancellationToken cancellation) =>
        Folders = [.. (await shelf.FoldersAsync(cancellation)).Select(static folder => folder.Path).Where(static path => path.Length > 0)];
}
