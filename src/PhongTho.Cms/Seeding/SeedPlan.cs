using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>An item that is to be written, with the identity it has or will have.</summary>
internal sealed record SeedTask(SeedItem Item, string Hash, ItemId Id, bool IsNew);

/// <summary>What the second pass writes, in the order of the folder, and what files may point at.</summary>
internal sealed record SeedTasks(IReadOnlyList<SeedTask> Tasks, SeedReferences References);

/// <summary>
/// The first pass over items: finds what changed, reads all of it, and gives every new item its row, so that in the second
/// pass items may point at each other in any order. A file that cannot be taken takes those that point to it along.
/// </summary>
internal sealed class SeedPlan
{
    private readonly Dictionary<ItemId, List<ItemId>> targets = [];
    private readonly Dictionary<PaperNumber, SeedTask> numbers = [];
    private readonly SeedRun run;
    private readonly SiteBook book;
    private readonly TimeProvider clock;
    private readonly SeedReferences references;

    private SeedPlan(SeedRun run, SiteBook book, TimeProvider clock, SeedReferences references) =>
        (this.run, this.book, this.clock, this.references) = (run, book, clock, references);

    public static async Task<SeedTasks> MakeAsync(SeedRun run, SiteBook book, TimeProvider clock, CancellationToken cancellation)
    {
        await using var work = await run.Database.BeginAsync(Actor.Seed, cancellation);
        var references = await SeedRun.ReferencesAsync(work.Db, cancellation);
        var tasks = await new SeedPlan(run, book, clock, references).MakeAsync(work, cancellation);
        return new SeedTasks(tasks, references);
    }

    private async Task<IReadOnlyList<SeedTask>> MakeAsync(Work work, CancellationToken cancellation)
    {
        var tasks = await ChangedAsync(work.Db, cancellation);
        foreach (var task in tasks.Where(static task => task.IsNew))
        {
            references.Items[task.Item.Path] = task.Id;
        }

        var sound = new List<SeedTask>();
        var written = tasks.Select(static task => task.Id).ToHashSet();
        foreach (var task in tasks)
        {
            if (await IsSoundAsync(work.Db, task, written, cancellation))
            {
                sound.Add(task);
            }
        }

        sound = WithoutBrokenLinks(sound, [.. tasks.Except(sound).Where(static task => task.IsNew)]);
        await CreateAsync(work, sound, cancellation);
        return sound;
    }

    private async Task<List<SeedTask>> ChangedAsync(CmsDb db, CancellationToken cancellation)
    {
        var ledger = await db.SeedFiles.AsNoTracking().Where(static file => file.ItemId != null).ToDictionaryAsync(static file => file.Path, cancellation);
        var versions = await db.Items.Select(static item => new { item.Id, item.Version }).ToDictionaryAsync(static row => row.Id, static row => row.Version, cancellation);
        var changed = new List<SeedTask>();
        foreach (var item in SeedItem.In(run.Folder, run.Notes))
        {
            var hash = await item.HashAsync(run.Folder, cancellation);
            if (ledger.TryGetValue(item.File, out var known))
            {
                if (known.Hash == hash)
                {
                    run.Notes.Unchanged();
                }
                else if (!versions.TryGetValue(known.ItemId!.Value, out var version))
                {
                    run.Notes.Kept(item.File, "Đã bị xóa trong trang quản trị nên không nạp lại.");
                }
                else if (version > known.Version)
                {
                    run.Notes.Kept(item.File, "Đã được sửa trong trang quản trị nên giữ nguyên.");
                }
                else
                {
                    changed.Add(new SeedTask(item, hash, known.ItemId.Value, IsNew: false));
                }
            }
            else if (references.Items.ContainsKey(item.Path))
            {
                run.Notes.Kept(item.File, $"Địa chỉ /{item.Path} đã có nội dung khác.");
            }
            else if (book.Section(item.Path) is not null)
            {
                run.Notes.Refused(item.File, $"Địa chỉ /{item.Path} là của một chuyên trang.");
            }
            else
            {
                changed.Add(new SeedTask(item, hash, ItemId.New(clock), IsNew: true));
            }
        }

        return changed;
    }

    private async Task<bool> IsSoundAsync(CmsDb db, SeedTask task, HashSet<ItemId> written, CancellationToken cancellation)
    {
        if (await task.Item.ReadAsync(run.Folder, references.Lookup, run.Notes, cancellation) is not { } content)
        {
            return false;
        }

        targets[task.Id] = [.. content.Targets];
        var problems = content.Public.SelectMany(body => BodyRules.Check(BodyRules.Normalise(body), book.Knows)).ToList();
        foreach (var number in content.Public.Select(static body => body.PaperNumber).OfType<PaperNumber>().Distinct())
        {
            // What the folder is about to write counts as it will be, the rest as it is.
            problems.AddRange(numbers.TryGetValue(number, out var same)
                ? [SameNumber.Problem(number, book, same.Item.File)]
                : await SameNumber.CheckAsync(db, book, task.Item.Type.Key, number, written, cancellation));
        }

        if (problems.Count == 0)
        {
            foreach (var number in content.Bodies.Select(static body => body.PaperNumber).OfType<PaperNumber>())
            {
                numbers.TryAdd(number, task);
            }

            return true;
        }

        var lines = SeedFolder.Text(await run.Folder.ReadAsync(task.Item.File, cancellation)).Split('\n');
        run.Notes.Refused(task.Item.File, problems.Select(problem => new FileFault(LineOf(task.Item.Type, problem, lines), $"{problem.Field}: {problem.Message}")));
        return false;
    }

    /// <summary>The line of the front matter a broken rule is about, when it is about a field of the front matter.</summary>
    private static int? LineOf(ContentType type, Problem problem, string[] lines)
    {
        var key = type.Shape.Fields.FirstOrDefault(field => problem.Field == field.Label || problem.Field.StartsWith(field.Label + " › ", StringComparison.Ordinal))?.Key;
        var line = key is null ? -1 : Array.FindIndex(lines, text => text.StartsWith(key + ":", StringComparison.Ordinal));
        return line < 0 ? null : line + 1;
    }

    private List<SeedTask> WithoutBrokenLinks(List<SeedTask> sound, List<SeedTask> broken)
    {
        while (broken.Count > 0)
        {
            var missing = broken.ToDictionary(static task => task.Id, static task => task.Item.File);
            broken = [];
            foreach (var task in sound)
            {
                foreach (var target in targets[task.Id].Where(missing.ContainsKey).Take(1))
                {
                    run.Notes.Refused(task.Item.File, $"Trỏ tới «{missing[target]}» mà tệp đó chưa nhận được.");
                    broken.Add(task);
                }
            }

            sound = [.. sound.Except(broken)];
            broken = [.. broken.Where(static task => task.IsNew)];
        }

        return sound;
    }

    private static async Task CreateAsync(Work work, List<SeedTask> tasks, CancellationToken cancellation)
    {
        foreach (var task in tasks.Where(static task => task.IsNew))
        {
            Drafts.Create(work, task.Id, task.Item.Type, task.Item.Path);

            // Without a hash: the row is there, what the file says is still to come.
            SeedRun.Remember(work.Db, null, task.Item.File, "", task.Id);
            work.Record(ChangeVerb.Drafted, task.Id);
        }

        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
        }
    }
}
