using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;

namespace PhongTho.Cms.Office.Rankings;

/// <summary>Reads tables, blocks and sheets. A unit sees the blocks it stands in.</summary>
public sealed class ScoreLists(CmsDatabase database)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.ScoreTables.Select(static table => table.Year).OrderDescending().ToListAsync(cancellation);
    }

    public async Task<ScoreYear> YearAsync(int year, Actor reader, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var table = await db.ScoreTables.SingleOrDefaultAsync(table => table.Year == year, cancellation);
        var rankings = table is null ? [] : await ReadAsync(db, table, cancellation);
        return new ScoreYear(year, table, [.. rankings.Where(ranking => Sees(reader, ranking.Block))]);
    }

    /// <summary>Null when there is none, or it is none of this person's business.</summary>
    public async Task<(ScoreTable Table, Ranking Ranking)?> FindAsync(int year, string block, Actor reader, CancellationToken cancellation)
    {
        var all = await YearAsync(year, reader, cancellation);
        return all.Table is { } table && all.Rankings.FirstOrDefault(ranking => ranking.Block.Slug == block) is { } found ? (table, found) : null;
    }

    /// <summary>Why this person finds nothing here.</summary>
    public static Refusal? WhyNotRead(Actor actor) => actor.May(Right.EditAll) || actor.May(Right.ManageExemplars) || actor.Unit is not null
        ? null
        : new Refusal("unit", "Tài khoản của bạn chưa gắn với đơn vị nào. Hãy nhờ quản trị hệ thống ghi đơn vị cho tài khoản.");

    internal static async Task<IReadOnlyList<Ranking>> ReadAsync(CmsDb db, ScoreTable table, CancellationToken cancellation)
    {
        var blocks = await db.EmulationBlocks.Where(block => block.Year == table.Year).OrderBy(static block => block.Slug).ToListAsync(cancellation);
        var sheets = await db.ScoreSheets.Where(sheet => sheet.Year == table.Year).ToListAsync(cancellation);
        return [.. blocks.Select(block => Ranking.Of(block, table, sheets))];
    }

    private static bool Sees(Actor reader, EmulationBlock block) =>
        reader.May(Right.EditAll) || reader.May(Right.ManageExemplars) || (reader.Unit is { } own && block.Members.Any(member => member.Unit == own));
}
