using System.Reflection;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Model;
using PhongTho.Cms.Replications;

namespace PhongTho.Cms.Publishing;

/// <summary>Everything about the page of an item but its body, whose type only the template knows.</summary>
internal sealed record ItemPageParts
{
    public required SiteFrame Frame { get; init; }

    public required Teaser Item { get; init; }

    public required References Refs { get; init; }

    public required PublicImage? Image { get; init; }

    public required IReadOnlyList<Crumb> Trail { get; init; }

    public required DateOnly Day { get; init; }

    public required IReadOnlyList<Backlink> Backlinks { get; init; }

    public required IReadOnlyList<TeaserGroup> Mentions { get; init; }

    public required IReadOnlyList<Teaser> Related { get; init; }

    public required IReadOnlyList<SectionLink> Branch { get; init; }

    public required bool IsArchived { get; init; }

    public required IReadOnlyList<ConsentPurpose> Closed { get; init; }

    public required string EmbedSnippet { get; init; }

    public required ReplicationBoard? Replications { get; init; }

    public required IReadOnlyList<ContributionLine> Contributions { get; init; }

    /// <summary>The page of the body, typed by the body.</summary>
    public ItemPage Compose(ContentBody body)
    {
        var compose = typeof(ItemPageParts).GetMethod(nameof(ComposeTyped), BindingFlags.NonPublic | BindingFlags.Instance)!;
        return (ItemPage)compose.MakeGenericMethod(body.GetType()).Invoke(this, [body])!;
    }

    private ItemPage<TBody> ComposeTyped<TBody>(TBody body)
        where TBody : ContentBody => new()
        {
            Frame = Frame,
            Title = body.Title,
            Description = body.Summary,
            Path = Item.Path,
            Image = Image,
            Trail = Trail,
            Language = body.TextLanguage,
            Item = Item,
            Refs = Refs,
            Related = Related,
            Day = Day,
            Backlinks = Backlinks,
            Mentions = Mentions,
            Branch = Branch,
            IsArchived = IsArchived,
            Closed = Closed,
            EmbedSnippet = EmbedSnippet,
            Replications = Replications,
            Contributions = Contributions,
            Body = body,
        };
}
