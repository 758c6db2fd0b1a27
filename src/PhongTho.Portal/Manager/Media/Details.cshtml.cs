using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Media;

/// <summary>One file: what it shows, where it lies, who shows it, and what may be done with it.</summary>
public sealed class DetailsModel(MediaShelf shelf, MediaLibrary library, PictureFiles pictures) : ManagerPage
{
    public MediaFile Shown { get; private set; } = null!;

    public DescriptionForm Form { get; private set; } = null!;

    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];

    public string? Bringer { get; private set; }

    public IReadOnlyList<string> Folders { get; private set; } = [];

    /// <summary>Sizes that are made, and how many there will be.</summary>
    public (int Ready, int All) Renditions => pictures.CountOf(Shown);

    public Refusal? WhyNotMove => MediaRules.WhyNotMove(Shown, Me);

    public Refusal? WhyNotReplace => MediaRules.WhyNotReplace(Shown, Uses, Me);

    public Refusal? WhyNotDelete => MediaRules.WhyNotDelete(Shown, Uses, Me);

    public Refusal? WhyNotDownload => MediaRules.WhyNotDownload(Shown, Me);

    public static string AddressOf(MediaId id) => $"/manager/media/{id}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => await ReadAsync(id, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostDescribeAsync(Guid id, CancellationToken cancellation)
    {
        if (!await ReadAsync(id, cancellation))
        {
            return NotFound();
        }

        Form = DescriptionForm.Read(Shown, Request.Form);
        if (await library.DescribeAsync(Shown.Id, Form.Said, Me, cancellation) is MediaOutcome.Refused { Reason: var reason })
        {
            Form = Form with { Refused = reason };
            return Again(reason with { Problems = [] });
        }

        return After(AddressOf(Shown.Id), "Đã lưu mô tả.");
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, string? folder, string? name, CancellationToken cancellation) =>
        await library.MoveAsync(new MediaId(id), folder ?? "", string.IsNullOrWhiteSpace(name) ? "tep" : name, Me, cancellation) switch
        {
            MediaOutcome.Done done => After(AddressOf(done.File.Id), $"Tệp nay là «{done.File.Path}». Địa chỉ cũ vẫn dẫn đến tệp này."),
            MediaOutcome.Refused not => Instead(AddressOf(new MediaId(id)), not.Reason),
            _ => NotFound(),
        };

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellation) =>
        await library.DeleteAsync(new MediaId(id), Me, cancellation) switch
        {
            MediaOutcome.Done done => After("/manager/media", $"Đã xóa «{done.File.Name}»."),
            MediaOutcome.Refused { Reason.Code: "missing" } => NotFound(),
            MediaOutcome.Refused not => Instead(AddressOf(new MediaId(id)), not.Reason),
            _ => NotFound(),
        };

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellation)
    {
        if (await shelf.FindAsync(new MediaId(id), cancellation) is not { } file)
        {
            return false;
        }

        (Shown, Form) = (file, DescriptionForm.Of(file));
        Uses = await shelf.UsesAsync(file.Id, cancellation);
        Bringer = await shelf.BringerAsync(file, cancellation);
        Folders = [.. (await shelf.FoldersAsync(cancellation)).Select(static folder => folder.Path).Where(static path => path.Length > 0)];
        return true;
    }
}
