using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using static PhongTho.Cms.Commendations.CommendationState;

namespace PhongTho.Cms.Commendations;

/// <summary>What the office does with a case.</summary>
public enum CommendationStep
{
    Consult,
    Review,
    Decide,
    Announce,
    Refuse,
    Hold,
    Release,
    Revoke,
}

/// <summary>A row of the table: where a case must stand for a step, and where it stands after; null for where it was held from.</summary>
public sealed record CommendationStepRule(CommendationStep Step, string Label, IReadOnlyList<CommendationState> From, CommendationState? To);

/// <summary>The state machine of commendations: one row a step. Screens and verbs ask it alike.</summary>
public static class CommendationSteps
{
    private static readonly CommendationState[] open = [Proposed, UnderConsultation, CouncilReviewed];

    /// <summary>Posting for comment is a practice, not a duty of the law, so the Council may review without it.</summary>
    public static IReadOnlyList<CommendationStepRule> Rules { get; } =
    [
        new(CommendationStep.Consult, "Đưa ra lấy ý kiến", [Proposed], UnderConsultation),
        new(CommendationStep.Review, "Hội đồng đã xét", [Proposed, UnderConsultation], CouncilReviewed),
        new(CommendationStep.Decide, "Đã có quyết định", [CouncilReviewed], Decided),
        new(CommendationStep.Announce, "Đã công bố, trao khen", [Decided], Announced),
        new(CommendationStep.Refuse, "Không khen", open, Refused),
        new(CommendationStep.Hold, "Tạm giữ để xác minh", [.. open, Decided, Announced], Held),
        new(CommendationStep.Release, "Xác minh xong, làm tiếp", [Held], null),
        new(CommendationStep.Revoke, "Hủy bỏ quyết định", [Decided, Announced, Held], Revoked),
    ];

    /// <summary>What readers may see of the register (a case is public only from its decision on).</summary>
    public static IReadOnlyList<CommendationState> Public { get; } = [Decided, Announced, Revoked];

    /// <summary>What honours its holder now: badges, filters and search show these alone.</summary>
    public static IReadOnlyList<CommendationState> InForce { get; } = [Decided, Announced];

    public static CommendationStepRule RuleOf(CommendationStep step) => Rules.Single(rule => rule.Step == step);

    /// <summary>Why this person may not enter anything here; null for who may.</summary>
    public static Refusal? WhyNotKeep(Actor actor) => actor.May(Right.ManageExemplars)
        ? null
        : new Refusal("right", "Chỉ cán bộ thi đua, khen thưởng được ghi sổ khen thưởng; bạn xem được, không sửa được.");

    /// <summary>True for those who read the whole register; a contributor reads what concerns her unit.</summary>
    public static bool MayReadAll(Actor actor) => actor.May(Right.EditAll) || actor.May(Right.ManageExemplars);

    /// <summary>Why the step cannot be taken now; null when it can.</summary>
    /// <param name="isBeingVerified">The commended's page is on hold.</param>
    public static Refusal? WhyNot(CommendationStep step, CommendationState state, CommendationState? heldFrom, bool isBeingVerified, Actor actor)
    {
        if (WhyNotKeep(actor) is { } reason)
        {
            return reason;
        }

        var rule = RuleOf(step);
        if (!rule.From.Contains(state))
        {
            return new Refusal("state", $"Dòng này đang ở bước «{NameOf(state)}» nên chưa làm được «{rule.Label}».");
        }

        if (step == CommendationStep.Revoke && state == Held && heldFrom is not (Decided or Announced))
        {
            return new Refusal("state", "Chưa có quyết định khen nào để hủy bỏ.");
        }

        return isBeingVerified && step is not (CommendationStep.Refuse or CommendationStep.Hold or CommendationStep.Release or CommendationStep.Revoke)
            ? new Refusal("verifying", "Bài về người được khen đang tạm giữ để xác minh: chưa đề nghị, chưa quyết định khen. Hãy tạm giữ cả dòng này.")
            : null;
    }

    /// <summary>As the office calls it.</summary>
    public static string NameOf(CommendationState state) => state switch
    {
        Proposed => "Đề nghị",
        UnderConsultation => "Đang lấy ý kiến",
        CouncilReviewed => "Hội đồng đã xét",
        Decided => "Đã có quyết định",
        Announced => "Đã công bố",
        Refused => "Không khen",
        Revoked => "Đã hủy bỏ",
        Held => "Tạm giữ để xác minh",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
