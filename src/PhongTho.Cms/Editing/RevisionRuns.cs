using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Editing;

/// <summary>Revisions in runs: what one person kept while typing counts as one, its last.</summary>
internal static class RevisionRuns
{
    /// <summary>After a longer pause the same person begins anew.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Oldest first, with keys in place of names.</summary>
    public static Task<List<RevisionHead>> HeadsAsync(CmsDb db, ContentItem item, CancellationToken cancellation) =>
        db.Revisions.Where(row => row.ItemId == item.Id).OrderBy(static row => row.Number)
            .Select(row => new RevisionHead(
                row.Number, row.CreatedAt, row.Author, row.Note == Revision.AutosaveNote, row.Id == item.LiveRevisionId, row.Id == item.DraftRevisionId,
                row.Note == Revision.AutosaveNote ? null : row.Note))
            .ToListAsync(cancellation);

    /// <param name="acts">When anything but saving was done: a text that was handed in, approved or published stands for itself.</param>
    public static IReadOnlyList<HistoryEntry.Saved> Fold(IEnumerable<RevisionHead> oldestFirst, IReadOnlyList<DateTimeOffset> acts)
    {
        var entries = new List<HistoryEntry.Saved>();
        var run = new List<RevisionHead>();
        foreach (var revision in oldestFirst)
        {
            if (run.Count > 0 && !Continues(run[^1], revision, acts))
            {
                Close();
            }

            run.Add(revision);
        }

        if (run.Count > 0)
        {
            Close();
        }

        return entries;

        void Close()
        {
            entries.Add(new HistoryEntry.Saved(run[^1], [.. run.SkipLast(1).Reverse()]));
            run.Clear();
        }
    }

    private static bool Continues(RevisionHead last, RevisionHead next, IReadOnlyList<DateTimeOffset> acts) =>
        last.IsAutosave && !last.IsLive && last.Who == next.Who && next.At - last.At <= Pause && !acts.Any(act => act >= last.At && act < next.At);
}
