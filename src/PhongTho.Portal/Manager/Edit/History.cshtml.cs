using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>All that an item went through, newest first; every text can be looked at and taken back.</summary>
public sealed class HistoryModel(WritingRoom room, History history, Drafts drafts, TimeProvider clock) : ManagerPage
{
    public OpenDraft Draft { get; private set; } = null!;

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    public Refusal? WhyNotRestore { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Number of the text that stood before this one, typing in between left out.</summary>
    public int Before(int number) =>
        Entries.OfType<HistoryEntry.Saved>().Select(static entry => entry.Revision.Number).FirstOrDefault(earlier => earlier < number, number - 1);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await room.OpenAsync(new ItemId(id), cancellation) is not { } draft || await history.FindAsync(draft.Item.Id, Me, cancellation) is not { } entries)
        {
            return NotFound();
        }

        (Draft, Entries) = (draft, entries);
        WhyNotRestore = Workflow.WhyNot(Act.Write, draft.Case, Me, Now);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int version, int number, CancellationToken cancellation) =>
        await drafts.RestoreAsync(new ItemId(id), version, number, Me, cancellation) switch
        {
            Outcome.Done => After($"/manager/edit/{id}", $"Đã lấy lại bản {number}. Bản trước đó vẫn còn trong lịch sử."),
            Outcome.Refused refused => Instead($"/manager/edit/{id}/history", refused.Reason),
            _ => throw new InvalidOperationException("An outcome of an unknown kind."),
        };
}
