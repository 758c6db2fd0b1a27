using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Publishing;
using static PhongTho.Cms.Feedback.FeedbackState;

namespace PhongTho.Cms.Feedback;

/// <summary>What the sender may know: where it stands, until when we promised, and what was answered; not what was written, nor by whom.</summary>
public sealed class FeedbackFollowing(CmsDatabase database, TimeProvider clock) : IFollowing
{
    public FollowLane Lane => FeedbackPages.Lane;

    public async Task<FollowStanding?> FindAsync(string code, string? secret, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (await db.Feedback.SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { } letter || !FollowCode.Opens(letter.SecretHash, secret))
        {
            return null;
        }

        var promises = await FeedbackRules.ReadAsync(db, cancellation);
        return new FollowStanding(letter.Code, letter.ReceivedAt, letter.StateAt, Steps(letter, promises), letter.Answer, await StoryAsync(db, letter, cancellation));
    }

    private IReadOnlyList<FollowStep> Steps(FeedbackLetter letter, PromiseBook promises)
    {
        var times = FeedbackClock.Of(letter.Kind, letter.ReceivedAt, letter.SettledAt, clock.GetUtcNow(), promises);
        var isSettled = FeedbackSteps.IsSettled(letter.State);
        var office = letter.RoutedTo is null ? "Một cán bộ đọc và kiểm tra lại." : $"Thư đã chuyển đến {promises.On(SiteTime.Today(clock)).OfficeName}.";
        var due = $"Chúng tôi hẹn trả lời chậm nhất ngày {times.DueOn:dd'/'MM'/'yyyy}" + (times.LawOn is { } law ? $"; hạn theo luật là {law:dd'/'MM'/'yyyy}." : ".");
        return
        [
            new FollowStep("Đã nhận", "Thư của bạn đã tới nơi.", IsDone: letter.State != Received, IsCurrent: letter.State == Received),
            new FollowStep(letter.RoutedTo is null ? "Đang xử lý" : "Chờ cơ quan phụ trách", isSettled ? office : office + " " + due, isSettled, letter.State is Assigned or Routed),
            new FollowStep(AnswerLabel(letter.State), isSettled ? "Câu trả lời ở ngay trên." : "Câu trả lời sẽ hiện trên trang này.", isSettled, isSettled),
        ];
    }

    private static string AnswerLabel(FeedbackState state) => state switch
    {
        Declined => "Không giải quyết được ở đây",
        Forwarded => "Đã chuyển nơi có thẩm quyền",
        Closed => "Đã trả lời, đã khép lại",
        _ => "Trả lời",
    };

    /// <summary>The corrected item, once it was answered and while readers can see it.</summary>
    private static async Task<SectionLink?> StoryAsync(CmsDb db, FeedbackLetter letter, CancellationToken cancellation)
    {
        if (letter.Kind != FeedbackKind.Correction || letter.State is not (Answered or Closed) || letter.ItemId is not { } id)
        {
            return null;
        }

        var item = await db.LiveItems().Where(item => item.Id == id).Select(static item => new { item.Path, item.Title }).SingleOrDefaultAsync(cancellation);
        return item is null ? null : new SectionLink(item.Title, "/" + item.Path, IsCurrent: false);
    }
}
