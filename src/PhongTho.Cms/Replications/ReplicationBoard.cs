using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Replications;

/// <summary>Who copied a way of doing, where and with what result, as readers may know it.</summary>
/// <param name="Then">By the unit as it was on the day.</param>
/// <param name="Now">By today's unit.</param>
/// <param name="Form">Where one registers; null on the page of an exemplar, whose ways of doing have pages of their own.</param>
public sealed record ReplicationBoard(IReadOnlyList<ReplicationLine> Lines, ReplicationTotals Totals, IReadOnlyList<PlaceCount> Then, IReadOnlyList<PlaceCount> Now, string? Form)
{
    /// <summary>Ways of doing learned from the shown exemplar.</summary>
    public IReadOnlyList<SectionLink> Models { get; init; } = [];

    private const int MostLines = 60;

    /// <summary>Null when nothing is copied and nothing can be.</summary>
    internal static async Task<ReplicationBoard?> ReadAsync(CmsDb db, SiteBook book, ItemId item, string path, bool isReplicable, DateOnly today, CancellationToken cancellation)
    {
        var models = isReplicable ? [] : await ModelsAsync(db, item, cancellation);
        ItemId[] shown = [item, .. models.Select(static model => model.Id)];
        var rows = db.Replications.Where(row => shown.Contains(row.ItemId));
        var lines = (await rows.Where(static row => row.State != ReplicationState.Registered && row.State != ReplicationState.Declined)
            .OrderByDescending(static row => row.StateAt).ThenBy(static row => row.Code).Take(MostLines).ToListAsync(cancellation))
            .OrderBy(static row => row.State == ReplicationState.Stopped).ThenBy(static row => row.StartedOn ?? PartialDate.Of(DateOnly.FromDateTime(row.RegisteredAt.UtcDateTime))).ThenBy(static row => row.Code, StringComparer.Ordinal);
        var totals = await ReplicationTotals.ReadAsync(rows, book, today, cancellation);
        var board = new ReplicationBoard(
            [.. lines.Select(row => Line(row, book, today))], totals, Places(totals.Then, book, today), Places(totals.Now, book, today), isReplicable ? FormOf(path) : null)
        {
            Models = [.. models.Select(static model => new SectionLink(model.Title, "/" + model.Path, IsCurrent: false))],
        };
        return isReplicable || board.Lines.Count > 0 || models.Count > 0 ? board : null;
    }

    /// <summary>Address of the form for the way of doing at an address.</summary>
    public static string FormOf(string path) => ReplicationPages.Root + "/" + path[(path.LastIndexOf('/') + 1)..];

    private static async Task<List<(ItemId Id, string Title, string Path)>> ModelsAsync(CmsDb db, ItemId item, CancellationToken cancellation)
    {
        string[] types = [.. ReplicationPages.Types.Select(static type => type.Key)];
        var rows = await db.LiveItems().Where(row => types.Contains(row.Type) && row.Links.Any(link => link.TargetItemId == item))
            .OrderBy(static row => row.Path).Select(static row => new { row.Id, row.Title, row.Path }).ToListAsync(cancellation);
        return [.. rows.Select(static row => (row.Id, row.Title, row.Path))];
    }

    private static ReplicationLine Line(Replication row, SiteBook book, DateOnly today)
    {
        var isChecked = row.CheckedAt is not null;
        return new ReplicationLine(row.ShownName, row.State, book.Place(row.Unit, today), row.Village, row.StartedOn, isChecked ? row.Result : "", isChecked ? row.ResultValue : null, row.ResultUnit);
    }

    private static IReadOnlyList<PlaceCount> Places(IReadOnlyList<UnitCount> counts, SiteBook book, DateOnly today) =>
        [.. counts.Select(count => new PlaceCount(book.Place(count.Unit, today), count.Places, count.Households))];
}

/// <summary>One of those who copied it.</summary>
/// <param name="Who">A private household is not named unless it asked to be.</param>
/// <param name="Result">Only what was checked.</param>
public sealed record ReplicationLine(string Who, ReplicationState State, Place? Place, string Village, PartialDate? StartedOn, string Result, decimal? Value, string Measure)
{
    public string StateName => ReplicationSteps.NameOf(State);
}

/// <param name="Place">Null for rows that name no unit.</param>
public sealed record PlaceCount(Place? Place, int Count, int Households);
