using PhongTho.Cms.Changes;
using PhongTho.Cms.Office.Rankings;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in what blocks agreed on. A year that has a table already is left alone: what was agreed on never changes.</summary>
internal sealed class SeedRankings(SeedRun run)
{
    public async Task RunAsync(Work work, CancellationToken cancellation)
    {
        if (run.Folder.Has(RankingsFile.Name))
        {
            await run.TakeAsync(work, RankingsFile.Name, ChangeVerb.RankingShown, RankingsFile.Subject, (text, faults) => SaveAsync(work, text, faults, cancellation), cancellation);
        }
    }

    private static async Task SaveAsync(Work work, string text, List<FileFault> faults, CancellationToken cancellation)
    {
        foreach (var year in FrontMatter.Read<RankingsFile>(text, ReferenceLookup.None, faults)?.Years ?? [])
        {
            if (await work.Db.ScoreTables.FindAsync([year.Year], cancellation) is null)
            {
                Add(work, year);
            }
        }
    }

    private static void Add(Work work, RankedYear year)
    {
        work.Db.ScoreTables.Add(new ScoreTable { Year = year.Year, Source = year.Source ?? "", Criteria = [.. year.Criteria], IsSample = year.IsSample, Version = 1 });
        foreach (var block in year.Blocks)
        {
            work.Db.EmulationBlocks.Add(new EmulationBlock
            {
                Year = year.Year,
                Slug = block.Slug,
                Name = block.Name,
                Kind = block.Kind,
                Lead = block.Lead ?? "",
                Members = [.. block.Members.Select(static member => new BlockMember { Key = member.Key, Name = member.Name, Unit = member.Unit })],
                ClosedOn = block.AgreedOn,
                Decision = block.Decision ?? "",
                IsSample = block.IsSample,
                Version = 1,
            });
            work.Db.ScoreSheets.AddRange(block.Members.Select(member => Sheet(work, year.Year, block.Slug, member)));
        }
    }

    private static ScoreSheet Sheet(Work work, int year, string block, RankedCollective member)
    {
        Score[] scores = [.. member.Points.Select(static score => new Score(score.Criterion, score.Points))];
        return new ScoreSheet { Year = year, Block = block, Member = member.Key, Own = scores, OwnAt = work.Now, Checked = scores, CheckedAt = work.Now, CheckedBy = work.Actor.Key, Version = 1 };
    }
}
