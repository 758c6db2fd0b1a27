using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>The second pass over items: saves and publishes each as an editor would.</summary>
internal sealed class SeedItems(SeedRun run, SiteBook book, TimeProvider clock)
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var plan = await SeedPlan.MakeAsync(run, book, clock, cancellation);
        foreach (var tasks in plan.Tasks.Chunk(Batch))
        {
            await using var work = await run.Database.BeginAsync(Actor.Seed, cancellation);
            await WriteAsync(work, tasks, plan.References.Lookup, cancellation);
            if (work.HasChanges)
            {
                await work.CommitAsync(cancellation);
            }
        }
    }

    private async Task WriteAsync(Work work, SeedTask[] tasks, ReferenceLookup references, CancellationToken cancellation)
    {
        ItemId[] ids = [.. tasks.Select(static task => task.Id)];
        string[] files = [.. tasks.Select(static task => task.Item.File)];
        var items = await work.Db.Items.Include(static item => item.Terms).Include(static item => item.Links)
            .Where(item => ids.Contains(item.Id)).ToDictionaryAsync(static item => item.Id, cancellation);
        var ledger = await work.Db.SeedFiles.Where(file => files.Contains(file.Path)).ToDictionaryAsync(static file => file.Path, cancellation);
        foreach (var task in tasks)
        {
            var (item, known) = (items[task.Id], ledger[task.Item.File]);

            // Between the passes another node may have done the same, or a person may have taken the item up.
            if (known.Hash == task.Hash || item.Version != known.Version
                || await task.Item.ReadAsync(run.Folder, references, run.Notes, cancellation) is not { } content)
            {
                continue;
            }

            if (await WriteAsync(work, item, await AgreedAsync(work, task.Item.File, content, cancellation), cancellation) is { } reason)
            {
                run.Notes.Refused(task.Item.File, reason.Message);
                continue;
            }

            (known.Hash, known.Version) = (task.Hash, item.Version);
            run.Notes.Took(task.IsNew);
        }
    }

    /// <summary>A file brings no consent along: without one here its text comes in as a draft, and nobody loses a word (rule R1).</summary>
    private async Task<SeedContent> AgreedAsync(Work work, string file, SeedContent content, CancellationToken cancellation)
    {
        var state = content.Main.State;
        if (state.Standing is not (FileStanding.Live or FileStanding.Archived or FileStanding.OnHold))
        {
            return content;
        }

        var named = await NamedSubjects.ReadAsync(work.Db, content.Main.Body, cancellation);
        var today = SiteTime.DayOf(work.Now);
        if (named.WhyNotShow(today) is not { } reason)
        {
            return content with { Main = content.Main with { Body = named.Shown(content.Main.Body, today) } };
        }

        run.Notes.Kept(file, "Nhận làm bản nháp. " + reason.Message);
        return new SeedContent((content.Draft ?? content.Main) with { State = new ItemState { Standing = FileStanding.Draft, ExternalId = state.ExternalId, OldAddresses = state.OldAddresses } }, null);
    }

    private async Task<Refusal?> WriteAsync(Work work, ContentItem item, SeedContent content, CancellationToken cancellation)
    {
        var state = content.Main.State;

        // Content withdrawn by its subject comes back by a person's decision only, never by a file.
        if (state.Standing is not (FileStanding.Withdrawn or FileStanding.Draft) && Workflow.WhyNotPublic(item, BodyRules.Check(content.Main.Body, book.Knows)) is { } reason)
        {
            return reason;
        }

        item.ExternalId = state.ExternalId;
        await TakeAddressesAsync(work, item, state, cancellation);
        var body = Drafts.Save(work, item, content.Main.Body, clock);
        if (state.Standing == FileStanding.Draft)
        {
            TakeBack(work, item);
            Schedule(work, item, state);
        }
        else if (state.PublishedAt > work.Now)
        {
            Publisher.Schedule(work, item, state.PublishedAt.Value);
        }
        else
        {
            await PublishAsync(work, item, body, state, cancellation);
        }

        if (item.ExpireAt != state.ExpireAt)
        {
            Publisher.Expire(work, item, state.ExpireAt);
        }

        if (content.Draft is { } draft)
        {
            Drafts.Save(work, item, draft.Body, clock);
            Schedule(work, item, draft.State);
        }

        return null;
    }

    private static async Task TakeAddressesAsync(Work work, ContentItem item, ItemState state, CancellationToken cancellation)
    {
        foreach (var path in state.OldAddresses.Select(static address => address.Trim('/')).Distinct())
        {
            if (await work.Db.Aliases.FindAsync([path], cancellation) is null && !await work.Db.Items.AnyAsync(other => other.Path == path, cancellation))
            {
                work.Db.Aliases.Add(new Alias { Path = path, ItemId = item.Id });
            }
        }
    }

    // The file said it was live, and now says that it is not.
    private static void TakeBack(Work work, ContentItem item)
    {
        if (item.Standing is Standing.Live or Standing.OnHold or Standing.Archived)
        {
            Publisher.Stand(work, item, Standing.Private, note: null);
        }
    }

    private static void Schedule(Work work, ContentItem item, ItemState state)
    {
        if (state.PublishAt is { } at)
        {
            Publisher.Schedule(work, item, at);
        }
    }

    private static async Task PublishAsync(Work work, ContentItem item, ContentBody body, ItemState state, CancellationToken cancellation)
    {
        await Publisher.PublishAsync(work, item, body, state.PublishedAt, cancellation: cancellation);
        if (StandingOf(state.Standing) is var standing && standing != Standing.Live)
        {
            Publisher.Stand(work, item, standing, state.StandingNote);
        }

        item.ForwardTo = state.ForwardTo;
    }

    private static Standing StandingOf(FileStanding standing) => standing switch
    {
        FileStanding.Live => Standing.Live,
        FileStanding.OnHold => Standing.OnHold,
        FileStanding.Archived => Standing.Archived,
        FileStanding.Withdrawn => Standing.Withdrawn,
        FileStanding.Retracted => Standing.Retracted,
        _ => Standing.Private,
    };
}
