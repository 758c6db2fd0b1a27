using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>Rows of the item table as list entries: three look-ups for a whole list, whatever its length.</summary>
internal static class Teasers
{
    public static async Task<IReadOnlyList<Teaser>> FillAsync(CmsDb db, SiteBook book, IReadOnlyList<ContentItem> rows, DateOnly today, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        ItemId[] ids = [.. rows.Select(row => row.Id)];
        MediaId[] pictures = [.. rows.Select(row => row.Card.Picture).OfType<MediaId>().Distinct()];
        var terms = (await db.ItemTerms.Where(term => ids.Contains(term.ItemId)).ToListAsync(cancellation)).ToLookup(term => term.ItemId);
        var media = await db.Media.Where(file => pictures.Contains(file.Id)).ToDictionaryAsync(file => file.Id, cancellation);
        var commendations = await CommendationMarks.LinesAsync(db, book, ids, cancellation);
        return [.. rows.Select(row => Fill(book, row, terms[row.Id], media, [.. commendations[row.Id]], today))];
    }

    private static Teaser Fill(SiteBook book, ContentItem row, IEnumerable<ItemTerm> terms, Dictionary<MediaId, MediaFile> media, IReadOnlyList<CommendationLine> commendations, DateOnly today)
    {
        TermLink[] links = [.. terms.OrderBy(term => term.Taxonomy, StringComparer.Ordinal).ThenBy(term => term.Slug, StringComparer.Ordinal).Select(term => book.Link(term.Taxonomy, term.Slug))];
        return new Teaser
        {
            Id = row.Id,
            Type = row.Type,
            TypeLabel = ContentTypes.Get(row.Type).Label,
            Path = "/" + row.Path,
            Title = row.Title,
            Summary = row.Summary,
            Picture = row.Card.Picture is { } id && media.TryGetValue(id, out var file) ? PublicImage.Of(file, row.Card.PictureAlt) : null,
            PublishedAt = row.PublishedAt ?? row.ListedAt,
            UpdatedAt = row.UpdatedAt,
            IsSample = row.Card.IsSample,
            Subject = row.Card.Subject,
            Commendations = [.. commendations.Where(static line => !line.IsRevoked)],
            RevokedCommendations = [.. commendations.Where(static line => line.IsRevoked)],
            Terms = links,
            Place = book.Place(links.FirstOrDefault(link => link.Taxonomy == Taxonomies.Unit)?.Slug, today),
            Facts = row.Card.Facts,
        };
    }
}
