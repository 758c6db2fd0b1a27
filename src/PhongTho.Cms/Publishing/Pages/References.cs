using PhongTho.Cms.Model;

namespace PhongTho.Cms.Publishing;

/// <summary>What the ids and slugs inside a body stand for, as far as the public may know: anything not public is simply not here.</summary>
public sealed class References
{
    public required IReadOnlyDictionary<(string Taxonomy, string Slug), TermLink> Terms { get; init; }

    public required IReadOnlyDictionary<string, Place> Places { get; init; }

    public required IReadOnlyDictionary<MediaId, PublicFile> Media { get; init; }

    public required IReadOnlyDictionary<ItemId, Teaser> Items { get; init; }

    /// <summary>The term, or one that shows its slug when the taxonomy does not know it.</summary>
    public TermLink Term(string taxonomy, string slug) =>
        Terms.TryGetValue((taxonomy, slug), out var term) ? term : new TermLink(taxonomy, slug, slug);

    public Place? Place(string? slug) => slug is not null && Places.TryGetValue(slug, out var place) ? place : null;

    public PublicFile? File(MediaId? id) => id is { } known && Media.TryGetValue(known, out var file) ? file : null;

    /// <summary>The picture ready to show, or null when its file is gone.</summary>
    public PublicImage? Image(Picture? picture) =>
        File(picture?.Media)?.Image is { } image ? image with { Alt = picture!.Alt, Caption = picture.Caption, Credit = picture.Credit } : null;

    /// <summary>The live item, or null when the public may not see it.</summary>
    public Teaser? Item(ItemId? id) => id is { } known && Items.TryGetValue(known, out var item) ? item : null;
}
