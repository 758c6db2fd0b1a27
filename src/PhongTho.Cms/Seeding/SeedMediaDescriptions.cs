using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in what the library says of its files, once the files are there.</summary>
internal sealed class SeedMediaDescriptions(SeedRun run)
{
    public async Task RunAsync(Work work, CancellationToken cancellation)
    {
        if (run.Folder.Has(MediaDescriptionsFile.Name))
        {
            await run.TakeAsync(
                work, MediaDescriptionsFile.Name, ChangeVerb.MediaDescribed, MediaDescriptionsFile.Subject, (text, faults) => SaveAsync(work.Db, text, faults, cancellation), cancellation);
        }
    }

    private static async Task SaveAsync(CmsDb db, string text, List<FileFault> faults, CancellationToken cancellation)
    {
        if (FrontMatter.Read<MediaDescriptionsFile>(text, ReferenceLookup.None, faults) is not { } described)
        {
            return;
        }

        var files = await db.Media.ToDictionaryAsync(static file => file.Path, StringComparer.Ordinal, cancellation);
        foreach (var entry in described.Files)
        {
            var reason = files.TryGetValue(entry.Path, out var file)
                ? entry.Description.WhyNot(isPicture: false)?.Message
                : "Không có tệp này trong thư mục media.";
            if (reason is null)
            {
                entry.Description.Apply(file!);
            }
            else
            {
                faults.Add(new FileFault(1, $"{entry.Path}: {reason}"));
            }
        }
    }
}
