using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Desk;

/// <summary>Which items stand on which shelf for whom, and in which order. Every filter is one an index answers: stages, not "not idle".</summary>
internal static class DeskQueries
{
    private static readonly Stage[] worked = [Stage.Draft, Stage.InReview, Stage.ChangesRequested, Stage.Approved, Stage.Scheduled];
    private static readonly Standing[] takenDown = [Standing.OnHold, Standing.Archived, Standing.Withdrawn, Standing.Retracted];
    private static readonly string[] types = [.. ContentTypes.All.Select(static type => type.Key)];

    /// <summary>Items somebody works on, as far as this person may see them.</summary>
    public static IQueryable<ContentItem> Worked(CmsDb db, Actor actor) =>
        Within(db.Items.Where(item => worked.Contains(item.Stage) && item.TrashedAt == null), actor);

    public static IQueryable<ContentItem> Live(CmsDb db, Actor actor, string? type) =>
        Within(OfTypes(db, type).Where(item => item.Standing == Standing.Live), actor);

    /// <summary>All shelves but the published ones, which the log orders.</summary>
    public static IQueryable<ContentItem> Of(CmsDb db, DeskShelf shelf, Actor actor, string? type)
    {
        var items = shelf switch
        {
            DeskShelf.Trash => Within(db.Items.Where(item => item.TrashedAt != null), actor),
            DeskShelf.TakenDown => Within(TakenDown(db, type), actor),
            _ => OnShelf(Worked(db, actor), shelf, actor),
        };
        return type is null ? items : items.Where(item => item.Type == type);
    }

    /// <summary>What waits for a person follows from what the person may do.</summary>
    public static IQueryable<ContentItem> Waiting(IQueryable<ContentItem> items, Actor actor)
    {
        var (me, reviews, publishes) = (actor.Key, actor.May(Right.Review), actor.May(Right.Publish));
        return items.Where(item =>
            (reviews && item.Stage == Stage.InReview) || (publishes && item.Stage == Stage.Approved)
            || (item.Stage == Stage.ChangesRequested && (item.CreatedBy == me || item.DraftedBy == me || item.SubmittedBy == me)));
    }

#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
    /// <summary>The shelf in its order, from the cursor on.</summary>
    public static IQueryable<ContentItem> InOrder(IQueryable<ContentItem> items, DeskShelf shelf, Cursor? after)
    {
        var (at, path) = (after?.ListedAt, after?.Path);
        return shelf switch
        {
            DeskShelf.Scheduled => items.Where(item => at == null || item.PublishAt > at || (item.PublishAt == at && string.Compare(item.Path, path) > 0))
                .OrderBy(item => item.PublishAt).ThenBy(item => item.Path),
            DeskShelf.Trash => items.Where(item => at == null || item.TrashedAt < at || (item.TrashedAt == at && string.Compare(item.Path, path) > 0))
                .OrderByDescending(item => item.TrashedAt).ThenBy(item => item.Path),
            DeskShelf.TakenDown => items.Where(item => at == null || item.UpdatedAt < at || (item.UpdatedAt == at && string.Compare(item.Path, path) > 0))
                .OrderByDescending(item => item.UpdatedAt).ThenBy(item => item.Path),
            _ => items.Where(item => at == null || item.DraftedAt < at || (item.DraftedAt == at && string.Compare(item.Path, path) > 0))
                .OrderByDescending(item => item.DraftedAt).ThenBy(item => item.Path),
        };
    }
#pragma warning restore CA1309

    /// <summary>Where the page that ends with this item ended.</summary>
    public static Cursor After(ContentItem item, DeskShelf shelf) => new(
        shelf switch
        {
            DeskShelf.Scheduled => item.PublishAt ?? item.DraftedAt,
            DeskShelf.Trash => item.TrashedAt ?? item.DraftedAt,
            DeskShelf.TakenDown => item.UpdatedAt,
            _ => item.DraftedAt,
        },
        item.Path);

    private static IQueryable<ContentItem> OnShelf(IQueryable<ContentItem> items, DeskShelf shelf, Actor actor) => shelf switch
    {
        DeskShelf.Waiting => Waiting(items, actor),
        DeskShelf.Mine => items.Where(item => item.CreatedBy == actor.Key || item.DraftedBy == actor.Key),
        DeskShelf.Unit => items.Where(item => item.OwnerUnit != null && item.OwnerUnit == actor.Unit),
        DeskShelf.InReview => items.Where(item => item.Stage == Stage.InReview),
        DeskShelf.ChangesRequested => items.Where(item => item.Stage == Stage.ChangesRequested),
        DeskShelf.Approved => items.Where(item => item.Stage == Stage.Approved),
        DeskShelf.Scheduled => items.Where(item => item.Stage == Stage.Scheduled),
        _ => throw new ArgumentOutOfRangeException(nameof(shelf)),
    };

    private static IQueryable<ContentItem> TakenDown(CmsDb db, string? type) => OfTypes(db, type).Where(item =>
        takenDown.Contains(item.Standing) || (item.Standing == Standing.Private && item.LiveRevisionId != null && item.TrashedAt == null && item.Stage == Stage.Idle));

    private static IQueryable<ContentItem> OfTypes(CmsDb db, string? type)
    {
        string[] wanted = type is null ? types : [type];
        return db.Items.Where(item => wanted.Contains(item.Type));
    }

    /// <summary>The same reach as <see cref="Workflow.IsWithinReach"/>, for the database.</summary>
    internal static IQueryable<ContentItem> Within(IQueryable<ContentItem> items, Actor actor)
    {
        var (me, unit) = (actor.Key, actor.Unit);
        return actor.May(Right.EditAll) ? items : items.Where(item => item.CreatedBy == me || (item.OwnerUnit != null && item.OwnerUnit == unit));
    }
}
