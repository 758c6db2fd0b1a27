using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Media;

/// <summary>The files of the portal: taken in after a look at what they are, found by folder and name.</summary>
public sealed class MediaLibrary(MediaStore store, TimeProvider clock)
{
    /// <summary>
    /// Takes the file in, or replaces the bytes behind the same folder and name. Returns it and whether anything changed.
    /// Refuses what the library does not know.
    /// </summary>
    public async Task<(MediaFile? File, Refusal? Reason)> AddAsync(Work work, string path, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (MediaTypes.Sniff(bytes.Span, path) is not { } contentType)
        {
            return (null, new Refusal("mediaType", $"Tệp «{path}» không phải loại được nhận (ảnh PNG, JPEG, WebP, hình vẽ SVG, PDF, MP3, MP4)."));
        }

        var hash = await store.KeepAsync(bytes, cancellation);
        var size = contentType == "image/svg+xml" ? MediaTypes.DrawingSize(bytes.Span) : RasterSize.Of(bytes.Span, contentType);
        var file = await work.Db.Media.SingleOrDefaultAsync(row => row.Path == path, cancellation);
        if (file?.Hash == hash)
        {
            return (file, null);
        }

        if (file is null)
        {
            file = new MediaFile { Id = MediaId.New(clock), Path = path, Hash = hash, ContentType = contentType, Size = bytes.Length, CreatedAt = work.Now };
            work.Db.Media.Add(file);
        }

        (file.Hash, file.ContentType, file.Size, file.Width, file.Height) = (hash, contentType, bytes.Length, size?.Width, size?.Height);
        work.Record(ChangeVerb.MediaAdded, subject: "media:" + path);
        return (file, null);
    }
}
