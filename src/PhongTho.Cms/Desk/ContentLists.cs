using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Questions;

namespace PhongTho.Cms.Desk;

/// <summary>What is asked of the list of everything.</summary>
public sealed record ContentQuery
{
    /// <summary>As typed, with or without marks; the best hits come first then.</summary>
    public string? Words { get; init; }

    public string? Type { get; init; }

    public Stage? Stage { get; init; }

    public Standing? Standing { get; init; }

    /// <summary>Slug of the unit it came from.</summary>
    public string? Unit { get; init; }

    /// <summary>Key of whoever wrote in it last.</summary>
    public string? Who { get; init; }

    public bool IsNarrowed => Type is { Length: > 0 } || Stage is not null || Standing is not null || Unit is { Length: > 0 } || Who is { Length: > 0 };

    /// <summary>Where the page before ended; not for words.</summary>
    public string? Cursor { get; init; }

    public int Size { get; init; } = 40;
}

/// <summary>Everything outside the trash that a person may see, last written first.</summary>
public sealed class ContentLists(CmsDatabase database, ManagerSearch search, Promotions promotions)
{
    private const int MostFound = 100;

    /// <summary>One page; null when the cursor is not one. Never counts: at fifty thousand items a total costs more than the page.</summary>
    public async Task<DeskPage?> ListAsync(ContentQuery query, Actor actor, CancellationToken cancellation)
    {
        var cursor = query.Cursor is { Length: > 0 } text ? Cursor.Parse(text) : null;
        if (query.Cursor is { Length: > 0 } && cursor is null)
        {
            return null;
        }

        await using var db = database.Open();
        var items = Narrow(DeskQueries.Within(db.Items.Where(static item => item.TrashedAt == null), actor), query);
        if (!string.IsNullOrWhiteSpace(query.Words))
        {
            var chosen = query.IsNarrowed ? [] : await ChosenAsync(items, query.Words, cancellation);
            var found = await FindAsync(items, query, actor, cancellation);
            var all = await PageAsync(db, [.. chosen, .. found.Where(item => !chosen.Exists(first => first.Id == item.Id))], null, cancellation);
            return all with { Rows = [.. all.Rows.Select((row, place) => row with { IsChosen = place < chosen.Count })] };
        }

        var size = Math.Clamp(query.Size, 1, DeskRequest.MaxSize);
        var rows = await NewestAsync(items, query.Stage, cursor, size + 1, cancellation);
        var page = rows[..Math.Min(size, rows.Count)];
        return await PageAsync(db, page, rows.Count > size ? new Cursor(page[^1].DraftedAt, page[^1].Path).ToString() : null, cancellation);
    }

    /// <summary>The index keeps each stage in the order of writing: a few rows of each, put together, cost nothing like sorting all.</summary>
    private static async Task<List<ContentItem>> NewestAsync(IQueryable<ContentItem> items, Stage? only, Cursor? cursor, int count, CancellationToken cancellation)
    {
        var rows = new List<ContentItem>();
        foreach (var stage in only is { } one ? [one] : Enum.GetValues<Stage>())
        {
            rows.AddRange(await InOrder(items.Where(item => item.Stage == stage), cursor).Take(count).ToListAsync(cancellation));
        }

        return [.. rows.OrderByDescending(static item => item.DraftedAt).ThenBy(static item => item.Path, StringComparer.Ordinal).Take(count)];
    }

    private static IQueryable<ContentItem> Narrow(IQueryable<ContentItem> items, ContentQuery query)
    {
        items = query.Type is { Length: > 0 } type ? items.Where(item => item.Type == type) : items;
        items = query.Stage is { } stage && !string.IsNullOrWhiteSpace(query.Words) ? items.Where(item => item.Stage == stage) : items;
        items = query.Standing is { } standing ? items.Where(item => item.Standing == standing) : items;
        items = query.Unit is { Length: > 0 } unit ? items.Where(item => item.OwnerUnit == unit) : items;
        return query.Who is { Length: > 0 } who ? items.Where(item => item.DraftedBy == who) : items;
    }

#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
    private static IQueryable<ContentItem> InOrder(IQueryable<ContentItem> items, Cursor? after)
    {
        if (after is { ListedAt: var at, Path: var path })
        {
            items = items.Where(item => item.DraftedAt < at || (item.DraftedAt == at && string.Compare(item.Path, path) > 0));
        }

        return items.OrderByDescending(static item => item.DraftedAt).ThenBy(static item => item.Path);
    }
#pragma warning restore CA1309

    /// <summary>What readers are shown first for these words.</summary>
    private async Task<List<ContentItem>> ChosenAsync(IQueryable<ContentItem> items, string words, CancellationToken cancellation)
    {
        var chosen = await promotions.TodayAsync(words, purpose: null, cancellation);
        var rows = chosen.Count == 0 ? [] : await items.Where(item => chosen.Contains(item.Id) && item.Standing == Standing.Live).ToListAsync(cancellation);
        return [.. chosen.Select(id => rows.Find(item => item.Id == id)).OfType<ContentItem>()];
    }

    /// <summary>What the newsroom's own index finds, drafts included, best first.</summary>
    private async Task<List<ContentItem>> FindAsync(IQueryable<ContentItem> items, ContentQuery query, Actor actor, CancellationToken cancellation)
    {
        var found = new List<ItemId>();
        for (var (page, more) = (1, true); more && found.Count < MostFound; page++)
        {
            var results = await search.SearchAsync(new ManagerSearchRequest { Words = query.Words!, Type = query.Type, Stage = query.Stage, Standing = query.Standing, Page = page }, actor, cancellation);
            found.AddRange(results.Hits.Select(static hit => hit.Id));
            more = results.HasMore;
        }

        var places = found.Select(static (id, place) => (id, place)).ToDictionary(static hit => hit.id, static hit => hit.place);
        ItemId[] ids = [.. places.Keys];
        var rows = await items.Where(item => ids.Contains(item.Id)).ToListAsync(cancellation);
        return [.. rows.OrderBy(item => places[item.Id])];
    }

    private static async Task<DeskPage> PageAsync(CmsDb db, List<ContentItem> rows, string? next, CancellationToken cancellation)
    {
        var names = await ActorNames.OfAsync(db, rows.Select(static item => item.DraftedBy), cancellation);
        return new DeskPage([.. rows.Select(item => DeskLists.Row(item, names.Of(item.DraftedBy), item.DraftedAt))], next, rows.Count);
    }
}
