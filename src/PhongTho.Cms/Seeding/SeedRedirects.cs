using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in redirects after the items, whose addresses they may not take.</summary>
internal sealed class SeedRedirects(SeedRun run)
{
    public async Task RunAsync(Work work, CancellationToken cancellation)
    {
        if (run.Folder.Has(RedirectsFile.Name))
        {
            await run.TakeAsync(work, RedirectsFile.Name, ChangeVerb.AliasesSaved, RedirectsFile.Subject, (text, faults) => SaveAsync(work.Db, text, faults, cancellation), cancellation);
        }
    }

    private static async Task SaveAsync(CmsDb db, string text, List<FileFault> faults, CancellationToken cancellation)
    {
        foreach (var entry in FrontMatter.Read<RedirectsFile>(text, ReferenceLookup.None, faults)?.Redirects ?? [])
        {
            if (await db.Items.AnyAsync(item => item.Path == entry.From, cancellation))
            {
                faults.Add(new FileFault(1, $"Địa chỉ «{entry.From}» đang có nội dung, không chuyển hướng được."));
            }
            else if (await db.Aliases.FindAsync([entry.From], cancellation) is { } known)
            {
                (known.ItemId, known.Target, known.IsGone) = (null, entry.To, entry.IsGone);
            }
            else
            {
                db.Aliases.Add(new Alias { Path = entry.From, Target = entry.To, IsGone = entry.IsGone });
            }
        }
    }
}
