using PhongTho.Cms.Model;

namespace PhongTho.Cms.Media;

/// <summary>A file of the library. Its bytes are addressed by their hash, so a public address never changes its meaning.</summary>
public sealed class MediaFile
{
    public required MediaId Id { get; init; }

    /// <summary>Folder and name as editors see them: <c>minh-hoa/guong-01.svg</c>; unique.</summary>
    public required string Path { get; set; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Hash { get; set; }

    public required string ContentType { get; set; }

    public required long Size { get; set; }

    /// <summary>Pixels; null for what has no picture.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Public address: the hash makes it immutable, the name makes it readable.</summary>
    public string Url => $"/media/{Hash[..16]}/{Name}";
}
