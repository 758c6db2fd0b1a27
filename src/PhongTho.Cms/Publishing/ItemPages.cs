using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Replications;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Publishing;

/// <summary>Builds the page of one item: its body, the names behind its ids, and what stands around it.</summary>
public sealed class ItemPages(SiteFrames frames, SiteAddress address, TimeProvider clock)
{
    internal async Task<ItemPage> BuildAsync(CmsDb db, SiteBook book, ContentItem item, CancellationToken cancellation)
    {
        var json = await db.Revisions.Where(row => row.Id == item.LiveRevisionId).Select(row => row.Body).SingleAsync(cancellation);
        var teaser = (await Teasers.FillAsync(db, book, [item], SiteTime.Today(clock), cancellation))[0];
        return await BuildAsync(db, book, item, ContentTypes.Get(item.Type).Read(json), teaser, PublicFile.Of, cancellation);
    }

    /// <summary>The page as it would be with this text.</summary>
    /// <param name="item">A row of its own, which is filled from the text and must not be saved.</param>
    /// <param name="address">Where the files of a draft are shown from: readers may not have them yet.</param>
    internal async Task<ItemPage> PreviewAsync(CmsDb db, SiteBook book, ContentItem item, ContentBody body, Func<MediaFile, string> address, CancellationToken cancellation)
    {
        ListColumns.Copy(body, item);
        var teaser = (await Teasers.FillAsync(db, book, [item], SiteTime.Today(clock), cancellation))[0] with
        {
            Picture = null,
            Terms = [.. (await StageMarks.OfAsync(db, body, BodyReading.Terms(body), cancellation)).Where(static term => term.Taxonomy != Taxonomies.Tag).Select(term => book.Link(term.Taxonomy, term.Value))],
        };
        return await BuildAsync(db, book, item, body, teaser, file => Preview(PublicFile.Of(file), address(file)), cancellation) with { IsPreview = true };
    }

    private static PublicFile Preview(PublicFile file, string url) => file with { Url = url, Image = file.Image! with { Url = url, Sources = null } };

    private async Task<ItemPage> BuildAsync(
        CmsDb db, SiteBook book, ContentItem item, ContentBody body, Teaser teaser, Func<MediaFile, PublicFile> show, CancellationToken cancellation)
    {
        var today = SiteTime.Today(clock);
        var type = ContentTypes.Get(item.Type);
        var refs = await ReferencesAsync(db, book, body, today, show, cancellation);
        var closed = await db.ClosedChannels.Where(row => row.ItemId == item.Id).Select(static row => row.Purpose).ToListAsync(cancellation);
        var backlinks = await Backlinks.ReadAsync(db, book, item, today, cancellation);
        var parts = new ItemPageParts
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Item = teaser,
            Refs = refs,
            Image = refs.Image(body.Picture) ?? teaser.Picture,
            Trail = await ItemSurroundings.TrailAsync(db, book, item, type, cancellation),
            Day = today,
            Backlinks = backlinks,
            Mentions = await ItemSurroundings.MentionsAsync(db, book, item, [.. backlinks.Select(static link => link.Item.Id)], today, cancellation),
            Related = type.IsTree ? [] : await ItemSurroundings.RelatedAsync(db, book, item, teaser, today, cancellation),
            Branch = type.IsTree ? await ItemSurroundings.BranchAsync(db, item, cancellation) : [],
            IsArchived = item.Standing == Standing.Archived,
            Replications = type.IsTree ? null : await ReplicationBoard.ReadAsync(db, book, item.Id, item.Path, type.IsReplicable, today, cancellation),
            Contributions = type.IsTree ? [] : await ContributionLine.OfAsync(db, book, item.Id, cancellation),
            Closed = closed,
            EmbedSnippet = type.IsTree || item.Standing == Standing.Archived || closed.Contains(ConsentPurpose.Feed) ? "" : EmbedSnippets.Card(address.BaseUrl, item.Path, item.Title),
        };
        return parts.Compose(body);
    }

    private static async Task<References> ReferencesAsync(
        CmsDb db, SiteBook book, ContentBody body, DateOnly today, Func<MediaFile, PublicFile> show, CancellationToken cancellation)
    {
        ItemId[] itemIds = [.. BodyReading.Items(body)];
        MediaId[] mediaIds = [.. BodyReading.Media(body)];
        var terms = BodyReading.Terms(body);
        var rows = itemIds.Length == 0 ? [] : await db.ReadableItems().Where(row => itemIds.Contains(row.Id)).ToListAsync(cancellation);
        var files = mediaIds.Length == 0 ? [] : await db.Media.Where(row => mediaIds.Contains(row.Id)).ToListAsync(cancellation);
        return new References
        {
            Items = (await Teasers.FillAsync(db, book, rows, today, cancellation)).ToDictionary(entry => entry.Id),
            Media = files.ToDictionary(file => file.Id, show),
            Terms = terms.ToDictionary(term => (term.Taxonomy, term.Value), term => term.Taxonomy == Taxonomies.Tag
                ? book.Link(term.Taxonomy, Slug.Of(term.Value)) with { Name = term.Value, ShortName = term.Value }
                : book.Link(term.Taxonomy, term.Value)),
            Places = terms.Where(term => term.Taxonomy is Taxonomies.Unit or Taxonomies.Issuer).Select(term => book.Place(term.Value, today)).OfType<Place>()
                .DistinctBy(place => place.Slug).ToDictionary(place => place.Slug),
        };
    }
}
