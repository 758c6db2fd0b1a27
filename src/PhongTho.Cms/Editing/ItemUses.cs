using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Editing;

/// <summary>An item that points at another.</summary>
/// <param name="IsDraft">Only its draft does, readers do not see it yet.</param>
public sealed record ItemUse(ItemId Item, string Type, string Title, string Path, bool IsDraft);

/// <summary>Who points at an item: what readers can see or once saw, and what editors are writing.</summary>
public static class ItemUses
{
    public static async Task<IReadOnlyList<ItemUse>> OfAsync(CmsDb db, ItemId id, CancellationToken cancellation)
    {
        var shown = await db.Items.Where(item => item.Id != id && item.Links.Any(link => link.TargetItemId == id)).OrderBy(static item => item.Title)
            .Select(static item => new ItemUse(item.Id, item.Type, item.Title, item.Path, false)).ToListAsync(cancellation);

        // Links are drawn when an item goes live; what is still being written holds the id in its text.
        var text = id.ToString();
        var drafted = await db.Items
            .Where(item => item.Id != id && item.TrashedAt == null && db.Revisions.Any(revision => revision.Id == item.DraftRevisionId && revision.Body.Contains(text)))
            .OrderBy(static item => item.DraftTitle).Select(static item => new ItemUse(item.Id, item.Type, item.DraftTitle, item.Path, true)).ToListAsync(cancellation);
        return [.. shown, .. drafted.Where(use => shown.TrueForAll(known => known.Item != use.Item))];
    }
}
