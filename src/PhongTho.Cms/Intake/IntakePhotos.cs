using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;

namespace PhongTho.Cms.Intake;

/// <summary>A picture that came with a form.</summary>
public sealed record IncomingPhoto(Func<Stream> Open, string Name);

/// <summary>
/// Pictures that strangers sent, in a folder of their own, which no public address leads into. What is kept is a copy without metadata, in two sizes;
/// the bytes that came are gone when the request ends.
/// </summary>
public abstract class IntakePhotos(string folder, MediaIntake intake, PictureFiles pictures)
{
    private static readonly Rendition Whole = new(PictureWidths.Most, PictureFormat.Jpeg);

    private static readonly Rendition Small = new(320, PictureFormat.Jpeg);

    /// <summary>No request takes so long; what is older and belongs to no row was left behind by a kill.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>Keeps a copy of what arrived, and gives the name of its file; or says why it is not taken.</summary>
    public async Task<(string? FileName, Refusal? Reason)> TakeAsync(Stream bytes, string name, CancellationToken cancellation)
    {
        var (received, reason) = await intake.ReceiveAsync(bytes, name, cancellation);
        using (received)
        {
            if (received is null)
            {
                return (null, reason);
            }

            if (!MediaTypes.IsRaster(received.ContentType))
            {
                return (null, new Refusal("mediaKind", $"Tệp «{name}» không phải ảnh chụp; ở đây chỉ nhận ảnh JPEG, PNG hoặc WebP."));
            }

            return await CopyAsync(received.Staged, name, cancellation);
        }
    }

    /// <summary>Where it is on disk.</summary>
    public string PathOf(string fileName, bool isSmall = false) => Path.Combine(folder, isSmall ? "nho-" + fileName : fileName);

    public void Forget(string fileName)
    {
        File.Delete(PathOf(fileName));
        File.Delete(PathOf(fileName, isSmall: true));
    }

    /// <summary>Removes what no row knows of.</summary>
    public void ForgetStrangers(IReadOnlySet<string> known, DateTimeOffset now)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(folder).Where(file => File.GetLastWriteTimeUtc(file) < (now - Abandoned).UtcDateTime))
        {
            var name = Path.GetFileName(file);
            if (!known.Contains(name.StartsWith("nho-", StringComparison.Ordinal) ? name[4..] : name))
            {
                File.Delete(file);
            }
        }
    }

    private async Task<(string? FileName, Refusal? Reason)> CopyAsync(StagedFile staged, string name, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        var fileName = Guid.CreateVersion7().ToString("N") + Whole.Extension;
        if (await pictures.CopyAsync(staged, Whole, PathOf(fileName), cancellation) && await pictures.CopyAsync(staged, Small, PathOf(fileName, isSmall: true), cancellation))
        {
            return (fileName, null);
        }

        Forget(fileName);
        return (null, new Refusal("mediaBroken", $"Ảnh «{name}» không đọc được. Hãy chọn ảnh khác, hoặc gửi mà không cần ảnh."));
    }
}
