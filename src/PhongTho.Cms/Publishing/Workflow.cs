using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Publishing;

/// <summary>The one place that says why an act is not possible: asked before the act, and shown beside its button.</summary>
public static class Workflow
{
    /// <summary>The first reason against the act, or null. The order: right, whose it is, trash, what the public gets, where the draft stands, the rest.</summary>
    /// <param name="details">What is said along with the act; null when only the button asks.</param>
    public static Refusal? WhyNot(Act act, WorkflowCase of, Actor actor, DateTimeOffset now, ActDetails? details = null)
    {
        var rule = WorkflowTable.Of(act);
        return WhyNotAnyone(rule, of.Item, actor)
            ?? WhyNotHere(rule, of, actor, now)
            ?? WhyNotSoon(rule, of, actor, now)
            ?? (details is null ? null : WhyNotSaid(rule, of.Item, details, now));
    }

    /// <summary>Every act with the reason against it, in the order of the table.</summary>
    public static IReadOnlyList<OfferedAct> Acts(WorkflowCase of, Actor actor, DateTimeOffset now) =>
        [.. WorkflowTable.Rules.Select(rule => new OfferedAct(rule.Act, rule.Label, WhyNot(rule.Act, of, actor, now)))];

    /// <summary>Why the person may not start an item of this type: what stands in a tree is the site's own voice, not a unit's news.</summary>
    public static Refusal? WhyNotCreate(ContentType type, Actor actor) => !actor.May(Right.Write) ? new Refusal("right", "Bạn chưa được giao quyền viết bài.")
        : type.IsTree && !actor.May(Right.EditAll) ? new Refusal("right", $"{type.Label} của cổng do ban biên tập lập.") : null;

    /// <summary>True when the person may see the item on a desk: editors all, others what is theirs or of their unit.</summary>
    public static bool IsWithinReach(ContentItem item, Actor actor) =>
        actor.May(Right.EditAll) || item.CreatedBy == actor.Key || (item.OwnerUnit is not null && item.OwnerUnit == actor.Unit);

    /// <summary>Why a text may not become public, whoever brings it.</summary>
    /// <param name="isAgreedAnew">True when everybody it names agreed since it was withdrawn.</param>
    internal static Refusal? WhyNotPublic(ContentItem item, IReadOnlyList<Problem> problems, bool isAgreedAnew = false)
    {
        if (item.Standing == Standing.Withdrawn && !isAgreedAnew)
        {
            return new Refusal("withdrawn", "Nội dung đã gỡ theo yêu cầu rút lại đồng ý; cần sự đồng ý mới trước khi đăng lại.");
        }

        return problems.Count == 0 ? null : new Refusal("incomplete", "Chưa đăng được: " + Sentence(problems[0])) { Problems = problems };
    }

    private static Refusal? WhyNotAnyone(ActRule rule, ContentItem item, Actor actor)
    {
        if (!actor.May(rule.Right) || (rule.Also.HasFlag(Also.PublisherOncePublic) && item.LiveRevisionId is not null && !actor.May(Right.Publish)))
        {
            return new Refusal("right", $"Bạn chưa được giao quyền này: {Lower(rule.Label)}.");
        }

        return IsWithinReach(item, actor) ? null : new Refusal("notYours", "Nội dung này của đơn vị khác; bạn chỉ làm việc với nội dung của mình hoặc của đơn vị mình.");
    }

    private static Refusal? WhyNotHere(ActRule rule, WorkflowCase of, Actor actor, DateTimeOffset now)
    {
        var item = of.Item;
        var isTrashed = item.TrashedAt is not null;
        if (isTrashed != rule.Also.HasFlag(Also.InTrash))
        {
            return isTrashed
                ? new Refusal("trashed", "Nội dung này trong thùng rác. Bấm «Lấy lại từ thùng rác» trước.")
                : new Refusal("notTrashed", "Nội dung này không ở trong thùng rác.");
        }

        var isOpen = rule.Standings.Contains(item.Standing) || (rule.Also.HasFlag(Also.AgreedAnew) && of.IsAgreedAnew(now));
        if (!isOpen || (rule.Also.HasFlag(Also.WasPublic) && !of.WasPublic))
        {
            return Against(rule, item.Standing == Standing.Withdrawn ? "withdrawn" : "standing", WorkflowWords.Now(item.Standing, of.WasPublic), WorkflowWords.First(rule.Act, item.Standing));
        }

        if (rule.Also.HasFlag(Also.NeverPublic) && of.WasPublic)
        {
            return new Refusal("wasPublic", "Nội dung đã từng đăng được giữ làm hồ sơ, không xóa hẳn.");
        }

        var passesPath = actor.IsMachine && rule.Also.HasFlag(Also.PathOfPeople);
        var isFree = rule.Stages.Contains(item.Stage) && !(rule.Also.HasFlag(Also.ReviewersInReview) && item.Stage == Stage.InReview && !actor.May(Right.Review));
        return passesPath || isFree ? null : Against(rule, "stage", WorkflowWords.Now(item.Stage), WorkflowWords.First(rule.Act, item.Stage));
    }

    private static Refusal? WhyNotSoon(ActRule rule, WorkflowCase of, Actor actor, DateTimeOffset now)
    {
        var item = of.Item;
        if (rule.Also.HasFlag(Also.OwnDraft) && !actor.IsMachine && item.Stage == Stage.Draft && item.DraftedBy != actor.Key)
        {
            return new Refusal("notSubmitted", "Người viết chưa gửi duyệt bản nháp này.");
        }

        if (rule.Also.HasFlag(Also.FourEyes) && !actor.IsMachine && of.NamesPrivatePerson && (of.Writers.Contains(actor.Key) || item.SubmittedBy == actor.Key))
        {
            return new Refusal("fourEyes", "Nội dung nêu tên người dân: người viết hoặc gửi duyệt không tự duyệt, tự đăng. Cần một người khác có quyền đăng.");
        }

        var shown = rule.Also.HasFlag(Also.AsItWas) ? of.AsItWas : of;
        return (rule.Also.HasFlag(Also.Complete) ? WhyNotPublic(item, shown.Problems, of.IsAgreedAnew(now)) : null)
            ?? (rule.Also.HasFlag(Also.Consent) ? shown.Named.WhyNotShow(SiteTime.DayOf(now), rule.Act == Act.Archive ? ConsentPurpose.Archive : ConsentPurpose.Portal) : null);
    }

    private static Refusal? WhyNotSaid(ActRule rule, ContentItem item, ActDetails details, DateTimeOffset now)
    {
        if (rule.Also.HasFlag(Also.Note) && string.IsNullOrWhiteSpace(details.Note))
        {
            return new Refusal("note", rule.Act == Act.RequestChanges ? "Hãy ghi rõ cần sửa gì." : "Hãy ghi lời nói với người đọc.");
        }

        if ((rule.Also.HasFlag(Also.Moment) && details.At is null) || (details.At is { } at && at <= now))
        {
            return new Refusal("past", "Giờ hẹn phải ở sau thời điểm này.");
        }

        return rule.Also.HasFlag(Also.Target) && details.ForwardTo is { } to && !IsAddress(to, item)
            ? new Refusal("target", "Địa chỉ chuyển hướng phải là một địa chỉ khác của cổng, bắt đầu bằng dấu /.")
            : null;
    }

    private static bool IsAddress(string to, ContentItem item) =>
        to.Length is > 0 and <= 400 && to[0] == '/' && !to.StartsWith("//", StringComparison.Ordinal) && !to.Contains('\\', StringComparison.Ordinal)
        && !to.Any(static letter => char.IsControl(letter) || char.IsWhiteSpace(letter)) && to.Trim('/') != item.Path;

    private static Refusal Against(ActRule rule, string code, string now, string? first) =>
        new(code, $"Không {Lower(rule.Label)} được: nội dung này {now}." + (first is null ? "" : " " + first));

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];

    private static string Sentence(Problem problem) => $"{problem.Field}: {Lower(problem.Message)}";
}
