using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in the ledger after the items and dossiers it speaks of. A line people have worked on since is left alone.</summary>
internal sealed class SeedContributions(SeedRun run, TimeProvider clock)
{
    public async Task RunAsync(Work work, ReferenceLookup references, CancellationToken cancellation)
    {
        if (run.Folder.Has(ContributionsFile.Name))
        {
            await run.TakeAsync(work, ContributionsFile.Name, ChangeVerb.ContributionsSaved, ContributionsFile.Subject, (text, faults) => SaveAsync(work, text, references, faults, cancellation), cancellation);
        }
    }

    private async Task SaveAsync(Work work, string text, ReferenceLookup references, List<FileFault> faults, CancellationToken cancellation)
    {
        var file = FrontMatter.Read<ContributionsFile>(text, references, faults);
        var known = await work.Db.Contributions.Include(static row => row.Corrections).ToListAsync(cancellation);
        foreach (var row in file?.Rows ?? [])
        {
            // The same thing given twice to the same end is two lines: each line of the file takes one of the database.
            var line = known.Find(old => old.ItemId == row.Item && old.What == row.What && old.Beneficiary == row.Beneficiary && old.Measure == row.Measure);
            if (line is null)
            {
                line = New(work, row);
            }
            else
            {
                known.Remove(line);
            }

            if (line.Version == 0)
            {
                Copy(work, row, line);
            }
        }
    }

    private Contribution New(Work work, ContributionRow row)
    {
        var line = new Contribution
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            ItemId = row.Item,
            Kind = row.Kind,
            What = row.What,
            Quantity = row.Quantity,
            Measure = row.Measure,
            Beneficiary = row.Beneficiary,
            RecordedAt = work.Now,
            RecordedBy = work.Actor.Key,
        };
        work.Db.Contributions.Add(line);
        return line;
    }

    private static void Copy(Work work, ContributionRow row, Contribution line)
    {
        (line.SubjectId, line.Kind, line.Quantity, line.Value) = (row.Giver, row.Kind, row.Quantity, row.Value);
        (line.Unit, line.Village, line.Source) = (row.Unit, row.Village, row.Source);
        line.GiveOn(row.GivenOn);
        line.VerifiedAt = row.IsVerified ? line.VerifiedAt ?? work.Now : null;
        line.VerifiedBy = row.IsVerified ? line.VerifiedBy ?? work.Actor.Key : null;
        line.Corrections.RemoveAll(correction => correction.Number > row.Corrections.Count);
        for (var i = line.Corrections.Count; i < row.Corrections.Count; i++)
        {
            var correction = row.Corrections[i];
            line.Corrections.Add(new ContributionCorrection
            {
                ContributionId = line.Id,
                Number = i + 1,
                At = SiteTime.StartOf(correction.On),
                By = work.Actor.Key,
                QuantityBefore = correction.Before,
                Reason = correction.Reason,
            });
        }
    }
}
