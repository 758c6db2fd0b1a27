using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Consents;

/// <summary>A way to the public that an item does not go, because somebody it names did not agree to it.</summary>
public sealed class ClosedChannel
{
    public ItemId ItemId { get; init; }

    public required ConsentPurpose Purpose { get; init; }
}

/// <summary>
/// The one place that every channel beside the pages of the portal asks: may this item be taken along? It is decided when the item becomes public and again
/// whenever a consent or a dossier changes or the day does, and is kept with the item, so that feeds, lists for programs and search ask it in one query.
/// </summary>
public static class Channels
{
    /// <summary>In the order the desk shows them. The portal itself is not among them: without it nothing is public at all; nor is the archive, which is a standing.</summary>
    public static IReadOnlyList<ConsentPurpose> Beside { get; } = [ConsentPurpose.Feed, ConsentPurpose.Social, ConsentPurpose.Radio, ConsentPurpose.Print];

    /// <summary>Narrows to what may go this way.</summary>
    public static IQueryable<ContentItem> OpenTo(this IQueryable<ContentItem> items, ConsentPurpose purpose) => items.Where(item => !item.Closed.Any(row => row.Purpose == purpose));

    /// <summary>Writes down, inside a work, which ways are closed to an item with this text.</summary>
    /// <returns>True when that is not what it was.</returns>
    internal static async Task<bool> TakeAsync(CmsDb db, ContentItem item, ContentBody body, DateOnly today, CancellationToken cancellation)
    {
        var named = await NamedSubjects.ReadAsync(db, body, cancellation);
        var entry = db.Entry(item);
        if (entry.State != EntityState.Added && !entry.Collection(static row => row.Closed).IsLoaded)
        {
            await entry.Collection(static row => row.Closed).LoadAsync(cancellation);
        }

        var wanted = Beside.Where(purpose => named.WhyNotShow(today, purpose) is not null).ToHashSet();
        var removed = item.Closed.RemoveAll(row => !wanted.Contains(row.Purpose));
        wanted.ExceptWith(item.Closed.Select(static row => row.Purpose));
        item.Closed.AddRange(wanted.Select(purpose => new ClosedChannel { ItemId = item.Id, Purpose = purpose }));
        return removed > 0 || wanted.Count > 0;
    }
}
