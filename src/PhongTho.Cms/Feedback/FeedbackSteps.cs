using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using static PhongTho.Cms.Feedback.FeedbackState;

namespace PhongTho.Cms.Feedback;

/// <summary>What the desk does with a letter.</summary>
public enum FeedbackStep
{
    Assign,
    Route,
    Answer,
    Decline,

    /// <summary>It is a complaint or a denunciation: the sender is told where those go, and what was written is not kept.</summary>
    TurnAway,
    Forward,
    Reopen,
    Close,
}

/// <summary>A row of the table: where a letter must stand for a step, and where it stands after.</summary>
public sealed record FeedbackRule(FeedbackStep Step, string Label, IReadOnlyList<FeedbackState> From, FeedbackState To);

/// <summary>The state machine of feedback: one row a step. Screens and verbs ask it alike.</summary>
public static class FeedbackSteps
{
    private static readonly FeedbackState[] inHand = [Assigned, Routed];

    private static readonly FeedbackState[] settled = [Answered, Declined, Forwarded];

    public static IReadOnlyList<FeedbackRule> Rules { get; } =
    [
        new(FeedbackStep.Assign, "Nhận xử lý", [Received, Routed], Assigned),
        new(FeedbackStep.Route, "Chuyển cơ quan phụ trách", [Received, Assigned], Routed),
        new(FeedbackStep.Answer, "Trả lời", inHand, Answered),
        new(FeedbackStep.Decline, "Không giải quyết", inHand, Declined),
        new(FeedbackStep.TurnAway, "Là đơn khiếu nại, tố cáo", [Received, Assigned, Routed], Declined),
        new(FeedbackStep.Forward, "Chuyển nơi khác giải quyết", inHand, Forwarded),
        new(FeedbackStep.Reopen, "Mở lại", settled, Assigned),
        new(FeedbackStep.Close, "Khép lại", settled, Closed),
    ];

    public static FeedbackRule RuleOf(FeedbackStep step) => Rules.Single(rule => rule.Step == step);

    /// <summary>True where the sender has our answer.</summary>
    public static bool IsSettled(FeedbackState state) => state is Closed || settled.Contains(state);

    /// <summary>Why this person has no business with what people write to us; null for who has.</summary>
    public static Refusal? WhyNotRead(Actor actor) => actor.May(Right.Review) || actor.May(Right.ManageExemplars)
        ? null
        : new Refusal("right", "Bạn chưa được giao quyền xử lý góp ý, đính chính.");

    /// <summary>Why the step cannot be taken now; null when it can. What lies with an office is for its people, and for the managing editor.</summary>
    public static Refusal? WhyNot(FeedbackStep step, FeedbackState state, Role? routedTo, Actor actor)
    {
        if (WhyNotRead(actor) is { } reason)
        {
            return reason;
        }

        var rule = RuleOf(step);
        if (!rule.From.Contains(state))
        {
            return new Refusal("state", $"Thư này đang ở bước «{NameOf(state)}» nên chưa làm được «{rule.Label}».");
        }

        return state != Routed || routedTo is not { } office || actor.Roles.Contains(office) || actor.May(Right.Publish)
            ? null
            : new Refusal("office", $"Thư này đã chuyển cho {Roles.NameOf(office)}; người giữ vai trò ấy hoặc thư ký tòa soạn mới làm tiếp được.");
    }

    /// <summary>As the desk calls it.</summary>
    public static string NameOf(FeedbackState state) => state switch
    {
        Received => "Mới nhận",
        Assigned => "Đang xử lý",
        Routed => "Chờ cơ quan phụ trách",
        Answered => "Đã trả lời",
        Declined => "Không giải quyết",
        Forwarded => "Đã chuyển nơi khác",
        Closed => "Đã khép lại",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    public static string NameOf(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Correction => "Đính chính",
        FeedbackKind.Removal => "Gỡ thông tin",
        FeedbackKind.Difficulty => "Vướng mắc",
        FeedbackKind.Comment => "Góp ý",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
