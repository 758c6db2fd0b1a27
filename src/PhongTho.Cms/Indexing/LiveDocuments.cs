using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>Turns live items into what search keeps: every word a reader sees, under every name it is known by.</summary>
internal sealed class LiveDocuments(MediaStore store) : IIndexSource
{
    private const int BatchSize = 500;

    private readonly FileTexts files = new(store);

    /// <summary>Documents of those of the items that are live now.</summary>
    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(CmsDb db, SiteBook book, IReadOnlyList<ItemId> ids, CancellationToken cancellation)
    {
        var rows = await db.LiveItems().Where(item => ids.Contains(item.Id)).Include(item => item.Terms).Include(item => item.Closed)
            .Join(db.Revisions, item => item.LiveRevisionId, revision => revision.Id, (item, revision) => new { Item = item, revision.Body })
            .ToListAsync(cancellation);
        return Documents(db, [.. rows.Select(row => new LiveText(row.Item, ContentTypes.Get(row.Item.Type).Read(row.Body)))], book);
    }

    /// <summary>Documents of everything live, a batch at a time.</summary>
    public IEnumerable<SearchDocument> ReadAll(CmsDb db, SiteBook book)
    {
        var after = "";
        while (true)
        {
#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
            var rows = db.LiveItems().Where(item => string.Compare(item.Path, after) > 0).OrderBy(item => item.Path).Take(BatchSize).Include(item => item.Terms).Include(item => item.Closed)
                .Join(db.Revisions, item => item.LiveRevisionId, revision => revision.Id, (item, revision) => new { Item = item, revision.Body })
                .ToList();
#pragma warning restore CA1309
            foreach (var document in Documents(db, [.. rows.Select(row => new LiveText(row.Item, ContentTypes.Get(row.Item.Type).Read(row.Body)))], book))
            {
                yield return document;
            }

            if (rows.Count < BatchSize)
            {
                yield break;
            }

            after = rows.Max(row => row.Item.Path)!;
        }
    }

    private List<SearchDocument> Documents(CmsDb db, IReadOnlyList<LiveText> texts, SiteBook book)
    {
        var surroundings = Surroundings.Read(db, texts, files);
        return [.. texts.Select(text => Document(text, book, surroundings))];
    }

    private static SearchDocument Document(LiveText text, SiteBook book, Surroundings surroundings)
    {
        var (item, body) = text;
        var facets = item.Terms.Where(term => term.Taxonomy != Taxonomies.Criterion)
            .GroupBy(term => term.Taxonomy).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(term => term.Slug)]);
        var movements = surroundings.MovementsOf(body).ToList();
        if (movements.Count > 0)
        {
            facets[SearchFacets.Movement] = [.. movements.Select(movement => movement.Path[(movement.Path.LastIndexOf('/') + 1)..])];
        }

        if (item.Closed.Count > 0)
        {
            facets[SearchFacets.Closed] = [.. item.Closed.Select(static row => row.Purpose.ToString())];
        }

        var unit = book.Unit(facets.GetValueOrDefault(Taxonomies.Unit)?[0]);
        return new SearchDocument
        {
            Key = item.Id.ToString(),
            Type = item.Type,
            Title = body.Title,
            Summary = body.Summary,
            Body = string.Join('\n', [BodyReading.Words(body), .. surroundings.CommendedFor(item), .. surroundings.SpreadOf(item), .. surroundings.WordsAround(body)]),
            Names =
            [
                .. BodyReading.Names(body), .. DocumentNames.OfTerms(item.Terms, book), .. DocumentNames.OfPlace(unit, book), .. body.ListFacts.Select(fact => fact.Value),
                .. movements.Select(movement => movement.Title), .. surroundings.DecisionsOf(item),
            ],
            Facets = facets,
            PublishedAt = item.PublishedAt,
            Stored = Stored(item, body, unit),
        };
    }

    private static Dictionary<string, string> Stored(ContentItem item, ContentBody body, UnitEntry? unit)
    {
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
            stored["place"] = unit.Slug;
        }

        return stored;
    }
}

/// <summary>A live item and what it says.</summary>
internal sealed record LiveText(ContentItem Item, ContentBody Body);
