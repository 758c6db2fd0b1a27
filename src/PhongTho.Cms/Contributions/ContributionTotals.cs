using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Contributions;

/// <summary>What was given, summed by unit, year, kind and measure: two measures are never added, and nothing is stored.</summary>
/// <param name="Unit">Slug; empty for lines that name no unit.</param>
/// <param name="Year">0 when the day is unknown.</param>
/// <param name="What">The thing, of kinds that have no measure of their own: sand is not added to stones; else empty.</param>
/// <param name="Value">Whole đồng, of those lines somebody put a price on.</param>
public sealed record ContributionSum(string Unit, int Year, string Kind, string What, string Measure, decimal Quantity, decimal Value, int Lines);

/// <summary>Sums over the ledger.</summary>
public static class ContributionTotals
{
    /// <summary>Lines that were checked, and whose text readers may see.</summary>
    public static IQueryable<Contribution> PublicLines(CmsDb db)
    {
        var readable = db.ReadableItems();
        return db.Contributions.Where(row => row.VerifiedAt != null && (row.ItemId == null || readable.Any(item => item.Id == row.ItemId)));
    }

    /// <summary>One grouped question to the database: by the unit as it was on the day.</summary>
    public static async Task<IReadOnlyList<ContributionSum>> ReadAsync(IQueryable<Contribution> lines, SiteBook book, CancellationToken cancellation)
    {
        string[] measured = [.. Kinds(book).Where(static kind => kind.Detail is { Length: > 0 }).Select(static kind => kind.Slug)];
        var groups = await lines.Select(row => new { row.Unit, row.Year, row.Kind, What = measured.Contains(row.Kind) ? "" : row.What, row.Measure, row.Quantity, row.Value })
            .GroupBy(static row => new { row.Unit, row.Year, row.Kind, row.What, row.Measure })
            .Select(static group => new { group.Key, Quantity = group.Sum(row => row.Quantity), Value = group.Sum(row => row.Value), Lines = group.Count() })
            .ToListAsync(cancellation);
        return [.. groups.Select(static group => new ContributionSum(group.Key.Unit ?? "", group.Key.Year, group.Key.Kind, group.Key.What, group.Key.Measure, group.Quantity, group.Value ?? 0, group.Lines))];
    }

    /// <summary>The same sums by the unit that holds the ground on a day (rule R7): mergers add up, and no line is lost.</summary>
    public static IReadOnlyList<ContributionSum> AtPlacesOf(this IEnumerable<ContributionSum> sums, SiteBook book, DateOnly day) =>
        Together(sums.Select(sum => sum with { Unit = book.Today(sum.Unit, day)?.Slug ?? sum.Unit }));

    /// <summary>Sums with the same key as one.</summary>
    public static IReadOnlyList<ContributionSum> Together(IEnumerable<ContributionSum> sums) =>
    [
        .. sums.GroupBy(static sum => (sum.Unit, sum.Year, sum.Kind, sum.What, sum.Measure)).Select(static group => group.First() with
        {
            Quantity = group.Sum(static sum => sum.Quantity),
            Value = group.Sum(static sum => sum.Value),
            Lines = group.Sum(static sum => sum.Lines),
        }),
    ];

    /// <summary>The kinds of gifts, in the order of their vocabulary.</summary>
    public static IReadOnlyList<TermEntry> Kinds(SiteBook book) => book.TermsByTaxonomy.TryGetValue(Taxonomies.ContributionKind, out var terms) ? terms : [];
}
