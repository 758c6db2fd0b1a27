using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using static PhongTho.Cms.Consents.ConsentState;

namespace PhongTho.Cms.Consents;

/// <summary>What becomes of a consent.</summary>
public enum ConsentStep
{
    /// <summary>The person said yes.</summary>
    Give,

    /// <summary>Its last day is over; the clock does it.</summary>
    Expire,

    /// <summary>The person took it back, or said no.</summary>
    Withdraw,

    /// <summary>The same person gave another one.</summary>
    Supersede,
}

/// <summary>A row of the table: where a consent must stand for a step, and where it stands after.</summary>
public sealed record ConsentStepRule(ConsentStep Step, string Label, IReadOnlyList<ConsentState> From, ConsentState To);

/// <summary>The state machine of consents: one row a step. What has ended never comes back; a new consent is a new record.</summary>
public static class ConsentSteps
{
    public static IReadOnlyList<ConsentStepRule> Rules { get; } =
    [
        new(ConsentStep.Give, "Ghi nhận đồng ý", [Requested], Given),
        new(ConsentStep.Expire, "Hết hạn", [Given], Expired),
        new(ConsentStep.Withdraw, "Rút lại", [Requested, Given], Withdrawn),
        new(ConsentStep.Supersede, "Thay bằng bản mới", [Given], Superseded),
    ];

    public static ConsentStepRule RuleOf(ConsentStep step) => Rules.Single(rule => rule.Step == step);

    /// <summary>Why the step cannot be taken now; null when it can.</summary>
    public static Refusal? WhyNot(ConsentStep step, ConsentState state)
    {
        var rule = RuleOf(step);
        return rule.From.Contains(state) ? null : new Refusal("state", $"Sự đồng ý này đang ở trạng thái «{NameOf(state)}» nên không làm được «{rule.Label}».");
    }

    /// <summary>Taking consents back takes content down: for those who may do that, and for the keepers of the dossiers.</summary>
    public static Refusal? WhyNotWithdraw(Actor actor) => actor.May(Right.TakeDown) || actor.May(Right.ManageExemplars)
        ? null
        : new Refusal("right", "Rút lại đồng ý làm gỡ bài ngay: việc này của thư ký tòa soạn hoặc cán bộ thi đua, khen thưởng.");

    /// <summary>As the desk calls it.</summary>
    public static string NameOf(ConsentState state) => state switch
    {
        Requested => "Đang xin",
        Given => "Đã đồng ý",
        Expired => "Đã hết hạn",
        Withdrawn => "Đã rút lại",
        Superseded => "Đã thay bằng bản mới",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
