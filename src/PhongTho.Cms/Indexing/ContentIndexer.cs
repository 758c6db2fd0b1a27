using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>Turns live items into what search keeps: every word a reader sees, under every name it is known by.</summary>
public static class ContentIndexer
{
    private const int BatchSize = 500;

    /// <summary>Documents of those of the items that are live now.</summary>
    public static async Task<IReadOnlyList<SearchDocument>> ReadAsync(CmsDb db, SiteBook book, IReadOnlyList<ItemId> ids, CancellationToken cancellation)
    {
        var rows = await db.LiveItems().Where(item => ids.Contains(item.Id)).Include(item => item.Terms)
            .Join(db.Revisions, item => item.LiveRevisionId, revision => revision.Id, (item, revision) => new { Item = item, revision.Body })
            .ToListAsync(cancellation);
        return [.. rows.Select(row => Document(row.Item, row.Body, book))];
    }

    /// <summary>Documents of everything live, a batch at a time.</summary>
    public static IEnumerable<SearchDocument> ReadAll(CmsDb db, SiteBook book)
    {
        var after = "";
        while (true)
        {
#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
            var rows = db.LiveItems().Where(item => string.Compare(item.Path, after) > 0).OrderBy(item => item.Path).Take(BatchSize).Include(item => item.Terms)
                .Join(db.Revisions, item => item.LiveRevisionId, revision => revision.Id, (item, revision) => new { Item = item, revision.Body })
                .ToList();
#pragma warning restore CA1309
            foreach (var row in rows)
            {
                yield return Document(row.Item, row.Body, book);
            }

            if (rows.Count < BatchSize)
            {
                yield break;
            }

            after = rows.Max(row => row.Item.Path)!;
        }
    }

    private static SearchDocument Document(ContentItem item, string json, SiteBook book)
    {
        var body = ContentTypes.Get(item.Type).Read(json);
        var facets = item.Terms.Where(term => term.Taxonomy != Taxonomies.Criterion)
            .GroupBy(term => term.Taxonomy).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(term => term.Slug)]);
        var unit = book.Unit(facets.GetValueOrDefault(Taxonomies.Unit)?[0]);
        var stored = new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = "/" + item.Path };
        if (item.ExternalId is { } externalId)
        {
            stored["externalId"] = externalId;
        }

        if (body.IsSample)
        {
            stored["isSample"] = "1";
        }

        if (unit is not null)
        {
            stored["place"] = unit.FullName;
        }

        return new SearchDocument
        {
            Key = item.Id.ToString(),
            Type = item.Type,
            Title = body.Title,
            Summary = body.Summary,
            Body = BodyReading.Words(body),
            Names = [.. BodyReading.Names(body), .. TermNames(item, book), .. PlaceNames(unit, book), .. body.ListFacts.Select(fact => fact.Value)],
            Facets = facets,
            PublishedAt = item.PublishedAt,
            Stored = stored,
        };
    }

    private static IEnumerable<string> TermNames(ContentItem item, SiteBook book) =>
        item.Terms.Where(term => term.Taxonomy is not (Taxonomies.Unit or Taxonomies.Tag or Taxonomies.Criterion))
            .Select(term => book.NameOf(term.Taxonomy, term.Slug));

    /// <summary>The unit of the day, its spellings, and the units that hold its ground now: a search by any of these names finds it.</summary>
    private static IEnumerable<string> PlaceNames(UnitEntry? unit, SiteBook book)
    {
        for (var at = unit; at is not null; at = at.Successors.Length == 1 ? book.Unit(at.Successors[0]) : null)
        {
            yield return at.FullName;
            foreach (var spelling in at.Spellings)
            {
                yield return spelling;
            }
        }
    }
}
