using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Manager.Feedback;

/// <summary>What people wrote to us: what waits, until when we promised, in whose hand.</summary>
[Authorize(Policy = nameof(Right.EditAll))]
public sealed class IndexModel(FeedbackInbox inbox) : ManagerPage
{
    /// <summary>Shelves by key in the address; the first is all that waits for an answer.</summary>
    internal static readonly (string Key, string Label, FeedbackState[] States)[] Shelves =
    [
        ("", "Chờ trả lời", []),
        ("moi", "Mới nhận", [FeedbackState.Received]),
        ("dang-xu-ly", "Đang xử lý", [FeedbackState.Assigned]),
        ("co-quan", "Chờ cơ quan phụ trách", [FeedbackState.Routed]),
        ("da-tra-loi", "Đã trả lời", [FeedbackState.Answered, FeedbackState.Declined, FeedbackState.Forwarded]),
        ("da-khep", "Đã khép lại", [FeedbackState.Closed]),
    ];

    [BindProperty(SupportsGet = true, Name = "ngan")]
    public string Shelf { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "after")]
    public string? Cursor { get; set; }

    public FeedbackList Inbox { get; private set; } = new([], new Dictionary<FeedbackState, int>(), null);

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Inbox = await inbox.ListAsync(Array.Find(Shelves, shelf => shelf.Key == Shelf).States ?? [], Cursor, Me, cancellation);

    public int CountOf(FeedbackState[] states) => states.Length == 0
        ? Inbox.Counts.Where(static count => !FeedbackSteps.IsSettled(count.Key)).Sum(static count => count.Value)
        : states.Sum(state => Inbox.Counts.GetValueOrDefault(state));

    /// <summary>Colour of a state's mark: the classes of content stages mean the same.</summary>
    internal static string MarkOf(FeedbackState state) => state switch
    {
        FeedbackState.Answered or FeedbackState.Closed => "approved",
        FeedbackState.Assigned or FeedbackState.Routed => "in-review",
        FeedbackState.Declined => "retracted",
        _ => "",
    };

    /// <summary>The clock in words.</summary>
    internal static string WaitOf(FeedbackClock clock, bool isSettled) => (isSettled, clock.DaysLeft) switch
    {
        (true, >= 0) => "trả lời đúng hẹn",
        (true, _) => $"trả lời chậm {-clock.DaysLeft} ngày",
        (false, > 1) => $"còn {clock.DaysLeft} ngày",
        (false, 1) => "hẹn ngày mai",
        (false, 0) => "hẹn hôm nay",
        _ => $"quá hẹn {-clock.DaysLeft} ngày",
    };
}
