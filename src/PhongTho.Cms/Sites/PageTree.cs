using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>A page in its tree.</summary>
/// <param name="Parent">The page above it; null at the top.</param>
public sealed record TreePage(ItemId Id, string Type, string Path, string Name, int Order, ItemId? Parent, Stage Stage, Standing Standing)
{
    public int Depth => Path.Count(static letter => letter == '/');
}

/// <summary>Where a page is to stand. The order among brothers is that of the list.</summary>
public sealed record TreePlace(ItemId Id, ItemId? Parent);

/// <summary>The tree of editorial pages: their addresses follow it, and so do their menus and old addresses when it changes.</summary>
public sealed class PageTree(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>How many levels pages may stand above each other.</summary>
    public const int Depth = 3;

    private static readonly string[] TreeTypes = [.. ContentTypes.All.Where(static type => type.IsTree).Select(static type => type.Key)];

    /// <summary>All pages outside the trash, each after its parent, brothers in their order.</summary>
    public async Task<IReadOnlyList<TreePage>> ReadAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await ReadAsync(db, cancellation);
    }

    /// <summary>
    /// Puts pages where they are told, in the order they are told. A page that goes under another one gets a new address and takes its
    /// children along; every old address leads to the new one.
    /// </summary>
    public async Task<Refusal?> ArrangeAsync(IReadOnlyList<TreePlace> places, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        return await database.KeepSiteAsync(actor, async work =>
        {
            var pages = await ReadAsync(work.Db, cancellation);
            var plan = new TreePlan(pages, places);
            if (plan.WhyNot() is { } reason)
            {
                return reason;
            }

            var moves = plan.Moves();
            if (await new TreeMoves(work, book).WhyNotAsync(moves, cancellation) is { } taken)
            {
                return taken;
            }

            await new TreeMoves(work, book).ApplyAsync(moves, cancellation);
            await OrderAsync(work, plan, cancellation);
            return null;
        }, cancellation);
    }

    private static async Task<IReadOnlyList<TreePage>> ReadAsync(CmsDb db, CancellationToken cancellation)
    {
        var rows = await db.Items.Where(item => TreeTypes.Contains(item.Type) && item.TrashedAt == null)
            .Join(db.Revisions, item => item.DraftRevisionId ?? item.LiveRevisionId, revision => revision.Id, (item, revision) => new { Item = item, revision.Body })
            .AsNoTracking().ToListAsync(cancellation);
        var byPath = rows.ToDictionary(static row => row.Item.Path, static row => row.Item.Id);
        var pages = rows.Select(row =>
        {
            var (item, place) = (row.Item, ContentTypes.Get(row.Item.Type).Read(row.Body).TreePlace);
            return new TreePage(item.Id, item.Type, item.Path, place.Name, place.Order, ParentOf(item.Path), item.Stage, item.Standing);
        }).ToList();
        return [.. Below(null)];

        ItemId? ParentOf(string path) => path.LastIndexOf('/') is > 0 and var slash && byPath.TryGetValue(path[..slash], out var id) ? id : null;

        IEnumerable<TreePage> Below(ItemId? parent) => pages.Where(page => page.Parent == parent)
            .OrderBy(static page => page.Order).ThenBy(static page => page.Path, StringComparer.Ordinal).SelectMany(page => Below(page.Id).Prepend(page));
    }

    private async Task OrderAsync(Work work, TreePlan plan, CancellationToken cancellation)
    {
        var rewriting = new Rewriting(work, clock);
        foreach (var (id, order) in plan.Orders())
        {
            var item = await work.Db.Items.SingleAsync(row => row.Id == id, cancellation);
            if (await rewriting.ApplyAsync(item, body => body.AtPlace(order), "Xếp lại thứ tự trong cây trang", cancellation))
            {
                work.Record(ChangeVerb.Moved, id);
            }
        }
    }
}
