using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>Where a new redirect is to lead: to an item, to another address of the site, or nowhere for good.</summary>
public sealed record RedirectTarget
{
    public ItemId? Item { get; init; }

    /// <summary>An address of the site with its first slash.</summary>
    public string? Path { get; init; }

    public bool IsGone { get; init; }
}

/// <summary>A redirect as its keeper sees it.</summary>
/// <param name="Leads">Where readers get today.</param>
public sealed record RedirectRow(string Path, string? Target, bool IsGone, ItemId? Item, Destination Leads);

/// <summary>A page of the list; <paramref name="Next"/> is the address to ask after, null at the end.</summary>
public sealed record RedirectPage(IReadOnlyList<RedirectRow> Rows, string? Next, int Total);

/// <summary>Old addresses and where they lead: looked through, added, taken away. A redirect never stands before what is there, and never runs in a circle.</summary>
public sealed class Redirects(CmsDatabase database, SiteBooks books)
{
    private const int PageSize = 50;

    /// <summary>Redirects whose address, or where it leads, holds the text; by address.</summary>
    public async Task<RedirectPage> ListAsync(string? text, string? after, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var aliases = string.IsNullOrWhiteSpace(text) ? db.Aliases : Filter(db, Destinations.PathOf(text));
        var total = await aliases.CountAsync(cancellation);
#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
        var rows = await aliases.Where(alias => after == null || string.Compare(alias.Path, after) > 0).OrderBy(static alias => alias.Path).Take(PageSize + 1).ToListAsync(cancellation);
#pragma warning restore CA1309
        var page = rows[..Math.Min(PageSize, rows.Count)];
        return new RedirectPage(await FillAsync(db, book, page, cancellation), rows.Count > PageSize ? page[^1].Path : null, total);
    }

    public async Task<Refusal?> AddAsync(string from, RedirectTarget target, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var path = Destinations.PathOf(from);
        return await database.KeepSiteAsync(actor, async work =>
        {
            var wish = target with { Path = string.IsNullOrWhiteSpace(target.Path) ? null : "/" + target.Path.Trim().TrimStart('/') };
            if (await RedirectRules.WhyNotAddAsync(work.Db, book, path, wish, cancellation) is { } reason)
            {
                return reason;
            }

            work.Db.Aliases.Add(new Alias { Path = path, ItemId = wish.Item, Target = wish.Item is null && !wish.IsGone ? wish.Path : null, IsGone = wish.IsGone });
            Record(work, path, wish.IsGone ? "gone" : wish.Path ?? wish.Item.ToString());
            return null;
        }, cancellation);
    }

    /// <summary>Forgets a redirect: its address leads nowhere from then on, and can be given to something new.</summary>
    public Task<Refusal?> DeleteAsync(string path, Actor actor, CancellationToken cancellation) =>
        database.KeepSiteAsync(actor, async work =>
        {
            if (await work.Db.Aliases.FindAsync([path], cancellation) is not { } alias)
            {
                return new Refusal("missing", "Địa chỉ chuyển hướng này không còn.");
            }

            work.Db.Aliases.Remove(alias);
            Record(work, path, note: null);
            return null;
        }, cancellation);

    private static IQueryable<Alias> Filter(CmsDb db, string text) =>
        db.Aliases.Where(alias => alias.Path.Contains(text) || (alias.Target != null && alias.Target.Contains(text)) || db.Items.Any(item => item.Id == alias.ItemId && item.Path.Contains(text)));

    private static async Task<IReadOnlyList<RedirectRow>> FillAsync(CmsDb db, SiteBook book, IReadOnlyList<Alias> rows, CancellationToken cancellation)
    {
        ItemId[] ids = [.. rows.Select(static row => row.ItemId).OfType<ItemId>()];
        var paths = await db.Items.Where(item => ids.Contains(item.Id)).Select(static item => new { item.Id, item.Path }).ToDictionaryAsync(static item => item.Id, static item => "/" + item.Path, cancellation);
        var targets = rows.ToDictionary(static row => row.Path, row => row.IsGone ? null : row.ItemId is { } id ? paths.GetValueOrDefault(id) : row.Target);
        var leads = await Destinations.OfAsync(db, book, targets.Values.OfType<string>(), cancellation);
        return
        [
            .. rows.Select(row => new RedirectRow(row.Path, targets[row.Path], row.IsGone, row.ItemId,
                targets[row.Path] is { } target ? leads[Destinations.PathOf(target)] : new Destination(row.IsGone ? DestinationKind.Gone : DestinationKind.Nowhere))),
        ];
    }

    private static void Record(Work work, string path, string? note)
    {
        var subject = "alias:" + path;
        work.Record(ChangeVerb.AliasesSaved, subject: subject.Length <= 200 ? subject : subject[..200], note: note);
    }
}
