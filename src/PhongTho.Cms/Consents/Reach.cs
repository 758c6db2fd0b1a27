using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Consents;

/// <summary>How far a consent reaches: every text that names the subject, or tells of one that does.</summary>
internal static class Reach
{
    /// <summary>Takes all of it from the public, and whatever was on its way there (rule R11).</summary>
    /// <returns>What it reached.</returns>
    public static async Task<IReadOnlyList<ItemId>> WithdrawAsync(Work work, SubjectId subject, CancellationToken cancellation)
    {
        var items = await ItemsAsync(work.Db, subject, cancellation);
        items.ForEach(item => Withdraw(work, item));
        return [.. items.Select(static item => item.Id)];
    }

    /// <summary>Takes from the public what says the name of one of several, or shows a picture or a voice that may be theirs.</summary>
    public static async Task WithdrawMemberAsync(Work work, SubjectId subject, string person, CancellationToken cancellation)
    {
        foreach (var item in await ItemsAsync(work.Db, subject, cancellation))
        {
            var json = await work.Db.Revisions.Where(row => row.Id == (item.LiveRevisionId ?? item.DraftRevisionId)).Select(static row => row.Body).SingleAsync(cancellation);
            var body = ContentTypes.Get(item.Type).Read(json);
            if (NamedSubjects.Says(body, person) || body.ShowsOf(subject).Any(static field => field is ConsentField.Image or ConsentField.Voice))
            {
                Withdraw(work, item);
            }
        }
    }

    /// <summary>After a consent ended or was given anew: what it no longer covers leaves, whole or in the part a text can do without.</summary>
    public static async Task NarrowAsync(Work work, SubjectId subject, TimeProvider clock, CancellationToken cancellation)
    {
        var today = SiteTime.Today(clock);
        foreach (var item in (await ItemsAsync(work.Db, subject, cancellation)).Where(static item => item is { LiveRevisionId: not null, Standing: Standing.Live or Standing.Archived or Standing.OnHold }))
        {
            var json = await work.Db.Revisions.Where(row => row.Id == item.LiveRevisionId).Select(static row => row.Body).SingleAsync(cancellation);
            var body = ContentTypes.Get(item.Type).Read(json);
            var named = await NamedSubjects.ReadAsync(work.Db, body, cancellation);
            if (named.WhyNotShow(today, PurposeOf(item.Standing)) is not null)
            {
                Withdraw(work, item);
                continue;
            }

            var less = named.Shown(body, today);
            if (!ReferenceEquals(less, body))
            {
                await Publisher.ReplaceLiveAsync(work, item, less, clock, cancellation);
            }
            else if (await Channels.TakeAsync(work.Db, item, body, today, cancellation))
            {
                work.Record(ChangeVerb.ChannelsChanged, item.Id);
            }
        }
    }

    /// <summary>Hashes of pictures nobody else shows: what was made of them goes too.</summary>
    public static async Task<IReadOnlyList<string>> PicturesOnlyThereAsync(CmsDb db, SubjectId subject, CancellationToken cancellation)
    {
        ItemId[] ids = [.. (await ItemsAsync(db, subject, cancellation)).Where(static item => item.Standing == Standing.Withdrawn).Select(static item => item.Id)];
        return await db.Media.Where(file => db.Links.Any(link => link.TargetMediaId == file.Id && ids.Contains(link.ItemId))
            && !db.Links.Any(link => link.TargetMediaId == file.Id && db.ReadableItems().Any(item => item.Id == link.ItemId))).Select(static file => file.Hash).Distinct().ToListAsync(cancellation);
    }

    private static ConsentPurpose PurposeOf(Standing standing) => standing == Standing.Archived ? ConsentPurpose.Archive : ConsentPurpose.Portal;

    public static async Task<List<ContentItem>> ItemsAsync(CmsDb db, SubjectId subject, CancellationToken cancellation)
    {
        var named = await db.ItemsNaming(subject).Include(static item => item.Terms).Include(static item => item.Links).ToListAsync(cancellation);
        ItemId[] mains = [.. named.Where(static item => ContentTypes.Get(item.Type).IsAboutOneSubject).Select(static item => item.Id)];
        ItemId[] known = [.. named.Select(static item => item.Id)];
        var pointing = await db.Items.Include(static item => item.Terms).Include(static item => item.Links)
            .Where(item => !known.Contains(item.Id) && item.Links.Any(link => link.TargetItemId != null && mains.Contains(link.TargetItemId.Value))).ToListAsync(cancellation);
        var who = pointing.Count == 0 ? null : await db.Subjects.AsNoTracking().SingleOrDefaultAsync(row => row.Id == subject, cancellation);
        foreach (var item in pointing)
        {
            // A page or a way of doing that offers the exemplar among others just loses it; what tells of it, or says the name, goes along.
            var json = await db.Revisions.Where(row => row.Id == item.LiveRevisionId).Select(static row => row.Body).SingleOrDefaultAsync(cancellation);
            if (json is not null && ContentTypes.Get(item.Type).Read(json) is var body && (body.TellsOf.Any(mains.Contains) || (who is not null && NamedSubjects.Says(body, who.Name))))
            {
                named.Add(item);
            }
        }

        return named;
    }

    private static void Withdraw(Work work, ContentItem item)
    {
        if (item is { LiveRevisionId: not null, Standing: not Standing.Withdrawn })
        {
            Publisher.Stand(work, item, Standing.Withdrawn, note: null);
        }

        if (item.Stage == Stage.Scheduled)
        {
            (item.Stage, item.PublishAt) = (item.DraftRevisionId is null ? Stage.Idle : Stage.Draft, null);
            item.Version++;
            work.Record(ChangeVerb.Unscheduled, item.Id);
        }
    }
}
