using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Editing;

/// <summary>
/// Changes many items alike without an editor: a merged term, a new place in the tree. What is live and what is being written both get
/// a new revision with the change and nothing else; where the draft stands, and who wrote it, stays as it was.
/// </summary>
internal sealed class Rewriting(Work work, TimeProvider clock)
{
    /// <summary>True when the change meant anything to the item. The caller records it.</summary>
    /// <param name="item">Tracked.</param>
    public async Task<bool> ApplyAsync(ContentItem item, Func<ContentBody, ContentBody> change, string note, CancellationToken cancellation)
    {
        var type = ContentTypes.Get(item.Type);
        var texts = await TextsAsync(item, cancellation);
        var rewritten = texts.ToDictionary(static text => text.Id, text => Rewrite(type, text.Body, change));
        if (rewritten.Values.All(static pair => pair.Json is null))
        {
            return false;
        }

        var isLiveNew = false;
        foreach (var text in texts)
        {
            var (body, json) = rewritten[text.Id];
            var isLive = text.Id == item.LiveRevisionId;
            if (isLive ? json is null : !isLiveNew && json is null)
            {
                continue;
            }

            isLiveNew |= isLive;
            Keep(item, text, json ?? text.Body, note);
            if (isLive)
            {
                ListColumns.Copy(body, item);
            }
        }

        item.Version++;
        return true;
    }

    /// <summary>
    /// The live text, then the last text of each who wrote after it, then the draft: when the live one gets a newer number, the others
    /// must follow it, or four eyes would no longer know who wrote the draft.
    /// </summary>
    private async Task<IReadOnlyList<Revision>> TextsAsync(ContentItem item, CancellationToken cancellation)
    {
        var live = await work.Db.Revisions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == item.LiveRevisionId, cancellation);
        if (item.DraftRevisionId is not { } draftId || draftId == item.LiveRevisionId)
        {
            return live is null ? [] : [live];
        }

        var after = live?.Number ?? 0;
        var later = await work.Db.Revisions.AsNoTracking().Where(row => row.ItemId == item.Id && row.Number > after).OrderBy(static row => row.Number).ToListAsync(cancellation);
        var draft = later.Find(row => row.Id == draftId) ?? await work.Db.Revisions.AsNoTracking().SingleAsync(row => row.Id == draftId, cancellation);
        return live is null
            ? [draft]
            : [live, .. later.Where(row => row.Author != draft.Author).GroupBy(static row => row.Author).Select(static writer => writer.Last()).OrderBy(static row => row.Number), draft];
    }

    private static (ContentBody Body, string? Json) Rewrite(ContentType type, string json, Func<ContentBody, ContentBody> change)
    {
        var before = type.Read(json);
        var after = change(type.Read(json));
        var text = ContentJson.Write(after);
        return (after, text == ContentJson.Write(before) ? null : text);
    }

    private void Keep(ContentItem item, Revision text, string json, string note)
    {
        var revision = new Revision
        {
            Id = RevisionId.New(clock),
            ItemId = item.Id,
            Number = ++item.RevisionCount,
            Body = json,
            Author = text.Author,
            CreatedAt = work.Now,
            Note = note,
        };
        work.Db.Revisions.Add(revision);
        if (text.Id == item.LiveRevisionId)
        {
            item.LiveRevisionId = revision.Id;
        }

        if (text.Id == item.DraftRevisionId)
        {
            item.DraftRevisionId = revision.Id;
        }
    }
}
