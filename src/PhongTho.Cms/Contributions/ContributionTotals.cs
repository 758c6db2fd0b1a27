using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Contributions;

/// <summary>What was given, summed by unit, year, kind and measure: two measures are never added, and nothing is stored.</summary>
/// <param name="Unit">Slug; empty for lines that name no unit.</param>
/// <param name="Year">0 when the day is unknown.</param>
/// <param name="Value">Whole đồng, of those lines somebody put a price on.</param>
public sealed record ContributionSum(string Unit, int Year, string Kind, string Measure, decimal Quantity, decimal Value, int Lines);

/// <summary>Sums over the ledger as readers may see it.</summary>
public static class ContributionTotals
{
    /// <summary>Lines that were checked, and whose text readers may see.</summary>
    public static IQueryable<Contribution> PublicLines(CmsDb db) =>
        db.Contributions.Where(row => row.VerifiedAt != null && (row.ItemId == null || db.ReadableItems().Any(item => item.Id == row.ItemId)));

    /// <summary>One grouped question to the database: by the unit as it was on the day.</summary>
    public static async Task<IReadOnlyList<ContributionSum>> ReadAsync(IQueryable<Contribution> lines, CancellationToken cancellation)
    {
        var groups = await lines.GroupBy(static row => new { row.Unit, row.Year, row.Kind, row.Measure })
            .Select(static group => new { group.Key.Unit, group.Key.Year, group.Key.Kind, group.Key.Measure, Quantity = group.Sum(row => row.Quantity), Value = group.Sum(row => row.Value ?? 0), Lines = group.Count() })
            .ToListAsync(cancellation);
        return [.. groups.Select(static group => new ContributionSum(group.Unit ?? "", group.Year, group.Kind, group.Measure, group.Quantity, group.Value, group.Lines))];
    }

    /// <summary>The same sums by the unit that holds the ground on a day (rule R7): mergers add up, and no line is lost.</summary>
    public static IReadOnlyList<ContributionSum> AtPlacesOf(this IEnumerable<ContributionSum> sums, SiteBook book, DateOnly day) =>
        Together(sums.Select(sum => sum with { Unit = book.Today(sum.Unit, day)?.Slug ?? sum.Unit }));

    /// <summary>Sums with the same key as one.</summary>
    public static IReadOnlyList<ContributionSum> Together(IEnumerable<ContributionSum> sums) =>
    [
        .. sums.GroupBy(static sum => (sum.Unit, sum.Year, sum.Kind, sum.Measure))
            .Select(static group => new ContributionSum(group.Key.Unit, group.Key.Year, group.Key.Kind, group.Key.Measure, group.Sum(static sum => sum.Quantity), group.Sum(static sum => sum.Value), group.Sum(static sum => sum.Lines))),
    ];
}
