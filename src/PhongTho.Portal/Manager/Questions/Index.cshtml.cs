using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;

namespace PhongTho.Portal.Manager.Questions;

/// <summary>What readers look for: what they ask in vain, and what the newsroom puts first.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class IndexModel(Promotions promotions, UnansweredQuestions questions) : ManagerPage
{
    private const string Place = "/manager/search";

    private const int MostShown = 100;

    [BindProperty(SupportsGet = true, Name = "words")]
    public string? Words { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    public IReadOnlyList<PromotedItem> Promoted { get; private set; } = [];

    public IReadOnlyList<UnansweredQuestion> Unanswered { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await promotions.PromoteAsync(Words ?? "", Address ?? "", Me, cancellation) is { } reason)
        {
            await ReadAsync(cancellation);
            return Again(reason);
        }

        return After(Place, $"Đã chọn. Ai tìm «{Words}» sẽ thấy bài này trước.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string words, Guid item, CancellationToken cancellation) =>
        await promotions.UnpromoteAsync(words, new ItemId(item), Me, cancellation) is { } reason ? Instead(Place, reason) : After(Place, $"Đã bỏ kết quả chọn cho «{words}».");

    /// <summary>Strikes a question off the list, when it has been seen to.</summary>
    public IActionResult OnPostForget(string words)
    {
        questions.Forget(words);
        return After(Place, $"Đã xóa «{words}» khỏi danh sách.");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Promoted = await promotions.ShowAsync(cancellation);
        Unanswered = [.. questions.List().Take(MostShown)];
    }
}
