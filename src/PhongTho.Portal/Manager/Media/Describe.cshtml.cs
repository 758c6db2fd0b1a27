using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Media;

/// <summary>Words for several pictures one after another: asked for right after they came, or whenever somebody has the time.</summary>
public sealed class DescribeModel(MediaShelf shelf, MediaLibrary library) : ManagerPage
{
    private const int Most = 24;

    public IReadOnlyList<DescriptionForm> Forms { get; private set; } = [];

    public static string AddressOf(IEnumerable<MediaFile> files) => "/manager/media/describe?" + string.Join('&', files.Take(Most).Select(static file => "id=" + file.Id));

    /// <param name="id">The files; none for what still lacks words.</param>
    /// <param name="cancellation">Ends the request.</param>
    public async Task OnGetAsync([FromQuery] Guid[] id, CancellationToken cancellation)
    {
        var files = id.Length > 0
            ? await shelf.FindAllAsync([.. id.Take(Most).Select(static one => new MediaId(one))], cancellation)
            : (await shelf.ListAsync(new MediaQuery { LacksDescription = true, Count = Most }, cancellation)).Files;
        Forms = [.. files.Select(DescriptionForm.Of)];
    }

    public async Task<IActionResult> OnPostAsync([FromForm] Guid[] id, CancellationToken cancellation)
    {
        var open = new List<DescriptionForm>();
        var kept = 0;
        foreach (var file in await shelf.FindAllAsync([.. id.Take(Most).Select(static one => new MediaId(one))], cancellation))
        {
            var form = DescriptionForm.Read(file, Request.Form);
            if (form.IsUntouched)
            {
                open.Add(form);
            }
            else if (await library.DescribeAsync(file.Id, form.Said, Me, cancellation) is MediaOutcome.Refused not)
            {
                open.Add(form with { Refused = not.Reason });
            }
            else
            {
                kept++;
            }
        }

        if (open.Find(static form => form.Refused is not null) is { Refused: { } reason })
        {
            Forms = open;
            return Again(reason with { Problems = [] });
        }

        return open.Count > 0 && kept > 0 ? After(AddressOf(open.Select(static form => form.File)), $"Đã lưu mô tả của {kept} tệp. Còn {open.Count} ảnh chưa có mô tả.")
            : open.Count > 0 ? Redirect("/manager/media")
            : After("/manager/media", $"Đã lưu mô tả của {kept} tệp.");
    }
}
