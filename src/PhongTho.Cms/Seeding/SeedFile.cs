using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>What the seed brought in, so that it comes once: a file that did not change is not read again, and what people edited since is left alone.</summary>
public sealed class SeedFile
{
    /// <summary>Path under the content folder.</summary>
    public required string Path { get; init; }

    public required string Hash { get; set; }

    public ItemId? ItemId { get; set; }

    /// <summary>Version of the item right after seeding; a higher one means that somebody edited it.</summary>
    public int Version { get; set; }
}
