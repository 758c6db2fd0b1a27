using PhongTho.Cms.Changes;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Media.Sniffing;

namespace PhongTho.Cms.Media;

/// <summary>A file that arrived and may be taken into the library.</summary>
public sealed record ReceivedFile(StagedFile Staged, string Name, string ContentType, int? Width, int? Height) : IDisposable
{
    public void Dispose() => Staged.Dispose();
}

/// <summary>The door of the library: writes what arrives aside, looks at what it is, and turns away what is too big, broken or dangerous.</summary>
public sealed class MediaIntake(MediaStore store, PictureFiles pictures, MediaLimits limits)
{
    /// <summary>The file to dispose of after use, or why it is not taken. Nothing of it is in the library yet.</summary>
    public async Task<(ReceivedFile? File, Refusal? Reason)> ReceiveAsync(Stream bytes, string name, CancellationToken cancellation)
    {
        if (await store.StageAsync(bytes, limits.MostBytes, cancellation) is not { } staged)
        {
            return (null, limits.TooBig());
        }

        var (received, reason) = await LookAsync(staged, name, cancellation);
        if (received is null)
        {
            staged.Dispose();
        }

        return (received, reason);
    }

    private async Task<(ReceivedFile? File, Refusal? Reason)> LookAsync(StagedFile staged, string name, CancellationToken cancellation)
    {
        if (staged.Size == 0)
        {
            return (null, new Refusal("mediaEmpty", $"Tệp «{name}» không có nội dung."));
        }

        var contentType = MediaTypes.Sniff(staged.Content, name, limits);
        if (WhyNot(contentType, name) is { } unknown)
        {
            return (null, unknown);
        }

        if (limits.WhyNot(contentType!, staged.Size) is { } tooBig)
        {
            return (null, tooBig);
        }

        if (contentType == MediaTypes.Svg)
        {
            var drawn = Drawings.SizeOf(staged.Content);
            return (new ReceivedFile(staged, name, contentType, drawn?.Width, drawn?.Height), null);
        }

        if (!MediaTypes.IsRaster(contentType!))
        {
            return (new ReceivedFile(staged, name, contentType!, null, null), null);
        }

        var (size, reason) = await pictures.LookAsync(staged, contentType!, cancellation);
        return reason is null ? (new ReceivedFile(staged, name, contentType!, size?.Width, size?.Height), null) : (null, reason);
    }

    private static Refusal? WhyNot(string? contentType, string name) => contentType switch
    {
        null => new Refusal(
            "mediaType",
            $"Tệp «{name}» không phải loại được nhận: ảnh JPEG, PNG, WebP, AVIF, GIF; hình vẽ SVG không chứa mã lệnh; PDF; Word (.docx), Excel (.xlsx) không chứa macro; MP3; MP4."),
        MediaTypes.Heic => new Refusal(
            "mediaHeic",
            $"Ảnh «{name}» là HEIC của iPhone, trình duyệt không xem được. Vào Cài đặt › Camera › Định dạng, chọn «Tương thích nhất» rồi chụp lại, hoặc xuất ảnh sang JPEG rồi tải lên."),
        _ => null,
    };
}
