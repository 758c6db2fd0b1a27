using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>An item on the writing table, with what stands around its text.</summary>
public sealed record OpenDraft(WorkflowCase Case)
{
    public ContentItem Item => Case.Item;

    public ContentBody Body => Case.Body;

    public ContentType Type { get; } = ContentTypes.Get(Case.Item.Type);

    /// <summary>Addresses that lead here from former times.</summary>
    public IReadOnlyList<string> FormerPaths { get; init; } = [];

    public IReadOnlyList<ItemUse> Uses { get; init; } = [];

    /// <summary>Names of those who acted on it.</summary>
    public required ActorNames Names { get; init; }

    /// <summary>The day whose names of places count: the content's own, else that of its publication.</summary>
    public DateOnly DayOr(DateOnly today) => Body.ListedOn ?? (Item.PublishedAt is { } at ? DateOnly.FromDateTime(SiteTime.Local(at).DateTime) : today);
}
