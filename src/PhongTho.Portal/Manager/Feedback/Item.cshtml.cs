using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Members;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Feedback;

/// <summary>One letter before the desk: what was written, about what, until when, and what is next.</summary>
[Authorize(Policy = nameof(Right.EditAll))]
public sealed class ItemModel(FeedbackInbox inbox, FeedbackDesk desk, FeedbackShowing showing, FeedbackRules rules, SiteBooks books) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>The version the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    public FeedbackWhole Whole { get; private set; } = null!;

    public FeedbackPromises Promises { get; private set; } = new();

    public SiteBook Book { get; private set; } = null!;

    public IReadOnlyList<(string Key, string Name)> Colleagues { get; private set; } = [];

    private string Address => "/manager/feedback/" + Code;

    public bool May(FeedbackStep step) => WhyNot(step) is null;

    public Refusal? WhyNot(FeedbackStep step) => FeedbackSteps.WhyNot(step, Whole.Letter.State, Whole.Letter.RoutedTo, Me);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cancellation) ? Page() : NotFound();

    public Task<IActionResult> OnPostAssignAsync(CancellationToken cancellation) =>
        DoAsync(desk.AssignAsync(Code, Version, Me, cancellation), "Bạn đã nhận xử lý thư này.", cancellation);

    public Task<IActionResult> OnPostRouteAsync(CancellationToken cancellation) =>
        DoAsync(desk.RouteAsync(Code, Version, Me, cancellation), "Đã chuyển cơ quan phụ trách.", cancellation);

    public Task<IActionResult> OnPostAnswerAsync(string? answer, CancellationToken cancellation) =>
        DoAsync(desk.AnswerAsync(Code, Version, answer ?? "", Me, cancellation), "Đã trả lời. Người gửi đọc được ngay bằng mã của họ.", cancellation);

    public Task<IActionResult> OnPostDeclineAsync(string? reason, CancellationToken cancellation) =>
        DoAsync(desk.DeclineAsync(Code, Version, reason ?? "", Me, cancellation), "Đã trả lời lý do.", cancellation);

    public Task<IActionResult> OnPostTurnAwayAsync(CancellationToken cancellation) =>
        DoAsync(desk.TurnAwayAsync(Code, Version, Me, cancellation), "Đã hướng dẫn nơi gửi đơn và xóa nội dung.", cancellation);

    public Task<IActionResult> OnPostForwardAsync(string? to, string? answer, CancellationToken cancellation) =>
        DoAsync(desk.ForwardAsync(Code, Version, to ?? "", answer ?? "", Me, cancellation), "Đã ghi là chuyển nơi khác và báo cho người gửi.", cancellation);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellation) =>
        DoAsync(desk.ReopenAsync(Code, Version, Me, cancellation), "Đã mở lại thư này.", cancellation);

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation) =>
        DoAsync(desk.CloseAsync(Code, Version, Me, cancellation), "Đã khép lại.", cancellation);

    public Task<IActionResult> OnPostHandToAsync(string? member, CancellationToken cancellation) =>
        DoAsync(desk.HandToAsync(Code, Version, member ?? "", Me, cancellation), "Đã giao người xử lý.", cancellation);

    public Task<IActionResult> OnPostNoteAsync(string? note, CancellationToken cancellation) =>
        DoAsync(desk.NoteAsync(Code, Version, note ?? "", Me, cancellation), "Đã lưu ghi chú.", cancellation);

    public Task<IActionResult> OnPostShowAsync(string? question, string? answer, CancellationToken cancellation) =>
        DoAsync(showing.ShowAsync(Code, Version, question ?? "", answer ?? "", Me, cancellation), "Đã đưa vào danh sách công khai.", cancellation);

    public Task<IActionResult> OnPostHideAsync(CancellationToken cancellation) =>
        DoAsync(showing.HideAsync(Code, Version, Me, cancellation), "Đã thôi hiện công khai.", cancellation);

    private async Task<IActionResult> DoAsync(Task<Refusal?> act, string done, CancellationToken cancellation)
    {
        if (await act is not { } reason)
        {
            return After(Address, done);
        }

        return await LoadAsync(cancellation) ? Again(reason) : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await inbox.FindAsync(Code, Me, cancellation) is not { } whole)
        {
            return false;
        }

        (Whole, Promises, Book, Colleagues) = (whole, await rules.CurrentAsync(cancellation), await books.CurrentAsync(cancellation), await inbox.ColleaguesAsync(cancellation));
        return true;
    }
}
