namespace PhongTho.Cms.Office.Rankings;

/// <summary>A collective in its block's order. Equals share a place.</summary>
/// <param name="Place">Null while its points are not checked.</param>
public sealed record RankedMember(int? Place, BlockMember Member, decimal? Own, decimal? Total, ScoreSheet? Sheet);

/// <summary>A block with its collectives in order: always read off the sheets, never stored.</summary>
public sealed record Ranking(EmulationBlock Block, IReadOnlyList<RankedMember> Members)
{
    public static Ranking Of(EmulationBlock block, ScoreTable table, IReadOnlyList<ScoreSheet> sheets)
    {
        var members = block.Members.Select(member =>
        {
            var sheet = sheets.FirstOrDefault(sheet => sheet.Block == block.Slug && sheet.Member == member.Key);
            return new RankedMember(null, member, sheet?.OwnAt is null ? null : table.Total(sheet.Own), sheet?.Checked is { } held ? table.Total(held) : null, sheet);
        }).ToList();
        return new Ranking(block,
        [
            .. members.Select(row => row with { Place = row.Total is { } total ? members.Count(other => other.Total > total) + 1 : null })
                .OrderBy(static row => row.Place ?? int.MaxValue).ThenBy(static row => row.Member.Name, StringComparer.Ordinal),
        ]);
    }

    public int Checked => Members.Count(static row => row.Total is not null);
}

/// <summary>A year of scoring, as the office and the units see it.</summary>
/// <param name="Table">Null while none was issued.</param>
public sealed record ScoreYear(int Year, ScoreTable? Table, IReadOnlyList<Ranking> Rankings);
