namespace PhongTho.Cms.Media;

/// <summary>What a file is to an editor, and which place of a form takes it.</summary>
public enum MediaKind
{
    /// <summary>Photographs and drawings.</summary>
    Image,

    /// <summary>Documents: PDF, Word, Excel.</summary>
    File,
    Audio,
    Video,
}

/// <summary>Kinds by content type, and their keys in addresses and answers.</summary>
public static class MediaKinds
{
    public static MediaKind Of(string contentType) =>
        Enum.GetValues<MediaKind>().First(kind => contentType.StartsWith(PrefixOf(kind), StringComparison.Ordinal));

    /// <summary>How content types of the kind begin.</summary>
    public static string PrefixOf(MediaKind kind) => kind switch
    {
        MediaKind.Image => "image/",
        MediaKind.Audio => "audio/",
        MediaKind.Video => "video/",
        _ => "application/",
    };

    /// <summary>Key in addresses: <c>image</c>.</summary>
    public static string KeyOf(MediaKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The kind of a key; null for an unknown one.</summary>
    public static MediaKind? Find(string? key) => Enum.GetValues<MediaKind>().Cast<MediaKind?>().FirstOrDefault(kind => KeyOf(kind!.Value) == key);
}
