using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>What readers may see, by address. Hands out records of its own, never a row of the database.</summary>
public sealed class Published(CmsDatabase database, SiteBooks books, SiteFrames frames, ItemPages pages, TimeProvider clock)
{
    /// <summary>The item at this path (without slashes at the ends), or what became of it.</summary>
    public async Task<Found> FindAsync(string path, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var item = await db.Items.SingleOrDefaultAsync(row => row.Path == path, cancellation);
        if (item is null)
        {
            return await FollowAliasAsync(db, path, cancellation);
        }

        return item.Standing switch
        {
            Standing.Archived or Standing.Withdrawn or Standing.Retracted when item.ForwardTo is { } to => new Found.Moved(to, IsForNow: true),
            Standing.Live or Standing.Archived => new Found.Here(await pages.BuildAsync(db, book, item, cancellation)),
            Standing.OnHold => new Found.Left(NoticeKind.OnHold, null),
            Standing.Withdrawn => new Found.Left(NoticeKind.Gone, null),
            Standing.Retracted => new Found.Left(NoticeKind.Retracted, item.StandingNote),
            _ => new Found.Missing(),
        };
    }

    /// <summary>The page an item would have with this text: for those who write it, never for readers. Null when there is no such item.</summary>
    /// <param name="address">Where a file is shown from to those who write.</param>
    public async Task<ItemPage?> PreviewAsync(ItemId id, ContentBody body, Func<MediaFile, string> address, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var item = await db.Items.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (item is null)
        {
            return null;
        }

        // As a reader gets it: what nobody agreed to is left out here too.
        var named = await NamedSubjects.ReadAsync(db, body, cancellation);
        return await pages.PreviewAsync(db, book, item, named.Shown(body, SiteTime.Today(clock)), address, cancellation);
    }

    /// <summary>The frame alone, for pages that show no content.</summary>
    public async Task<SiteFrame> FrameAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        return await frames.BuildAsync(db, book, cancellation);
    }

    /// <summary>The list entry of a live item that may be shown in other people's pages, or null.</summary>
    public async Task<Teaser?> TeaserAsync(string path, DateOnly today, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var row = await db.LiveItems().OpenTo(ConsentPurpose.Feed).SingleOrDefaultAsync(item => item.Path == path, cancellation);
        return row is null ? null : (await Teasers.FillAsync(db, book, [row], today, cancellation))[0];
    }

    /// <summary>True when the file may be served: something live, or the site itself, shows it.</summary>
    public async Task<bool> ShowsMediaAsync(MediaId id, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        if (book.Settings.ShareImage == id)
        {
            return true;
        }

        await using var db = database.Open();
        return await db.Links.AnyAsync(link => link.TargetMediaId == id && db.ReadableItems().Any(item => item.Id == link.ItemId), cancellation);
    }

    private static async Task<Found> FollowAliasAsync(CmsDb db, string path, CancellationToken cancellation)
    {
        var alias = await db.Aliases.SingleOrDefaultAsync(row => row.Path == path, cancellation);
        if (alias is null)
        {
            return new Found.Missing();
        }

        if (alias.IsGone)
        {
            return new Found.Left(NoticeKind.Gone, null);
        }

        if (alias.Target is { } target)
        {
            return new Found.Moved(target);
        }

        // An address never leads to where there is nothing to see, and never tells that a draft exists.
        var moved = await db.Items.Where(item => item.Id == alias.ItemId && item.Standing != Standing.Private)
            .Select(item => item.Path).SingleOrDefaultAsync(cancellation);
        return moved is null ? new Found.Missing() : new Found.Moved("/" + moved);
    }
}
