using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Replications;

/// <summary>What was copied, counted: never stored, always the sum of the rows themselves.</summary>
/// <param name="Places">How many copy or have copied; those that stopped are told apart.</param>
/// <param name="Results">Sums of checked results, each measure for itself (rule R12).</param>
/// <param name="Then">By the unit as it was on the day.</param>
/// <param name="Now">By the unit that holds its ground today (rule R7).</param>
public sealed record ReplicationTotals(
    int Places, int Households, int Checked, int Stopped, IReadOnlyList<MeasuredSum> Results, IReadOnlyList<UnitCount> Then, IReadOnlyList<UnitCount> Now)
{
    /// <summary>One grouped question to the database, whatever the number of rows; succession is followed in memory.</summary>
    public static async Task<ReplicationTotals> ReadAsync(IQueryable<Replication> rows, SiteBook book, DateOnly today, CancellationToken cancellation)
    {
        var groups = await rows.GroupBy(static row => new { row.Unit, row.State, row.ResultUnit })
            .Select(static group => new { group.Key.Unit, group.Key.State, group.Key.ResultUnit, Count = group.Count(), Households = group.Sum(row => row.Households), Sum = group.Sum(row => row.ResultValue) })
            .ToListAsync(cancellation);
        var counted = groups.Where(static group => ReplicationSteps.Counts(group.State)).ToList();
        var then = counted.GroupBy(static group => group.Unit ?? "", StringComparer.Ordinal)
            .Select(static unit => new UnitCount(unit.Key, unit.Sum(static group => group.Count), unit.Sum(static group => group.Households))).ToList();
        return new ReplicationTotals(
            counted.Sum(static group => group.Count),
            counted.Sum(static group => group.Households),
            counted.Where(static group => group.State == ReplicationState.Checked).Sum(static group => group.Count),
            groups.Where(static group => group.State == ReplicationState.Stopped).Sum(static group => group.Count),
            [
                .. counted.Where(static group => group is { State: ReplicationState.Checked, Sum: not null, ResultUnit.Length: > 0 }).GroupBy(static group => group.ResultUnit, StringComparer.Ordinal)
                    .Select(static measure => new MeasuredSum(measure.Key, measure.Sum(static group => group.Sum!.Value))).OrderBy(static sum => sum.Measure, StringComparer.Ordinal),
            ],
            InOrder(then, book),
            InOrder(then.GroupBy(unit => book.Today(unit.Unit, today)?.Slug ?? unit.Unit, StringComparer.Ordinal)
                .Select(static unit => new UnitCount(unit.Key, unit.Sum(static old => old.Places), unit.Sum(static old => old.Households))), book));
    }

    private static IReadOnlyList<UnitCount> InOrder(IEnumerable<UnitCount> counts, SiteBook book)
    {
        var order = book.Units.Select(static (unit, place) => (unit.Slug, place)).ToDictionary(static row => row.Slug, static row => row.place, StringComparer.Ordinal);
        return [.. counts.OrderBy(count => order.GetValueOrDefault(count.Unit, int.MaxValue))];
    }
}

/// <param name="Measure">«ha», «hộ», «triệu đồng».</param>
public sealed record MeasuredSum(string Measure, decimal Sum);

/// <param name="Unit">Slug; empty for rows that name no unit.</param>
public sealed record UnitCount(string Unit, int Places, int Households);
