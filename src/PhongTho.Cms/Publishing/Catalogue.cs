using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>Live items of one type with their bodies, for programs.</summary>
public sealed class Catalogue(CmsDatabase database, SiteBooks books, Browsing browsing)
{
    /// <summary>One page of a type, newest first; null when the cursor or a filter is not understood.</summary>
    public async Task<CataloguePage?> ListAsync(ContentType type, ListRequest request, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        if ((request.Cursor is { } text && Cursor.Parse(text) is null) || request.Filters.Any(filter => filter.Key != Taxonomies.Year && !book.Knows(filter.Key, filter.Value)))
        {
            return null;
        }

        await using var db = database.Open();
        var source = new ListSource(db, book, browsing);
        var browse = new Browse { Types = [type.Key], Filters = request.Filters, Purpose = ConsentPurpose.Feed };
        var (rows, next) = await SectionLists.PageAsync(source.Rows(browse), request, cancellation);
        return new CataloguePage(await FillAsync(db, book, rows, cancellation), next, await source.CountAsync(browse, cancellation));
    }

    /// <summary>The live item of this type, or null.</summary>
    public async Task<CatalogueItem?> FindAsync(ContentType type, ItemId id, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var row = await db.LiveItems().OpenTo(ConsentPurpose.Feed).SingleOrDefaultAsync(item => item.Id == id && item.Type == type.Key, cancellation);
        return row is null ? null : (await FillAsync(db, book, [row], cancellation))[0];
    }

    /// <summary>Files that something live shows, by path; what is closed to programs shows none.</summary>
    public async Task<IReadOnlyList<Media.MediaFile>> MediaAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.Media.Where(file => db.Links.Any(link => link.TargetMediaId == file.Id && db.LiveItems().OpenTo(ConsentPurpose.Feed).Any(item => item.Id == link.ItemId)))
            .OrderBy(file => file.Path).ToListAsync(cancellation);
    }

    private static async Task<IReadOnlyList<CatalogueItem>> FillAsync(CmsDb db, SiteBook book, IReadOnlyList<ContentItem> rows, CancellationToken cancellation)
    {
        RevisionId[] revisions = [.. rows.Select(row => row.LiveRevisionId).OfType<RevisionId>()];
        ItemId[] ids = [.. rows.Select(row => row.Id)];
        var bodies = await db.Revisions.Where(row => revisions.Contains(row.Id)).ToDictionaryAsync(row => row.ItemId, row => row.Body, cancellation);
        var links = await db.Links.Where(link => ids.Contains(link.ItemId) && link.TargetMediaId != null)
            .Join(db.Media, link => link.TargetMediaId, file => file.Id, (link, file) => new { link.ItemId, File = file })
            .OrderBy(row => row.File.Id).ToListAsync(cancellation);
        var media = links.ToLookup(link => link.ItemId, link => link.File);
        var commendations = await CommendationMarks.LinesAsync(db, book, ids, cancellation);
        var stages = await db.ItemTerms.Where(term => ids.Contains(term.ItemId) && term.Taxonomy == Taxonomies.ExemplarStage).ToDictionaryAsync(static term => term.ItemId, static term => term.Slug, cancellation);
        return [.. rows.Select(row => new CatalogueItem(row, bodies[row.Id], stages.GetValueOrDefault(row.Id), [.. media[row.Id]], [.. commendations[row.Id].Where(static line => !line.IsRevoked)]))];
    }
}

public sealed record CataloguePage(IReadOnlyList<CatalogueItem> Items, string? Next, int Total);

/// <summary>A live item as programs get it.</summary>
public sealed class CatalogueItem
{
    internal CatalogueItem(ContentItem row, string body, string? stage, IReadOnlyList<Media.MediaFile> media, IReadOnlyList<CommendationLine> commendations)
    {
        Id = row.Id;
        ExternalId = row.ExternalId;
        Type = row.Type;
        Path = "/" + row.Path;
        Title = row.Title;
        Summary = row.Summary;
        PublishedAt = row.PublishedAt ?? row.ListedAt;
        UpdatedAt = row.UpdatedAt;
        BodyJson = WithoutDossiers(ContentTypes.Get(row.Type), body, stage);
        Media = media;
        Commendations = commendations;
    }

    public ItemId Id { get; }

    public string? ExternalId { get; }

    public string Type { get; }

    public string Path { get; }

    public string Title { get; }

    public string Summary { get; }

    public DateTimeOffset PublishedAt { get; }

    public DateTimeOffset UpdatedAt { get; }

    /// <summary>The live body, as JSON. Dossiers are the newsroom's own: which ones it names is not told.</summary>
    public string BodyJson { get; }

    /// <summary>Files the body points at.</summary>
    public IReadOnlyList<Media.MediaFile> Media { get; }

    /// <summary>What the register says of it now.</summary>
    public IReadOnlyList<CommendationLine> Commendations { get; }

    private static string WithoutDossiers(ContentType type, string body, string? stage)
    {
        string[] fields = [.. type.Shape.Fields.Where(static field => field.ValueType == typeof(SubjectId)).Select(static field => field.Name)];
        if (fields.Length == 0 || JsonNode.Parse(body) is not JsonObject known)
        {
            return body;
        }

        foreach (var field in fields)
        {
            known.Remove(field);
        }

        foreach (var field in type.Shape.Fields.Where(static field => field.Taxonomy == Taxonomies.ExemplarStage))
        {
            known.Remove(field.Name);
            if (stage is not null)
            {
                known[field.Name] = stage;
            }
        }

        return known.ToJsonString(ContentJson.Options);
    }
}
