using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>Turns every item outside the trash into what the newsroom finds: its draft, or what is or was live where there is none.</summary>
internal sealed class DeskDocuments : IIndexSource
{
    public const string Stage = "stage";
    public const string Standing = "standing";

    /// <summary>Who may see it, as <see cref="Publishing.Workflow.IsWithinReach"/> says.</summary>
    public const string Reach = "reach";

    private const int BatchSize = 500;

    public static IReadOnlyList<string> ReachOf(Actor actor) => actor.Unit is { } unit ? [By(actor.Key), OfUnit(unit)] : [By(actor.Key)];

    public IEnumerable<SearchDocument> ReadAll(CmsDb db, SiteBook book)
    {
        var after = "";
        while (true)
        {
#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
            var rows = Rows(db, db.Items.Where(item => string.Compare(item.Path, after) > 0)).OrderBy(row => row.Item.Path).Take(BatchSize).ToList();
#pragma warning restore CA1309
            foreach (var row in rows)
            {
                yield return Document(row, book);
            }

            if (rows.Count < BatchSize)
            {
                yield break;
            }

            after = rows[^1].Item.Path;
        }
    }

    public async Task<IReadOnlyList<SearchDocument>> ReadAsync(CmsDb db, SiteBook book, IReadOnlyList<ItemId> ids, CancellationToken cancellation) =>
        [.. (await Rows(db, db.Items.Where(item => ids.Contains(item.Id))).ToListAsync(cancellation)).Select(row => Document(row, book))];

    private static IQueryable<DeskText> Rows(CmsDb db, IQueryable<ContentItem> items) =>
        items.Where(item => item.TrashedAt == null && item.Standing != Editing.Standing.Withdrawn).Include(static item => item.Terms)
            .Join(db.Revisions, item => item.DraftRevisionId ?? item.LiveRevisionId, revision => revision.Id, (item, revision) => new DeskText { Item = item, Body = revision.Body });

    private static SearchDocument Document(DeskText row, SiteBook book)
    {
        var item = row.Item;
        var body = ContentTypes.Get(item.Type).Read(row.Body);
        var terms = BodyReading.Terms(body);
        var unit = book.Unit(terms.FirstOrDefault(term => term.Taxonomy == Taxonomies.Unit).Value);
        return new SearchDocument
        {
            Key = item.Id.ToString(),
            Type = item.Type,
            Title = body.Title,
            Summary = body.Summary,
            Body = BodyReading.Words(body),
            Names = [.. BodyReading.Names(body), .. terms.Where(term => term.Taxonomy != Taxonomies.Criterion).Select(term => book.NameOf(term.Taxonomy, term.Value)), .. DocumentNames.OfPlace(unit, book)],
            Facets = new Dictionary<string, IReadOnlyList<string>>(Carried(item, body, terms))
            {
                [Stage] = [item.Stage.ToString()],
                [Standing] = [item.Standing.ToString()],
                [Reach] = item.OwnerUnit is { } owner ? [By(item.CreatedBy), OfUnit(owner)] : [By(item.CreatedBy)],
            },
            PublishedAt = item.DraftedAt,
            Stored = new Dictionary<string, string> { ["path"] = "/" + item.Path, [Stage] = item.Stage.ToString(), [Standing] = item.Standing.ToString() },
        };
    }

    /// <summary>By what a question can name it: what the draft says, and what readers see carries.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Carried(ContentItem item, ContentBody body, IReadOnlyList<(string Taxonomy, string Value)> terms) => terms
        .Select(static term => (term.Taxonomy, Slug: term.Taxonomy == Taxonomies.Tag ? Slug.Of(term.Value) : term.Value))
        .Concat(item.Terms.Select(static term => (term.Taxonomy, term.Slug)))
        .Append((Taxonomy: Taxonomies.Year, Slug: ListColumns.YearOf(body, item)))
        .Where(static term => term.Taxonomy != Taxonomies.Criterion)
        .GroupBy(static term => term.Taxonomy, static term => term.Slug, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => (IReadOnlyList<string>)[.. group.Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);

    private static string By(string actor) => "by:" + actor;

    private static string OfUnit(string unit) => "unit:" + unit;

    private sealed class DeskText
    {
        public required ContentItem Item { get; init; }

        public required string Body { get; init; }
    }
}
