using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>Gives pages their new addresses, inside a work: old ones lead on, menus follow.</summary>
internal sealed class TreeMoves(Work work, SiteBook book)
{
    /// <summary>Why an address cannot be given; null when all can.</summary>
    public async Task<Refusal?> WhyNotAsync(IReadOnlyList<(ItemId Id, string From, string To)> moves, CancellationToken cancellation)
    {
        string[] to = [.. moves.Select(static move => move.To)];
        ItemId[] moving = [.. moves.Select(static move => move.Id)];
        var taken = await work.Db.Items.Where(item => to.Contains(item.Path) && !moving.Contains(item.Id)).Select(static item => item.Path).FirstOrDefaultAsync(cancellation)
            ?? to.FirstOrDefault(path => book.Section(path) is not null || Destinations.IsOfTheHouse(path)) ?? to.GroupBy(static path => path).FirstOrDefault(static same => same.Count() > 1)?.Key;
        if (taken is not null)
        {
            return new Refusal("taken", $"Chưa dời được: địa chỉ «/{taken}» đã có nội dung khác.");
        }

        // An old address may be taken back by the page that left it, by nobody else.
        var aliases = await work.Db.Aliases.Where(alias => to.Contains(alias.Path)).ToListAsync(cancellation);
        return aliases.Find(alias => !moves.Any(move => move.To == alias.Path && move.Id == alias.ItemId)) is { } other
            ? new Refusal("taken", $"Chưa dời được: địa chỉ «/{other.Path}» đang chuyển hướng đi nơi khác.")
            : null;
    }

    public async Task ApplyAsync(IReadOnlyList<(ItemId Id, string From, string To)> moves, CancellationToken cancellation)
    {
        if (moves.Count == 0)
        {
            return;
        }

        var menus = await SiteEditing.ReadAsync(work.Db, Menus.Key, new Menus(), cancellation);
        var before = Stamp.Of(menus);
        foreach (var (id, from, to) in moves)
        {
            var item = await work.Db.Items.SingleAsync(row => row.Id == id, cancellation);
            if (await work.Db.Aliases.FindAsync([to], cancellation) is { } back)
            {
                work.Db.Aliases.Remove(back);
            }

            work.Db.Aliases.Add(new Alias { Path = from, ItemId = id });
            item.Path = to;
            item.Version++;
            work.Record(ChangeVerb.Moved, id, note: to);
            menus = MenuRules.Follow(menus, from, to);

            // One by one: the address a page leaves may be the one the next page takes.
            await work.Db.SaveChangesAsync(cancellation);
        }

        if (Stamp.Of(menus) != before)
        {
            await SiteEditing.KeepAsync(work, Menus.Key, menus, cancellation);
        }
    }
}
