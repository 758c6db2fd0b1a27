using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>Two texts of an item, word by word: two saved ones, or the one a person holds against the one that was saved meanwhile.</summary>
public sealed class CompareModel(WritingRoom room, History history, TimeProvider clock) : WritingPage(room)
{
    public OpenDraft Draft { get; private set; } = null!;

    public ItemComparison Comparison { get; private set; } = null!;

    /// <summary>What the person holds, to be sent on as it is.</summary>
    public FormValues Mine { get; private set; } = new();

    public DateTimeOffset Now => clock.GetUtcNow();

    protected override ContentType FormType => Draft.Type;

    /// <summary>What happened to the part, in a word.</summary>
    public static string NameOf(Difference difference) => difference.Kind switch
    {
        DifferenceKind.Added => "Thêm",
        DifferenceKind.Removed => "Bớt",
        DifferenceKind.Moved => "Chuyển chỗ",
        DifferenceKind.Dressed => "Đổi cách trình bày",
        _ => difference.IsMoved ? "Sửa và chuyển chỗ" : "Sửa",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, int from, int to, CancellationToken cancellation)
    {
        if (await Room.OpenAsync(new ItemId(id), cancellation) is not { } draft || await history.CompareAsync(draft.Item.Id, from, to, Me, cancellation) is not { } comparison)
        {
            return NotFound();
        }

        (Draft, Comparison) = (draft, comparison);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await Room.OpenAsync(new ItemId(id), cancellation) is not { } draft)
        {
            return NotFound();
        }

        Mine = Posted();
        var reading = FormReader.Read(draft.Type, Mine);
        if (reading.Problems.Count > 0 || await history.CompareAsync(draft.Item.Id, reading.Body, Me, cancellation) is not { } comparison)
        {
            return NotFound();
        }

        (Draft, Comparison) = (draft, comparison);
        return Page();
    }
}
