using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using static PhongTho.Cms.Office.Registrations.RegistrationState;

namespace PhongTho.Cms.Office.Registrations;

/// <summary>What is done with a registration.</summary>
public enum RegistrationStep
{
    Submit,
    Accept,
    Return,
    Close,
    MarkAchieved,
    MarkNotAchieved,
}

/// <summary>A row of the table: where a registration must stand for a step, where it stands after, and whose step it is.</summary>
/// <param name="IsOfTheUnit">The unit itself takes it; else only the office.</param>
public sealed record RegistrationStepRule(RegistrationStep Step, string Label, IReadOnlyList<RegistrationState> From, RegistrationState To, bool IsOfTheUnit = false);

/// <summary>The state machine of registrations: one row a step. Screens and verbs ask it alike.</summary>
public static class RegistrationSteps
{
    public static IReadOnlyList<RegistrationStepRule> Rules { get; } =
    [
        new(RegistrationStep.Submit, "Nộp đăng ký", [Open, Returned], Submitted, IsOfTheUnit: true),
        new(RegistrationStep.Accept, "Tiếp nhận", [Submitted], Accepted),
        new(RegistrationStep.Return, "Trả lại để bổ sung", [Submitted], Returned),
        new(RegistrationStep.Close, "Chốt", [Accepted], Closed),
        new(RegistrationStep.MarkAchieved, "Đạt như đã đăng ký", [Closed], Achieved),
        new(RegistrationStep.MarkNotAchieved, "Chưa đạt", [Closed], NotAchieved),
    ];

    public static RegistrationStepRule RuleOf(RegistrationStep step) => Rules.Single(rule => rule.Step == step);

    /// <summary>True for the office, which sees all units and takes in paper for them.</summary>
    public static bool IsOfTheOffice(Actor actor) => actor.May(Right.ManageExemplars);

    /// <summary>Why this person has no business with registrations of the unit (of any unit, when none is named); null for who has.</summary>
    public static Refusal? WhyNotKeep(Actor actor, string? unit)
    {
        if (IsOfTheOffice(actor))
        {
            return null;
        }

        if (!actor.May(Right.Write) || (actor.Unit is null && actor.Roles is not [Role.Contributor]))
        {
            return new Refusal("right", "Đăng ký phấn đấu do đơn vị và cán bộ thi đua, khen thưởng lập; bạn chưa được giao việc này.");
        }

        if (actor.Unit is null)
        {
            return new Refusal("unit", "Tài khoản của bạn chưa gắn với đơn vị nào. Hãy nhờ quản trị hệ thống ghi đơn vị cho tài khoản.");
        }

        return unit is null || unit == actor.Unit ? null : new Refusal("right", "Bạn chỉ làm được với đăng ký của đơn vị mình.");
    }

    /// <summary>Why the text cannot be changed now. After the deadline the list is locked, but for what the office sent back.</summary>
    public static Refusal? WhyNotWrite(RegistrationState state, RegistrationRound round, DateOnly today, Actor actor, string unit) =>
        WhyNotKeep(actor, unit)
        ?? (state is Open or Returned ? null : new Refusal("state", $"Bản đăng ký đang ở bước «{NameOf(state)}» nên không sửa được nữa."))
        ?? (IsOfTheOffice(actor) || state == Returned ? null : WhyNotBegin(round, today));

    /// <summary>Why the step cannot be taken now; null when it can.</summary>
    public static Refusal? WhyNot(RegistrationStep step, RegistrationState state, RegistrationRound round, DateOnly today, Actor actor, string unit)
    {
        var rule = RuleOf(step);
        var right = rule.IsOfTheUnit || IsOfTheOffice(actor) ? WhyNotKeep(actor, unit) : new Refusal("right", "Việc này do cán bộ thi đua, khen thưởng làm.");
        if (right is not null)
        {
            return right;
        }

        if (!rule.From.Contains(state))
        {
            return new Refusal("state", $"Bản đăng ký này đang ở bước «{NameOf(state)}» nên chưa làm được «{rule.Label}».");
        }

        return rule.IsOfTheUnit ? WhyNotWrite(state, round, today, actor, unit) : null;
    }

    /// <summary>Why a unit cannot begin a registration of the round today.</summary>
    public static Refusal? WhyNotBegin(RegistrationRound round, DateOnly today) =>
        today < round.OpensOn ? new Refusal("early", $"Đợt đăng ký năm {round.Year} mở từ ngày {round.OpensOn:dd'/'MM'/'yyyy}.")
        : today > round.Deadline ? new Refusal("locked", $"Đã hết hạn đăng ký năm {round.Year} ({round.Deadline:dd'/'MM'/'yyyy}), danh sách đã khóa. Nếu cần, hãy gọi cán bộ thi đua, khen thưởng.")
        : null;

    /// <summary>As the office calls it.</summary>
    public static string NameOf(RegistrationState state) => state switch
    {
        Open => "Đang soạn",
        Submitted => "Đã nộp",
        Accepted => "Đã tiếp nhận",
        Returned => "Trả lại",
        Closed => "Đã chốt",
        Achieved => "Đạt",
        NotAchieved => "Chưa đạt",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
