using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Office.Rankings;

/// <summary>The public page of rankings: what editors say of them, and the results blocks agreed on, a year at a time.</summary>
public sealed record RankingPage : SitePage
{
    public const string Address = "bang-xep-hang";

    public required ItemPage Introduction { get; init; }

    /// <summary>Years with results.</summary>
    public required IReadOnlyList<SectionLink> Years { get; init; }

    /// <summary>The year that is shown; null while nothing was agreed on in any.</summary>
    public int? Year { get; init; }

    /// <summary>The document the year was scored by.</summary>
    public string Source { get; init; } = "";

    /// <summary>The most a collective can have without added points.</summary>
    public decimal Most { get; init; }

    public required IReadOnlyList<ShownRanking> Rankings { get; init; }
}

/// <summary>A block and what it agreed on.</summary>
public sealed record ShownRanking(string Name, BlockKind Kind, string Lead, DateOnly AgreedOn, string Decision, bool IsSample, IReadOnlyList<ShownPlace> Places);

/// <summary>A collective and its place; equals share one.</summary>
public sealed record ShownPlace(int Place, string Name, decimal Points);

/// <summary>Builds the page of rankings. Only blocks that agreed on their result are on it.</summary>
public sealed class RankingPages(CmsDatabase database, Published published)
{
    /// <param name="year">Null for the newest.</param>
    /// <returns>Null when editors took the page away, or the year has no results.</returns>
    public async Task<RankingPage?> FindAsync(int? year, CancellationToken cancellation)
    {
        if (await published.FindAsync(RankingPage.Address, cancellation) is not Found.Here { Page: ItemPage introduction })
        {
            return null;
        }

        await using var db = database.Open();
        var years = await db.EmulationBlocks.Where(static block => block.ClosedOn != null).Select(static block => block.Year).Distinct().OrderDescending().ToListAsync(cancellation);
        var shown = year ?? (years is [var newest, ..] ? newest : null as int?);
        if (year is not null && !years.Contains(year.Value))
        {
            return null;
        }

        var table = shown is { } known ? await db.ScoreTables.SingleOrDefaultAsync(table => table.Year == known, cancellation) : null;
        return new RankingPage
        {
            Frame = introduction.Frame,
            Title = introduction.Title,
            Description = introduction.Description,
            Path = introduction.Path + (year is null ? "" : $"?nam={year}"),
            Image = introduction.Image,
            Trail = introduction.Trail,
            NoIndex = year is not null,
            Introduction = introduction,
            Years = [.. years.Select(one => new SectionLink($"Năm {one}", $"/{RankingPage.Address}?nam={one}", one == shown))],
            Year = table?.Year,
            Source = table?.Source ?? "",
            Most = table?.Most ?? 0,
            Rankings = table is null ? [] : [.. (await ScoreLists.ReadAsync(db, table, cancellation)).Where(static ranking => ranking.Block.ClosedOn is not null).Select(Shown)],
        };
    }

    private static ShownRanking Shown(Ranking ranking) => new(
        ranking.Block.Name, ranking.Block.Kind, ranking.Block.Lead, ranking.Block.ClosedOn!.Value, ranking.Block.Decision, ranking.Block.IsSample,
        [.. ranking.Members.Where(static row => row.Place is not null).Select(static row => new ShownPlace(row.Place!.Value, row.Member.Name, row.Total!.Value))]);
}
