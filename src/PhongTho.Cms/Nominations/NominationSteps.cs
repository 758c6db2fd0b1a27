using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using static PhongTho.Cms.Nominations.NominationState;

namespace PhongTho.Cms.Nominations;

/// <summary>What the desk does with a nomination.</summary>
public enum NominationStep
{
    Triage,
    Forward,
    Confirm,
    Reject,
    MarkDuplicate,
    Write,
}

/// <summary>A row of the table: where a nomination must stand for a step, and where it stands after.</summary>
public sealed record StepRule(NominationStep Step, string Label, IReadOnlyList<NominationState> From, NominationState To);

/// <summary>The state machine of nominations: one row a step. Screens and verbs ask it alike.</summary>
public static class NominationSteps
{
    /// <summary>What a unit is never troubled with may be answered before it is asked: foolery, and what was told before.</summary>
    private static readonly NominationState[] answerable = [Triaged, ForwardedToUnit];

    public static IReadOnlyList<StepRule> Rules { get; } =
    [
        new(NominationStep.Triage, "Nhận xử lý", [Received], Triaged),
        new(NominationStep.Forward, "Chuyển đơn vị xác minh", [Triaged], ForwardedToUnit),
        new(NominationStep.Confirm, "Đơn vị đã xác nhận", [ForwardedToUnit], Confirmed),
        new(NominationStep.Reject, "Không nhận", answerable, Rejected),
        new(NominationStep.MarkDuplicate, "Trùng", answerable, Duplicate),
        new(NominationStep.Write, "Viết bài", [Confirmed], TurnedIntoExemplar),
    ];

    public static StepRule RuleOf(NominationStep step) => Rules.Single(rule => rule.Step == step);

    /// <summary>True where nothing is left to do.</summary>
    public static bool IsClosed(NominationState state) => state is Rejected or Duplicate or TurnedIntoExemplar;

    /// <summary>Why this person has no business at the triage desk; null for who has.</summary>
    public static Refusal? WhyNotTriage(Actor actor) => actor.May(Right.Review) || actor.May(Right.ManageExemplars)
        ? null
        : new Refusal("right", "Bạn chưa được giao quyền xử lý lời giới thiệu gương.");

    /// <summary>Why the step cannot be taken now; null when it can.</summary>
    public static Refusal? WhyNot(NominationStep step, NominationState state, Actor actor)
    {
        if (WhyNotTriage(actor) is { } reason)
        {
            return reason;
        }

        var rule = RuleOf(step);
        return rule.From.Contains(state) ? null : new Refusal("state", $"Lời giới thiệu này đang ở bước «{NameOf(state)}» nên chưa làm được «{rule.Label}».");
    }

    /// <summary>As the desk calls it.</summary>
    public static string NameOf(NominationState state) => state switch
    {
        Received => "Mới nhận",
        Triaged => "Đang xem",
        ForwardedToUnit => "Chờ đơn vị xác minh",
        Confirmed => "Đã xác nhận",
        Rejected => "Không nhận",
        Duplicate => "Trùng",
        TurnedIntoExemplar => "Đã thành bài",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
