using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Media;

/// <summary>A place that shows a file.</summary>
/// <param name="Item">Null when it is the site itself.</param>
/// <param name="IsDraft">Only the draft shows it, readers do not see it yet.</param>
public sealed record MediaUse(ItemId? Item, string? Type, string Title, string? Path, bool IsDraft)
{
    /// <summary>Drafts of others keep their titles to themselves.</summary>
    public bool IsToldTo(Actor actor) => !IsDraft || actor.May(Right.EditAll) || actor.May(Right.ManageMedia);

    /// <summary>The place as a sentence names it.</summary>
    public string NameFor(Actor actor) => IsToldTo(actor) ? $"«{Title}»{(IsDraft ? " (bản nháp)" : "")}" : "một bản nháp";
}

/// <summary>Who shows a file: what readers can see, what editors are writing, and the site's own settings.</summary>
public static class MediaUses
{
    public static async Task<IReadOnlyList<MediaUse>> OfAsync(CmsDb db, MediaId id, CancellationToken cancellation)
    {
        var shown = await db.Items.Where(item => item.Links.Any(link => link.TargetMediaId == id)).OrderBy(static item => item.Title)
            .Select(static item => new MediaUse(item.Id, item.Type, item.Title, item.Path, false)).ToListAsync(cancellation);

        // Links are drawn when an item goes live; what is still being written holds the id in its text.
        var text = id.ToString();
        var drafted = await db.Items.Where(item => db.Revisions.Any(revision => revision.Id == item.DraftRevisionId && revision.Body.Contains(text))).OrderBy(static item => item.Title)
            .Select(static item => new MediaUse(item.Id, item.Type, item.Title, item.Path, true)).ToListAsync(cancellation);
        var settings = await db.Settings.Where(setting => setting.Json.Contains(text)).Select(static setting => setting.Key).ToListAsync(cancellation);
        return
        [
            .. shown,
            .. drafted.Where(use => shown.TrueForAll(known => known.Item != use.Item)),
            .. settings.Select(static key => new MediaUse(null, null, key == SiteSettings.Key ? "Cài đặt trang" : "Cài đặt «" + key + "»", null, false)),
        ];
    }
}
