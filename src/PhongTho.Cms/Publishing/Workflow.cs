using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Publishing;

/// <summary>The rules of publishing, asked before the act and shown beside its button: a reason against it, or null.</summary>
public static class Workflow
{
    public static Refusal? WhyNotPublish(this ContentItem item, ContentBody body, Func<string, string, bool> knowsTerm)
    {
        if (item.Standing == Standing.Withdrawn)
        {
            return new Refusal("withdrawn", "Nội dung đã gỡ theo yêu cầu rút lại đồng ý; cần sự đồng ý mới trước khi đăng lại.");
        }

        var problems = BodyRules.Check(body, knowsTerm);
        return problems.Count == 0 ? null : new Refusal("incomplete", "Chưa đăng được: " + Sentence(problems[0])) { Problems = problems };
    }

    public static Refusal? WhyNotSchedule(this ContentItem item, ContentBody body, Func<string, string, bool> knowsTerm, DateTimeOffset at, DateTimeOffset now) =>
        at <= now ? new Refusal("past", "Giờ hẹn đăng phải ở sau thời điểm này.") : item.WhyNotPublish(body, knowsTerm);

    public static Refusal? WhyNotUnpublish(this ContentItem item) =>
        item.Standing is Standing.Live or Standing.OnHold ? null : new Refusal("notLive", "Nội dung này không đang đăng.");

    public static Refusal? WhyNotHold(this ContentItem item) =>
        item.Standing == Standing.Live ? null : new Refusal("notLive", "Chỉ tạm giữ được nội dung đang đăng.");

    public static Refusal? WhyNotRelease(this ContentItem item) =>
        item.Standing == Standing.OnHold ? null : new Refusal("notHeld", "Nội dung này không đang bị tạm giữ.");

    public static Refusal? WhyNotWithdraw(this ContentItem item) =>
        item.LiveRevisionId is not null && item.Standing != Standing.Withdrawn ? null : new Refusal("notPublic", "Nội dung này chưa từng đăng hoặc đã gỡ.");

    private static string Sentence(Problem problem) => $"{problem.Field}: {char.ToLowerInvariant(problem.Message[0])}{problem.Message[1..]}";
}
