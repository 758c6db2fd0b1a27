using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Office.Consultations;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in lists put before people. One that the office has worked on since is left alone.</summary>
internal sealed class SeedConsultations(SeedRun run, TimeProvider clock)
{
    public async Task RunAsync(Work work, ReferenceLookup references, CancellationToken cancellation)
    {
        if (run.Folder.Has(ConsultationsFile.Name))
        {
            await run.TakeAsync(work, ConsultationsFile.Name, ChangeVerb.ConsultationKept, ConsultationsFile.Subject, (text, faults) => SaveAsync(work, text, references, faults, cancellation), cancellation);
        }
    }

    private async Task SaveAsync(Work work, string text, ReferenceLookup references, List<FileFault> faults, CancellationToken cancellation)
    {
        var today = SiteTime.Today(clock);
        foreach (var entry in FrontMatter.Read<ConsultationsFile>(text, references, faults)?.All ?? [])
        {
            var subject = "consultation:" + entry.Slug;
            if (entry.From > entry.To)
            {
                faults.Add(new FileFault(1, $"«{entry.Title}»: ngày bắt đầu sau ngày kết thúc."));
                continue;
            }

            if (await work.Db.Changes.AnyAsync(change => change.Subject == subject, cancellation))
            {
                continue;
            }

            if (await work.Db.Consultations.FindAsync([entry.Slug], cancellation) is not { } row)
            {
                work.Db.Consultations.Add(row = new Consultation { Slug = entry.Slug, Title = entry.Title, From = entry.From, To = entry.To, Notice = new ConsultationNotice() });
            }

            (row.Title, row.From, row.To, row.Notice) = (entry.Title, entry.From, entry.To, entry.ToNotice());
            row.PublishedAt = entry.IsShown ? row.PublishedAt ?? work.Now : null;
            row.ShownState = row.StateOn(today);
            row.Version++;
        }
    }
}
