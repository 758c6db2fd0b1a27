using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using static PhongTho.Cms.Replications.ReplicationState;

namespace PhongTho.Cms.Replications;

/// <summary>What can be done with a replication.</summary>
public enum ReplicationStep
{
    Confirm,
    Decline,
    Report,
    SendBack,
    Check,
    Stop,
}

/// <summary>Who asks for a step.</summary>
public enum ReplicationHand
{
    /// <summary>Whoever has code and secret.</summary>
    Follower,

    /// <summary>A member bound to the unit it is registered in.</summary>
    Unit,

    /// <summary>The desk: who reviews, or keeps the files of exemplars.</summary>
    Desk,

    /// <summary>Anybody else.</summary>
    Stranger,
}

/// <summary>A row of the table: where a replication must stand for a step, where it stands after, and who may take it.</summary>
public sealed record ReplicationRule(ReplicationStep Step, string Label, IReadOnlyList<ReplicationState> From, ReplicationState To, IReadOnlyList<ReplicationHand> Hands);

/// <summary>The state machine of replications: one row a step. Screens and verbs ask it alike.</summary>
public static class ReplicationSteps
{
    private static readonly ReplicationHand[] unitOrDesk = [ReplicationHand.Unit, ReplicationHand.Desk];

    public static IReadOnlyList<ReplicationRule> Rules { get; } =
    [
        new(ReplicationStep.Confirm, "Xác nhận", [Registered], Confirmed, unitOrDesk),
        new(ReplicationStep.Decline, "Không nhận", [Registered], Declined, unitOrDesk),
        new(ReplicationStep.Report, "Báo kết quả", [Confirmed, Reported], Reported, [ReplicationHand.Follower, ReplicationHand.Unit, ReplicationHand.Desk]),
        new(ReplicationStep.SendBack, "Trả lại để báo thêm", [Reported], Confirmed, [ReplicationHand.Desk]),
        new(ReplicationStep.Check, "Kết quả đúng", [Reported], Checked, [ReplicationHand.Desk]),
        new(ReplicationStep.Stop, "Đã dừng", [Confirmed, Reported, Checked], Stopped, unitOrDesk),
    ];

    public static ReplicationRule RuleOf(ReplicationStep step) => Rules.Single(rule => rule.Step == step);

    /// <summary>True while something is left to do.</summary>
    public static bool IsOpen(ReplicationState state) => state is Registered or Confirmed or Reported;

    /// <summary>True for what readers see and totals count as copied.</summary>
    public static bool Counts(ReplicationState state) => state is Confirmed or Reported or Checked;

    /// <param name="isOfUnit">The member's unit is where it is registered.</param>
    public static ReplicationHand HandOf(Actor actor, bool isOfUnit) => actor switch
    {
        _ when actor.May(Right.Review) || actor.May(Right.ManageExemplars) => ReplicationHand.Desk,
        _ when isOfUnit && actor.May(Right.Write) => ReplicationHand.Unit,
        _ => ReplicationHand.Stranger,
    };

    /// <summary>Why the step cannot be taken now; null when it can.</summary>
    public static Refusal? WhyNot(ReplicationStep step, ReplicationState state, ReplicationHand hand)
    {
        var rule = RuleOf(step);
        if (!rule.Hands.Contains(hand))
        {
            return new Refusal("right", $"Bạn chưa được giao quyền «{rule.Label}».");
        }

        return rule.From.Contains(state) ? null : new Refusal("state", $"Lượt làm theo này đang ở bước «{NameOf(state)}» nên chưa làm được «{rule.Label}».");
    }

    /// <summary>As the desk and readers call it.</summary>
    public static string NameOf(ReplicationState state) => state switch
    {
        Registered => "Chờ xác nhận",
        Confirmed => "Đang làm theo",
        Reported => "Chờ kiểm tra kết quả",
        Checked => "Đã có kết quả",
        Declined => "Không nhận",
        Stopped => "Đã dừng",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
