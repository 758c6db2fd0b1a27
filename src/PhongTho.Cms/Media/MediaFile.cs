using System.Globalization;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Media;

/// <summary>A file of the library. Its bytes are addressed by their hash, so a public address never changes its meaning.</summary>
public sealed class MediaFile
{
    public required MediaId Id { get; init; }

    /// <summary>Folder and name as editors see them: <c>minh-hoa/guong-01.svg</c>; unique.</summary>
    public required string Path { get; set; }

    /// <summary>The part of the path above the name, without a slash at the end; empty at the top. Kept as a column for lists.</summary>
    public string Folder { get; set; } = "";

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Hash { get; set; }

    public required string ContentType { get; set; }

    public required long Size { get; set; }

    /// <summary>Pixels as shown, after turning; null for what has no picture.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }

    /// <summary>What a person who cannot see it needs to know; null while nobody has said.</summary>
    public string? Alt { get; set; }

    /// <summary>Said to tell nothing, so that it needs no alternative text.</summary>
    public bool IsDecorative { get; set; }

    public string? Caption { get; set; }

    public string? Credit { get; set; }

    /// <summary>What must stay in sight when it is cropped, in thousandths of the width from the left; null for the middle.</summary>
    public int? FocusX { get; set; }

    /// <summary>In thousandths of the height from the top.</summary>
    public int? FocusY { get; set; }

    /// <summary>Name and texts without marks, for searching in the library.</summary>
    public string Words { get; set; } = "";

    /// <summary>Key of the actor who brought it; null for what is older than this column.</summary>
    public string? UploadedBy { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its bytes were last replaced.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Made of pixels: readers get it in renditions, never as it came.</summary>
    public bool IsRaster => MediaTypes.IsRaster(ContentType);

    public MediaKind Kind => MediaKinds.Of(ContentType);

    /// <summary>Shown as a picture, of pixels or of lines: what is seen needs words for those who cannot see it.</summary>
    public bool IsPicture => Kind == MediaKind.Image;

    /// <summary>A picture nobody has said anything of yet.</summary>
    public bool LacksDescription => IsPicture && !IsDecorative && Alt is null;

    /// <summary>Public address: the hash makes it immutable, the name makes it readable. Of a photograph it is the widest JPEG.</summary>
    public string Url => IsRaster ? UrlOf(new Rendition(PictureWidths.Of(Width, Height)[^1], PictureFormat.Jpeg)) : $"/media/{Hash[..16]}/{Name}";

    /// <summary>Address of the JPEG for shares.</summary>
    public string ShareUrl => IsRaster ? UrlOf(new Rendition(PictureWidths.ShareOf(Width, Height), PictureFormat.Jpeg)) : Url;

    private string Stem => System.IO.Path.GetFileNameWithoutExtension(Name);

    /// <summary>Public address of one rendition.</summary>
    public string UrlOf(Rendition rendition) =>
        string.Create(CultureInfo.InvariantCulture, $"/media/{Hash[..16]}/{rendition.Width}/{Stem}{rendition.Extension}");

    /// <summary>All widths of one format as <c>srcset</c> writes them; null for what is not made of pixels.</summary>
    public string? SourceSet(PictureFormat format) => IsRaster
        ? string.Join(", ", PictureWidths.Of(Width, Height).Select(width => string.Create(CultureInfo.InvariantCulture, $"{UrlOf(new Rendition(width, format))} {width}w")))
        : null;
}

/// <summary>An address a file had before it was replaced or renamed; it leads to the file for as long as the file is there.</summary>
public sealed class FormerMediaAddress
{
    /// <summary>The sixteen characters of the hash that stood in the address.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required MediaId MediaId { get; init; }
}
