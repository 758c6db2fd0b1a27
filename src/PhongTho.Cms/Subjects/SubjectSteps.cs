using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using static PhongTho.Cms.Subjects.SubjectStage;

namespace PhongTho.Cms.Subjects;

/// <summary>What the desk does with a subject in the pipeline.</summary>
public enum SubjectStep
{
    Nominate,
    Verify,
    Nurture,
    Recognise,
    Replicate,
    Decline,
    Lapse,
    Hold,

    /// <summary>Back from being set aside, to where it stood.</summary>
    Resume,

    /// <summary>A declined or lapsed one is looked at anew.</summary>
    Reopen,
}

/// <summary>A row of the table: where a subject must stand for a step, and where it stands after.</summary>
/// <param name="To">Null for back to where it stood.</param>
public sealed record SubjectStepRule(SubjectStep Step, string Label, IReadOnlyList<SubjectStage> From, SubjectStage? To)
{
    /// <summary>Leaving the pipeline is explained to colleagues.</summary>
    public bool NeedsNote => Step is SubjectStep.Decline or SubjectStep.Lapse or SubjectStep.Hold;
}

/// <summary>A step with the reason against it now, for the button that stands for it.</summary>
public sealed record OfferedSubjectStep(SubjectStepRule Rule, Refusal? WhyNot);

/// <summary>The pipeline of the plan: one row a step. Screens and verbs ask it alike.</summary>
public static class SubjectSteps
{
    public static IReadOnlyList<SubjectStepRule> Rules { get; } =
    [
        new(SubjectStep.Nominate, "Được giới thiệu", [Emerging], Nominated),
        new(SubjectStep.Verify, "Đã xác minh", [Emerging, Nominated], Verified),
        new(SubjectStep.Nurture, "Bồi dưỡng", [Verified], Nurturing),
        new(SubjectStep.Recognise, "Ghi nhận", [Verified, Nurturing], Recognised),
        new(SubjectStep.Replicate, "Nhân rộng", [Recognised], Replicated),
        new(SubjectStep.Decline, "Không chọn", [Emerging, Nominated, Verified, Nurturing], Declined),
        new(SubjectStep.Lapse, "Thôi là điển hình", [Recognised, Replicated], Lapsed),
        new(SubjectStep.Hold, "Tạm dừng", [Emerging, Nominated, Verified, Nurturing, Recognised, Replicated], OnHold),
        new(SubjectStep.Resume, "Bỏ tạm dừng", [OnHold], null),
        new(SubjectStep.Reopen, "Xem xét lại", [Declined, Lapsed], Emerging),
    ];

    public static SubjectStepRule RuleOf(SubjectStep step) => Rules.Single(rule => rule.Step == step);

    /// <summary>Why this person has no business in the dossiers; null for who has.</summary>
    public static Refusal? WhyNotKeep(Actor actor) => actor.May(Right.EditAll) ? null : new Refusal("right", "Bạn chưa được giao quyền làm hồ sơ gương.");

    /// <summary>Why the step cannot be taken now; null when it can.</summary>
    /// <param name="collective">The collective the subject is tied to, when it is tied to one.</param>
    public static Refusal? WhyNot(SubjectStep step, Subject subject, TiedCollective? collective, Actor actor)
    {
        if (WhyNotKeep(actor) is { } right)
        {
            return right;
        }

        var rule = RuleOf(step);
        if (!rule.From.Contains(subject.Stage))
        {
            return new Refusal("stage", $"Hồ sơ đang ở bước «{NameOf(subject.Stage)}» nên chưa làm được «{rule.Label}».");
        }

        var to = rule.To ?? subject.StageBefore;
        return to is Recognised or Replicated && subject.IsHeadOfUnit ? WhyNotHead(collective) : null;
    }

    /// <summary>As the vocabulary of readers calls it; null for what is said among colleagues only.</summary>
    public static string? SlugOf(SubjectStage stage) => stage switch
    {
        Emerging => "nhan-to-moi",
        Nominated => "duoc-gioi-thieu",
        Verified => "da-xac-minh",
        Nurturing => "dang-boi-duong",
        Recognised => "da-ghi-nhan",
        Replicated => "da-nhan-rong",
        _ => null,
    };

    /// <summary>As the desk calls it.</summary>
    public static string NameOf(SubjectStage stage) => stage switch
    {
        Emerging => "Nhân tố mới",
        Nominated => "Được giới thiệu",
        Verified => "Đã xác minh",
        Nurturing => "Đang bồi dưỡng",
        Recognised => "Đã ghi nhận",
        Replicated => "Đã nhân rộng",
        Declined => "Không chọn",
        Lapsed => "Thôi là điển hình",
        OnHold => "Tạm dừng",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    // Rule R2: a head is recognised with the collective, not before it.
    private static Refusal? WhyNotHead(TiedCollective? collective) => collective switch
    {
        null => new Refusal("collective", "Thủ trưởng cơ quan, đơn vị phải gắn với tập thể điển hình. Hãy chọn tập thể ở phần thông tin hồ sơ."),
        { Subject.Kind: not SubjectKinds.Collective } => new Refusal("collective", $"«{collective.Subject.Name}» không phải là tập thể. Hãy chọn lại tập thể gắn với thủ trưởng."),
        { HasItem: false } => new Refusal("collective", $"Tập thể «{collective.Subject.Name}» chưa có bài gương điển hình nào. Hãy viết bài về tập thể trước."),
        _ => null,
    };
}

/// <summary>The collective a head of unit is tied to.</summary>
/// <param name="HasItem">True when an exemplar is written about it.</param>
public sealed record TiedCollective(Subject Subject, bool HasItem);
