using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Publishing;
using static PhongTho.Cms.Replications.ReplicationState;

namespace PhongTho.Cms.Replications;

/// <summary>What who registered may know: where it stands, what was answered, and the way to tell the result.</summary>
public sealed class ReplicationFollowing(CmsDatabase database) : IFollowing
{
    private static readonly (ReplicationState From, string Label, string Words)[] Way =
    [
        (Registered, "Đã ghi danh", "Cán bộ xã hoặc Ban biên tập sẽ hỏi lại bạn và nối bạn với nơi đã làm."),
        (Confirmed, "Đang làm theo", "Nơi bạn ở đã xác nhận; tên xã, bản đã hiện trên trang của cách làm."),
        (Reported, "Đã báo kết quả", "Một cán bộ xem lại kết quả với nơi bạn ở."),
        (Checked, "Kết quả lên trang", "Bà con nơi khác đọc được bạn đã làm thế nào."),
    ];

    public FollowLane Lane => ReplicationPages.Lane;

    public async Task<FollowStanding?> FindAsync(string code, string? secret, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (await db.Replications.SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { SecretHash: { } hash } row || !FollowCode.Opens(hash, secret))
        {
            return null;
        }

        var model = await db.LiveItems().Where(item => item.Id == row.ItemId).Select(static item => new { item.Title, item.Path }).SingleOrDefaultAsync(cancellation);
        return new FollowStanding(
            row.Code, row.RegisteredAt, row.StateAt, Steps(row.State), Verdict(row), model is null ? null : new SectionLink(model.Title, "/" + model.Path, IsCurrent: false))
        {
            Next = ReplicationSteps.WhyNot(ReplicationStep.Report, row.State, ReplicationHand.Follower) is null
                ? new SectionLink(row.State == Reported ? "Sửa kết quả đã báo" : "Báo kết quả", ReplicationPages.ResultPath(row.Code, FollowCode.ReadSecret(secret)), IsCurrent: false)
                : null,
        };
    }

    private static IReadOnlyList<FollowStep> Steps(ReplicationState state)
    {
        if (state is Declined or Stopped)
        {
            return [.. Way[..1].Select(static step => new FollowStep(step.Label, step.Words, IsDone: true, IsCurrent: false)), new FollowStep(ReplicationSteps.NameOf(state), "Lý do ở ngay trên.", IsDone: true, IsCurrent: true)];
        }

        var at = Array.FindIndex(Way, step => step.From == state);
        return [.. Way.Select((step, index) => new FollowStep(step.Label, step.Words, index < at || state == Checked, index == at && state != Checked))];
    }

    private static string? Verdict(Replication row) => row switch
    {
        { State: Declined } => "Lần này chưa nhận ghi danh của bạn. Lý do: " + row.Reason,
        { State: Stopped } => "Việc làm theo đã dừng. Lý do: " + row.Reason,
        { State: Confirmed, Reason: { } reason } => "Kết quả bạn báo cần thêm: " + reason,
        _ => null,
    };
}
