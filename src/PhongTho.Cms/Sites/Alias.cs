using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>An address that once worked: it leads on to where the content is now, or says that it is gone.</summary>
public sealed class Alias
{
    /// <summary>Without slashes at the ends.</summary>
    public required string Path { get; init; }

    /// <summary>The item that moved away from here.</summary>
    public ItemId? ItemId { get; set; }

    /// <summary>Where it leads, when not to an item.</summary>
    public string? Target { get; set; }

    /// <summary>Gone for good: 410.</summary>
    public bool IsGone { get; set; }
}
