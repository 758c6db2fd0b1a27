using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Questions;

namespace PhongTho.Portal.Manager.Questions;

/// <summary>What readers look for: what they ask in vain, and what the newsroom puts first.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class IndexModel(Promotions promotions, QuestionDesk questions) : ManagerPage
{
    private const string Place = "/manager/search";

    [BindProperty(SupportsGet = true, Name = "words")]
    public string? Words { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    public IReadOnlyList<PromotedItem> Promoted { get; private set; } = [];

    public IReadOnlyList<UnansweredQuestion> Unanswered { get; private set; } = [];

    public IReadOnlyList<UnansweredQuestion> Aside { get; private set; } = [];

    /// <summary>Why readers do not see it; null when they do.</summary>
    public static string? WhyHidden(PromotedItem promoted) => promoted.State switch
    {
        PromotionState.NotYet => "Chưa tới ngày",
        PromotionState.Over => "Đã hết hạn",
        PromotionState.Hidden => "Bài không đăng, bạn đọc không thấy",
        _ => null,
    };

    /// <summary>Which days it holds, as people say it.</summary>
    public static string DaysOf(Promotion promotion) => promotion switch
    {
        { From: { } from, Until: { } until } => $"từ {from:dd/MM/yyyy} đến hết {until:dd/MM/yyyy}",
        { From: { } from } => $"từ {from:dd/MM/yyyy}",
        { Until: { } until } => $"đến hết {until:dd/MM/yyyy}",
        _ => "không có hạn",
    };

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await promotions.PromoteAsync(Address ?? "", item => new Promotion { Words = Words ?? "", Item = item, From = From, Until = Until }, Me, cancellation) is { } reason)
        {
            await ReadAsync(cancellation);
            return Again(reason);
        }

        return After(Place, $"Đã chọn. Ai tìm «{Words}» sẽ thấy bài này trước.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string words, Guid item, CancellationToken cancellation) =>
        await promotions.UnpromoteAsync(words, new ItemId(item), Me, cancellation) is { } reason ? Instead(Place, reason) : After(Place, $"Đã bỏ kết quả chọn cho «{words}».");

    /// <summary>Strikes a question off the list, when it has been seen to.</summary>
    public async Task<IActionResult> OnPostAsideAsync(string key, CancellationToken cancellation) =>
        await questions.PutAsideAsync(key, Me, cancellation) is { } reason ? Instead(Place, reason) : After(Place, $"Đã gác lại «{key}». Lấy lại được ở «Đã gác lại».");

    public async Task<IActionResult> OnPostTakeUpAsync(string key, CancellationToken cancellation) =>
        await questions.TakeUpAsync(key, Me, cancellation) is { } reason ? Instead(Place, reason) : After(Place, $"Đã lấy lại «{key}».");

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Promoted = await promotions.ShowAsync(cancellation);
        Unanswered = await questions.ListAsync(aside: false, cancellation);
        Aside = await questions.ListAsync(aside: true, cancellation);
    }
}
