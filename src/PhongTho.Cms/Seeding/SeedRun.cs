using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>One run of the import: what it reads, where it writes, what it will report.</summary>
internal sealed record SeedRun(CmsDatabase Database, SeedFolder Folder, SeedNotes Notes)
{
    /// <summary>
    /// Brings in a file that stands for one thing of the site which has no version of its own (a setting, a vocabulary):
    /// once, and never again over what people changed there.
    /// </summary>
    /// <param name="subject">What the log calls the thing.</param>
    /// <param name="apply">Writes it, or adds the faults that keep it from doing so.</param>
    public async Task TakeAsync(
        Work work, string file, ChangeVerb verb, string subject, Func<string, List<FileFault>, Task> apply, CancellationToken cancellation)
    {
        var bytes = await Folder.ReadAsync(file, cancellation);
        var hash = SeedFolder.HashOf(bytes);
        var known = await work.Db.SeedFiles.FindAsync([file], cancellation);
        if (known?.Hash == hash)
        {
            Notes.Unchanged();
            return;
        }

        if (await work.Db.Changes.AnyAsync(change => change.Subject == subject && change.Actor != Actor.Seed.Key, cancellation))
        {
            Notes.Kept(file, "Đã được sửa trong trang quản trị nên giữ nguyên.");
            return;
        }

        var faults = new List<FileFault>();
        await apply(SeedFolder.Text(bytes), faults);
        if (faults.Count > 0)
        {
            Notes.Refused(file, faults);
            return;
        }

        Notes.Took(isNew: known is null);
        Remember(work.Db, known, file, hash);
        work.Record(verb, subject: subject);
    }

    public static SeedFile Remember(CmsDb db, SeedFile? known, string file, string hash, ItemId? item = null)
    {
        if (known is null)
        {
            known = new SeedFile { Path = file, Hash = hash, ItemId = item };
            db.SeedFiles.Add(known);
        }

        known.Hash = hash;
        return known;
    }

    /// <summary>Whatever is in the database, by the names files call it.</summary>
    public static async Task<SeedReferences> ReferencesAsync(CmsDb db, CancellationToken cancellation)
    {
        var items = await db.Aliases.Where(static alias => alias.ItemId != null)
            .Select(static alias => new { alias.Path, Id = alias.ItemId!.Value }).ToDictionaryAsync(static row => row.Path, static row => row.Id, cancellation);
        foreach (var item in await db.Items.Select(static item => new { item.Path, item.Id }).ToListAsync(cancellation))
        {
            items[item.Path] = item.Id;
        }

        var media = await db.Media.Select(static file => new { file.Path, file.Id }).ToDictionaryAsync(static row => row.Path, static row => row.Id, cancellation);
        var subjects = await db.Subjects.Select(static row => new { row.Slug, row.Id }).ToDictionaryAsync(static row => row.Slug, static row => row.Id, cancellation);
        return new SeedReferences(items, media, subjects);
    }
}

/// <summary>Addresses, media paths and slugs of dossiers with what stands there.</summary>
internal sealed record SeedReferences(Dictionary<string, ItemId> Items, Dictionary<string, MediaId> Media, Dictionary<string, SubjectId> Subjects)
{
    public ReferenceLookup Lookup { get; } = new(
        path => Items.TryGetValue(path, out var id) ? id : null,
        path => Media.TryGetValue(path, out var id) ? id : null,
        slug => Subjects.TryGetValue(slug, out var id) ? id : null);
}
