using PhongTho.Cms.Contributions;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Replications;

/// <summary>What search keeps of those who copied a way of doing and of what was given: no more than its page shows.</summary>
internal sealed record ReplicationWords(ItemId Item, string Text)
{
    public static IReadOnlyList<ReplicationWords> Of(CmsDb db, IReadOnlyCollection<ItemId> items)
    {
        ItemId?[] given = [.. items.Select(static id => (ItemId?)id)];
        var copied = db.Replications.Where(row => items.Contains(row.ItemId) && row.State != ReplicationState.Registered && row.State != ReplicationState.Declined).ToList();
        var gifts = db.Contributions.Where(row => given.Contains(row.ItemId) && row.VerifiedAt != null).ToList();
        return [.. copied.Select(static row => new ReplicationWords(row.ItemId, Words(row))), .. gifts.Select(static row => new ReplicationWords(row.ItemId!.Value, Words(row)))];
    }

    private static string Words(Replication row) => $"{row.ShownName}\n{row.Village}\n{(row.CheckedAt is null ? "" : row.Result)}";

    private static string Words(Contribution row) => $"{row.What}\n{row.Beneficiary}\n{row.Source}";
}
