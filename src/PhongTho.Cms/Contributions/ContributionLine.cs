using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Contributions;

/// <summary>A checked line of the ledger as the page of its story shows it.</summary>
public sealed record ContributionLine(string What, string Kind, decimal Quantity, string Measure, decimal? Value, string Beneficiary, PartialDate? GivenOn, string Source, IReadOnlyList<LineCorrection> Corrections)
{
    internal static async Task<IReadOnlyList<ContributionLine>> OfAsync(CmsDb db, SiteBook book, ItemId item, CancellationToken cancellation)
    {
        var rows = await db.Contributions.Where(row => row.ItemId == item && row.VerifiedAt != null).Include(static row => row.Corrections).ToListAsync(cancellation);
        return
        [
            .. rows.OrderBy(static row => row.GivenOn ?? default).ThenBy(static row => row.RecordedAt).ThenBy(static row => row.Id).Select(row => new ContributionLine(
                row.What, book.NameOf(Taxonomies.ContributionKind, row.Kind), row.Quantity, row.Measure, row.Value, row.Beneficiary, row.GivenOn, row.Source,
                [.. row.Corrections.OrderBy(static correction => correction.Number).Select(correction => new LineCorrection(correction.At, correction.QuantityBefore, correction.Reason))])),
        ];
    }
}

/// <summary>What a figure said before, and why it changed: told to readers.</summary>
public sealed record LineCorrection(DateTimeOffset At, decimal Before, string Reason);
