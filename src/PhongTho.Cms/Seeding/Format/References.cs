using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>How files name other content: items by address, media by folder and name, dossiers by their slug. Null means that nobody is there.</summary>
/// <param name="Item">By address without slashes at the ends.</param>
/// <param name="Media">By path under the media folder.</param>
public sealed record ReferenceLookup(Func<string, ItemId?> Item, Func<string, MediaId?> Media, Func<string, SubjectId?> Subject)
{
    /// <summary>For files that may not point anywhere.</summary>
    public static ReferenceLookup None { get; } = new(static _ => null, static _ => null, static _ => null);
}

/// <summary>The way back: what an identity is called in files.</summary>
public sealed record ReferenceNames(Func<ItemId, string> Item, Func<MediaId, string> Media, Func<SubjectId, string> Subject)
{
    /// <summary>For records that never point anywhere.</summary>
    public static ReferenceNames None { get; } = new(static id => id.ToString(), static id => id.ToString(), static id => id.ToString());
}
