using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Cms.Replications;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in who copied what, after the items. What people have worked on since is left alone, whoever registered it.</summary>
internal sealed class SeedReplications(SeedRun run)
{
    public async Task RunAsync(Work work, ReferenceLookup references, CancellationToken cancellation)
    {
        if (run.Folder.Has(ReplicationsFile.Name))
        {
            await run.TakeAsync(work, ReplicationsFile.Name, ChangeVerb.ReplicationMoved, ReplicationsFile.Subject, (text, faults) => SaveAsync(work, text, references, faults, cancellation), cancellation);
        }
    }

    private static async Task SaveAsync(Work work, string text, ReferenceLookup references, List<FileFault> faults, CancellationToken cancellation)
    {
        var rows = FrontMatter.Read<ReplicationsFile>(text, references, faults)?.Rows ?? [];
        ItemId[] items = [.. rows.Select(static row => row.Item).Distinct()];

        // A row moved out of a story's text stands at the story until its way of doing has a page of its own.
        var sources = (await work.Db.Links.Where(link => items.Contains(link.ItemId) && link.TargetItemId != null).Select(static link => new { link.ItemId, Target = link.TargetItemId!.Value }).ToListAsync(cancellation))
            .ToLookup(static link => link.ItemId, static link => link.Target);
        ItemId[] places = [.. items, .. items.SelectMany(item => sources[item])];
        var known = await work.Db.Replications.Where(row => places.Contains(row.ItemId)).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            var replication = known.Find(old => old.Who == row.Who && old.StartedOn == row.StartedOn && (old.ItemId == row.Item || sources[row.Item].Contains(old.ItemId)));
            if (replication is null)
            {
                known.Add(replication = await AddAsync(work, row, known, cancellation));
            }

            if (replication.Version == 0)
            {
                replication.ItemId = row.Item;
                row.CopyTo(replication);
            }
        }
    }

    private static async Task<Replication> AddAsync(Work work, ReplicationRow row, List<Replication> known, CancellationToken cancellation)
    {
        var isOpen = ReplicationSteps.IsOpen(row.State);
        var replication = new Replication
        {
            Code = await ReplicationCodes.NextAsync(work.Db, row.StartedOn?.Year ?? work.Now.Year, known, cancellation),
            ItemId = row.Item,
            RegisteredAt = work.Now,
            StateAt = work.Now,
            ClosedAt = isOpen ? null : work.Now,
            CheckedAt = row.State == ReplicationState.Checked ? work.Now : null,
            CheckedBy = row.State == ReplicationState.Checked ? work.Actor.Key : null,
            Kind = row.Kind,
            Who = row.Who,
            ShowsName = row.ShowsName,
            StartedOn = row.StartedOn,
        };
        work.Db.Replications.Add(replication);
        return replication;
    }
}
