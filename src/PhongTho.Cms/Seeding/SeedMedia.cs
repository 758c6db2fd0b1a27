using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;

namespace PhongTho.Cms.Seeding;

/// <summary>Takes the files of <c>media/</c> into the library.</summary>
internal sealed class SeedMedia(SeedRun run, MediaLibrary library)
{
    public const string Folder = "media/";

    // A transaction holds the clock, so it must end before anyone waits long for it.
    private const int Batch = 64;

    public async Task RunAsync(CancellationToken cancellation)
    {
        foreach (var files in run.Folder.Files.Where(static file => file.StartsWith(Folder, StringComparison.Ordinal)).Chunk(Batch))
        {
            await using var work = await run.Database.BeginAsync(Actor.Seed, cancellation);
            foreach (var file in files)
            {
                await TakeAsync(work, file, cancellation);
            }

            if (work.HasChanges)
            {
                await work.CommitAsync(cancellation);
            }
        }
    }

    private async Task TakeAsync(Work work, string file, CancellationToken cancellation)
    {
        var bytes = await run.Folder.ReadAsync(file, cancellation);
        var hash = SeedFolder.HashOf(bytes);
        var known = await work.Db.SeedFiles.FindAsync([file], cancellation);
        if (known?.Hash == hash)
        {
            run.Notes.Unchanged();
            return;
        }

        var path = file[Folder.Length..];
        var before = await work.Db.Media.Where(row => row.Path == path).Select(static row => row.Hash).SingleOrDefaultAsync(cancellation);
        if (before is not null && before != hash && before != known?.Hash)
        {
            run.Notes.Kept(file, "Đã được thay trong thư viện nên giữ nguyên.");
            return;
        }

        var (_, reason) = await library.AddAsync(work, path, bytes, cancellation);
        if (reason is not null)
        {
            run.Notes.Refused(file, reason.Message);
            return;
        }

        SeedRun.Remember(work.Db, known, file, hash);
        if (before == hash)
        {
            run.Notes.Unchanged();
        }
        else
        {
            run.Notes.Took(isNew: before is null);
        }
    }
}
