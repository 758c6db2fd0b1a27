using PhongTho.Cms.Intake;
using static PhongTho.Cms.Nominations.NominationState;

namespace PhongTho.Cms.Nominations;

/// <summary>The way of a nomination as its nominator is told it. Nothing here says who or where: the page may be read over a shoulder.</summary>
public static class FollowWords
{
    private static readonly (NominationState From, string Label, string Words)[] Way =
    [
        (Received, "Đã nhận", "Lời kể của bạn đã tới nơi."),
        (Triaged, "Đang xem", "Một cán bộ đã nhận xem lời kể này."),
        (ForwardedToUnit, "Hỏi đơn vị", "Chúng tôi hỏi lại nơi ở hoặc nơi làm việc để biết chắc điều bạn kể."),
        (Confirmed, "Đã xác nhận", "Đơn vị xác nhận việc bạn kể là đúng."),
        (TurnedIntoExemplar, "Đang viết bài", "Phóng viên đang viết và hỏi ý người được giới thiệu."),
    ];

    public static IReadOnlyList<FollowStep> Steps(NominationState state, bool hasStory)
    {
        if (state is Rejected or Duplicate)
        {
            return [.. Way[..1].Select(static step => new FollowStep(step.Label, step.Words, IsDone: true, IsCurrent: false)), new FollowStep("Đã trả lời", "Câu trả lời ở ngay trên.", IsDone: true, IsCurrent: true)];
        }

        var at = Array.FindIndex(Way, step => step.From == state);
        var isPublished = hasStory && state is TurnedIntoExemplar;
        return
        [
            .. Way.Select((step, index) => new FollowStep(step.Label, step.Words, index < at || isPublished, index == at && !isPublished)),
            new FollowStep("Lên trang", "Bài được đăng để bà con cùng đọc.", isPublished, isPublished),
        ];
    }

    public static string? Verdict(Nomination nomination, bool hasStory) => nomination.State switch
    {
        Rejected => "Lần này chúng tôi chưa đưa gương này lên trang. Lý do: " + nomination.Reason,
        Duplicate when hasStory => "Gương này đã có người kể và đã có bài trên trang. Cảm ơn bạn đã kể thêm; lời của bạn được giữ cùng hồ sơ.",
        Duplicate => "Gương này đã có người kể trước bạn và đang được xem. Cảm ơn bạn; lời của bạn được ghép vào cùng hồ sơ.",
        _ => null,
    };
}
