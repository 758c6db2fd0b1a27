using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>Writes a batch of stories: new ones are created and published, known ones updated when their source changed.</summary>
internal sealed class StoryWriter(SiteBook book, StoryNotes notes, TimeProvider clock)
{
    private static readonly ContentType Type = ContentTypes.All.Single(static type => type.Body == typeof(Story));

    public async Task WriteAsync(Work work, IReadOnlyList<StoryRow> rows, CancellationToken cancellation)
    {
        var known = await KnownAsync(work.Db, rows, cancellation);
        var fresh = rows.Where(row => !known.ContainsKey(row.Id)).ToList();
        var paths = new Paths(work.Db);
        await paths.LookUpAsync(Type, fresh.Select(static row => row.Body.Title), cancellation);
        await TrackTagsAsync(work.Db, fresh, cancellation);
        foreach (var row in rows)
        {
            if (known.TryGetValue(row.Id, out var story))
            {
                await UpdateAsync(work, row, story, cancellation);
            }
            else
            {
                var path = await paths.TakeAsync(Type, row.Body.Title, path => book.Section(path) is not null, cancellation);
                var item = Drafts.Create(work, ItemId.New(clock), Type, path);
                item.ExternalId = row.Id;
                await SaveAsync(work, item, row, cancellation);
                notes.Created++;
            }
        }
    }

    private static async Task<Dictionary<string, KnownStory>> KnownAsync(CmsDb db, IReadOnlyList<StoryRow> rows, CancellationToken cancellation)
    {
        string[] ids = [.. rows.Select(static row => row.Id)];
        var found =
            from item in db.Items
            where ids.Contains(item.ExternalId)
            join revision in db.Revisions on item.LiveRevisionId ?? item.DraftRevisionId equals revision.Id
            select new KnownStory(
                item.Id, item.Type, item.ExternalId!, item.Standing, item.LiveRevisionId != null, item.DraftRevisionId != null, item.PublishedAt ?? item.PublishAt,
                revision.Body, revision.Author);
        return await found.ToDictionaryAsync(static story => story.ExternalId, cancellation);
    }

    /// <summary>Publishing looks every tag up; here most of a batch share a few.</summary>
    private static async Task TrackTagsAsync(CmsDb db, IReadOnlyList<StoryRow> rows, CancellationToken cancellation)
    {
        string[] slugs = [.. rows.SelectMany(static row => row.Body.Tags).Select(Slug.Of).Distinct()];
        if (slugs.Length > 0)
        {
            await db.Terms.Where(term => term.Taxonomy == Taxonomies.Tag && slugs.Contains(term.Slug)).LoadAsync(cancellation);
        }
    }

    private async Task UpdateAsync(Work work, StoryRow row, KnownStory story, CancellationToken cancellation)
    {
        if (story.Type != Type.Key)
        {
            notes.Refused(row.Line, $"Mã «{row.Id}» là của một nội dung loại khác.");
        }
        else if (story.Body == row.Json && (row.PublishedAt is null || IsSameMoment(row.PublishedAt, story.PublishedAt)))
        {
            notes.Unchanged++;
        }
        else if (story.IsInOtherHands)
        {
            var last = await work.Db.Revisions.Where(revision => revision.ItemId == story.Item && revision.Author == Actor.Import.Key)
                .OrderByDescending(static revision => revision.Number).Select(static revision => revision.Body).FirstOrDefaultAsync(cancellation);
            NoteUntouched(row, isSame: last == row.Json);
        }
        else
        {
            var item = await work.Db.Items.Include(static item => item.Terms).Include(static item => item.Links).SingleAsync(item => item.Id == story.Item, cancellation);
            await SaveAsync(work, item, row, cancellation);
            notes.Updated++;
        }
    }

    private void NoteUntouched(StoryRow row, bool isSame)
    {
        if (isSame)
        {
            notes.Unchanged++;
        }
        else
        {
            notes.Kept(row);
        }
    }

    // The database keeps milliseconds.
    private static bool IsSameMoment(DateTimeOffset? one, DateTimeOffset? other) => one?.ToUnixTimeMilliseconds() == other?.ToUnixTimeMilliseconds();

    private async Task SaveAsync(Work work, ContentItem item, StoryRow row, CancellationToken cancellation)
    {
        Drafts.Keep(work, item, row.Body, row.Json, clock);
        if (row.PublishedAt > work.Now)
        {
            Publisher.Schedule(work, item, row.PublishedAt.Value);
        }
        else
        {
            await Publisher.PublishAsync(work, item, row.Body, row.PublishedAt, cancellation: cancellation);
        }
    }

    /// <summary>A story that came in before, as far as an update asks.</summary>
    private sealed record KnownStory(
        ItemId Item, string Type, string ExternalId, Standing Standing, bool HasLive, bool HasDraft, DateTimeOffset? PublishedAt, string Body, string Author)
    {
        /// <summary>People edited it, work on a draft of it, or decided that the public does not get it.</summary>
        public bool IsInOtherHands => Author != Actor.Import.Key || (HasLive && (HasDraft || Standing != Standing.Live));
    }
}
