using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Replications;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>Builds the page of one item: its body, the names behind its ids, and what stands near it.</summary>
public sealed class ItemPages(SiteFrames frames, SiteAddress address, TimeProvider clock)
{
    private const int RelatedCount = 4;

    private static readonly string[] NearTaxonomies = [Taxonomies.Field, Taxonomies.Unit, Taxonomies.SubjectKind, Taxonomies.Column, Taxonomies.DocumentKind];

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
            Terms = [.. BodyReading.Terms(body).Where(static term => term.Taxonomy != Taxonomies.Tag).Select(term => book.Link(term.Taxonomy, term.Value))],
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
        var parts = new Parts
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Item = teaser,
            Refs = refs,
            Image = refs.Image(body.Picture) ?? teaser.Picture,
            Trail = await TrailAsync(db, book, item, type, cancellation),
            Day = today,
            Backlinks = backlinks,
            Mentions = await MentionsAsync(db, book, item, [.. backlinks.Select(static link => link.Item.Id)], today, cancellation),
            Related = type.IsTree ? [] : await RelatedAsync(db, book, item, teaser, today, cancellation),
            Branch = type.IsTree ? await BranchAsync(db, item, cancellation) : [],
            IsArchived = item.Standing == Standing.Archived,
            Replications = type.IsTree ? null : await ReplicationBoard.ReadAsync(db, book, item.Id, item.Path, type.IsReplicable, today, cancellation),
            Contributions = type.IsTree ? [] : await ContributionLine.OfAsync(db, book, item.Id, cancellation),
            Closed = closed,
            EmbedSnippet = type.IsTree || item.Standing == Standing.Archived || closed.Contains(ConsentPurpose.Feed) ? "" : EmbedSnippets.Card(address.BaseUrl, item.Path, item.Title),
        };
        return Compose(body, parts);
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

    private static async Task<IReadOnlyList<Crumb>> TrailAsync(CmsDb db, SiteBook book, ContentItem item, ContentType type, CancellationToken cancellation)
    {
        var home = new Crumb("Trang chủ", "/");
        if (!type.IsTree)
        {
            return book.Section(type.Section) is { } section ? [home, new Crumb(section.Name, "/" + section.Path)] : [home];
        }

        var parts = item.Path.Split('/');
        string[] above = [.. Enumerable.Range(1, parts.Length - 1).Select(count => string.Join('/', parts.Take(count)))];
        var titles = await db.LiveItems().Where(row => above.Contains(row.Path)).ToDictionaryAsync(row => row.Path, row => row.Title, cancellation);
        return [home, .. above.Where(titles.ContainsKey).Select(path => new Crumb(titles[path], "/" + path))];
    }

    private static async Task<IReadOnlyList<TeaserGroup>> MentionsAsync(
        CmsDb db, SiteBook book, ContentItem item, ItemId[] told, DateOnly today, CancellationToken cancellation)
    {
        var rows = await db.LiveItems().Where(row => row.Id != item.Id && !told.Contains(row.Id) && row.Links.Any(link => link.TargetItemId == item.Id))
            .NewestFirst().Take(60).ToListAsync(cancellation);
        var entries = await Teasers.FillAsync(db, book, rows, today, cancellation);
        return [.. entries.GroupBy(entry => entry.TypeLabel).Select(group => new TeaserGroup(group.Key, [.. group]))];
    }

    /// <summary>The newest of its type that share most with it.</summary>
    private static async Task<IReadOnlyList<Teaser>> RelatedAsync(
        CmsDb db, SiteBook book, ContentItem item, Teaser teaser, DateOnly today, CancellationToken cancellation)
    {
        TermLink[] near = [.. teaser.Terms.Where(term => NearTaxonomies.Contains(term.Taxonomy))];
        string[] slugs = [.. near.Select(term => term.Slug)];
        var others = db.LiveItems().Where(row => row.Type == item.Type && row.Id != item.Id);
        var candidates = slugs.Length == 0
            ? others
            : others.Where(row => row.Terms.Any(term => NearTaxonomies.Contains(term.Taxonomy) && slugs.Contains(term.Slug)));
        var rows = await candidates.NewestFirst().Take(slugs.Length == 0 ? RelatedCount : 40).ToListAsync(cancellation);
        var entries = await Teasers.FillAsync(db, book, rows, today, cancellation);
        return [.. entries.OrderByDescending(entry => entry.Terms.Count(term => near.Any(mine => mine.Taxonomy == term.Taxonomy && mine.Slug == term.Slug))).Take(RelatedCount)];
    }

    /// <summary>Children of the page; its brothers when it has none.</summary>
    private static async Task<IReadOnlyList<SectionLink>> BranchAsync(CmsDb db, ContentItem item, CancellationToken cancellation)
    {
        var root = item.Path.Split('/')[0];
        var rows = await db.LiveItems().Where(row => row.Type == item.Type && (row.Path == root || row.Path.StartsWith(root + "/")))
            .Join(db.Revisions, row => row.LiveRevisionId, revision => revision.Id, (row, revision) => new { row.Type, row.Path, revision.Body })
            .ToListAsync(cancellation);
        if (rows.Count < 2)
        {
            return [];
        }

        return
        [
            .. rows.Select(row => (row.Path, Place: ContentTypes.Get(row.Type).Read(row.Body).TreePlace))
                .OrderBy(row => row.Path == root ? 0 : 1).ThenBy(row => row.Place.Order).ThenBy(row => row.Path, StringComparer.Ordinal)
                .Select(row => new SectionLink(row.Place.Name, "/" + row.Path, row.Path == item.Path)),
        ];
    }

    private static ItemPage Compose(ContentBody body, Parts parts)
    {
        var compose = typeof(ItemPages).GetMethod(nameof(ComposeTyped), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        return (ItemPage)compose.MakeGenericMethod(body.GetType()).Invoke(null, [body, parts])!;
    }

    private static ItemPage<TBody> ComposeTyped<TBody>(TBody body, Parts parts)
        where TBody : ContentBody => new()
        {
            Frame = parts.Frame,
            Title = body.Title,
            Description = body.Summary,
            Path = parts.Item.Path,
            Image = parts.Image,
            Trail = parts.Trail,
            Language = body.TextLanguage,
            Item = parts.Item,
            Refs = parts.Refs,
            Related = parts.Related,
            Day = parts.Day,
            Backlinks = parts.Backlinks,
            Mentions = parts.Mentions,
            Branch = parts.Branch,
            IsArchived = parts.IsArchived,
            Closed = parts.Closed,
            EmbedSnippet = parts.EmbedSnippet,
            Replications = parts.Replications,
            Contributions = parts.Contributions,
            Body = body,
        };

    private sealed record Parts
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
    }
}
