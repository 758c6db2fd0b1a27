using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Replications;

/// <summary>What is done with replications. Each verb gives the reason against it, or null when it is done; the log hears of codes and steps only.</summary>
public sealed class ReplicationDesk(CmsDatabase database, SiteBooks books)
{
    internal static readonly Refusal Missing = new("missing", "Không có lượt làm theo nào mang mã này.");

    internal static readonly Refusal Stale = new("stale", "Người khác vừa xử lý lượt này. Hãy tải lại trang rồi làm tiếp.");

    /// <summary>Writes down that the unit knows of it; from now on readers see it.</summary>
    public Task<Refusal?> ConfirmAsync(string code, int version, Actor actor, CancellationToken cancellation) =>
        StepAsync(ReplicationStep.Confirm, code, version, actor, static _ => null, cancellation);

    /// <param name="reason">Told to who registered, as it is.</param>
    public Task<Refusal?> DeclineAsync(string code, int version, string reason, Actor actor, CancellationToken cancellation) =>
        StepAsync(ReplicationStep.Decline, code, version, actor, row => Tell(row, reason), cancellation);

    /// <param name="reason">What is missing; told to who reported, as it is.</param>
    public Task<Refusal?> SendBackAsync(string code, int version, string reason, Actor actor, CancellationToken cancellation) =>
        StepAsync(ReplicationStep.SendBack, code, version, actor, row => Tell(row, reason), cancellation);

    /// <param name="reason">Why they stopped; read by who follows it.</param>
    public Task<Refusal?> StopAsync(string code, int version, string reason, Actor actor, CancellationToken cancellation) =>
        StepAsync(ReplicationStep.Stop, code, version, actor, row => Tell(row, reason), cancellation);

    /// <summary>Says that the result is true: readers see it, totals sum it. Whoever reported it does not also check it.</summary>
    public Task<Refusal?> CheckAsync(string code, int version, Actor actor, CancellationToken cancellation) =>
        StepAsync(ReplicationStep.Check, code, version, actor, row =>
        {
            if (row.ReportedBy == actor.Key)
            {
                return new Refusal("fourEyes", "Bạn là người ghi kết quả này nên cần một người khác kiểm tra.");
            }

            (row.CheckedBy, row.Reason) = (actor.Key, null);
            return null;
        }, cancellation);

    public async Task<Refusal?> NoteAsync(string code, int version, string note, Actor actor, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        var (row, reason) = await LoadAsync(work, code, version, cancellation);
        if (row is null || ReplicationSteps.HandOf(actor, isOfUnit: false) != ReplicationHand.Desk || note.Length > 4000)
        {
            return reason ?? (note.Length > 4000 ? new Refusal("note", "Ghi chú dài quá; tối đa 4.000 chữ.") : new Refusal("right", "Bạn chưa được giao quyền ghi chú ở đây."));
        }

        row.Note = note.Trim();
        row.Version++;
        work.Record(ChangeVerb.ReplicationKept, subject: ReplicationLog.SubjectOf(code), note: "Sửa ghi chú");
        await work.CommitAsync(cancellation);
        return null;
    }

    private async Task<Refusal?> StepAsync(ReplicationStep step, string code, int version, Actor actor, Func<Replication, Refusal?> prepare, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        var (row, missing) = await LoadAsync(work, code, version, cancellation);
        if (row is null)
        {
            return missing;
        }

        if ((ReplicationSteps.WhyNot(step, row.State, ReplicationInbox.HandOf(actor, row, book, work.Now)) ?? prepare(row)) is { } reason)
        {
            return reason;
        }

        Move(work, row, step);
        await work.CommitAsync(cancellation);
        return null;
    }

    internal static void Move(Work work, Replication row, ReplicationStep step)
    {
        (row.State, row.StateAt) = (ReplicationSteps.RuleOf(step).To, work.Now);
        row.ClosedAt = ReplicationSteps.IsOpen(row.State) ? null : work.Now;
        row.ReportedAt = step == ReplicationStep.Report ? work.Now : row.ReportedAt;
        row.CheckedAt = step == ReplicationStep.Check ? work.Now : row.CheckedAt;
        row.Version++;
        work.Record(ChangeVerb.ReplicationMoved, item: row.ItemId, subject: ReplicationLog.SubjectOf(row.Code), note: ReplicationSteps.NameOf(row.State));
    }

    private static async Task<(Replication? Row, Refusal? Reason)> LoadAsync(Work work, string code, int version, CancellationToken cancellation)
    {
        var row = await work.Db.Replications.SingleOrDefaultAsync(row => row.Code == code, cancellation);
        return row is null ? (null, Missing) : row.Version != version ? (null, Stale) : (row, null);
    }

    private static Refusal? Tell(Replication row, string reason)
    {
        var told = Typed.Text(reason);
        if (told.Length is 0 or > 1000)
        {
            return new Refusal("reason", told.Length == 0 ? "Hãy ghi lý do; người ghi danh sẽ đọc được." : "Lý do dài quá; tối đa 1.000 chữ.");
        }

        row.Reason = told;
        return null;
    }
}
