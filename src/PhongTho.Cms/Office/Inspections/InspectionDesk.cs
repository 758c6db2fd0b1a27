using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office.Inspections;

/// <summary>The office's inspections: what is planned, what was concluded, what a unit still owes.</summary>
public sealed class InspectionDesk(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    public static Refusal? WhyNotKeep(Actor actor) => actor.May(Right.ManageExemplars) ? null : new Refusal("right", "Việc kiểm tra do cán bộ thi đua, khen thưởng giữ.");

    /// <summary>As the office calls it.</summary>
    public static string NameOf(InspectionState state) => state switch
    {
        InspectionState.Planned => "Theo kế hoạch",
        InspectionState.Running => "Đang kiểm tra",
        InspectionState.Following => "Chờ làm xong việc",
        InspectionState.Done => "Đã xong",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Inspection>> ListAsync(Actor reader, CancellationToken cancellation)
    {
        if (WhyNotKeep(reader) is not null)
        {
            return [];
        }

        await using var db = database.Open();
        return await db.Inspections.OrderByDescending(static row => row.From).ThenBy(static row => row.Id).Take(500).ToListAsync(cancellation);
    }

    public async Task<Inspection?> FindAsync(Guid id, Actor reader, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return WhyNotKeep(reader) is null ? await db.Inspections.SingleOrDefaultAsync(row => row.Id == id, cancellation) : null;
    }

    /// <param name="version">Nought for a new one.</param>
    public async Task<(Guid? Id, Refusal? Reason)> SaveAsync(Inspection typed, int version, Actor actor, CancellationToken cancellation)
    {
        var problems = Check(typed, await books.CurrentAsync(cancellation), SiteTime.Today(clock));
        if ((WhyNotKeep(actor) ?? (problems.Count == 0 ? null : new Refusal("incomplete", "Chưa lưu được: còn chỗ cần sửa.") { Problems = problems })) is { } reason)
        {
            return (null, reason);
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        var row = version == 0 ? null : await work.Db.Inspections.FindAsync([typed.Id], cancellation);
        if (version != 0 && row?.Version != version)
        {
            return (null, new Refusal("stale", "Người khác vừa sửa cuộc kiểm tra này. Hãy tải lại trang rồi làm tiếp."));
        }

        if (row is null)
        {
            work.Db.Inspections.Add(row = new Inspection { Id = Guid.CreateVersion7(clock.GetUtcNow()), Unit = typed.Unit, From = typed.From });
        }

        (row.Kind, row.Unit, row.From, row.To, row.Subject, row.Plan) = (typed.Kind, typed.Unit, typed.From, typed.To, typed.Subject, typed.Plan);
        (row.ConcludedOn, row.Conclusion, row.Document, row.Tasks, row.IsSample) = (typed.ConcludedOn, typed.Conclusion, typed.Document, [.. typed.Tasks], typed.IsSample);
        row.Version++;
        work.Record(ChangeVerb.InspectionKept, subject: "inspection:" + row.Id.ToString("D"), note: NameOf(row.StateOn(SiteTime.Today(clock))));
        await work.CommitAsync(cancellation);
        return (row.Id, null);
    }

    private static List<Problem> Check(Inspection typed, SiteBook book, DateOnly today)
    {
        var problems = new List<Problem>();
        Need(book.Unit(typed.Unit) is not null, "Đơn vị", "Hãy chọn đơn vị được kiểm tra.");
        Need(typed.Subject.Length is > 0 and <= 1000, "Nội dung", typed.Subject.Length == 0 ? "Hãy ghi kiểm tra việc gì." : "Dài quá 1.000 chữ.");
        Need(typed.To is null || typed.From <= typed.To, "Thời gian", "Ngày bắt đầu phải trước ngày kết thúc.");
        Need(typed.ConcludedOn is not { } on || (on >= typed.From && on <= today), "Ngày kết luận", "Ngày kết luận không trước ngày bắt đầu và không sau hôm nay.");
        Need(typed.ConcludedOn is null == (typed.Conclusion.Length == 0), "Kết luận", "Ghi cả ngày và nội dung kết luận, hoặc để trống cả hai.");
        Need(typed.Conclusion.Length <= 6000 && typed.Plan.Length <= 300 && typed.Document.Length <= 300, "Kết luận, văn bản", "Kết luận tối đa 6.000 chữ, văn bản 300 chữ.");
        Need(typed.Tasks.Count == 0 || typed.ConcludedOn is not null, "Việc phải làm", "Có kết luận rồi mới giao việc phải làm.");
        Need(typed.Tasks.All(task => task.What.Length <= 300 && (task.DoneOn is null || task.DoneOn <= today)), "Việc phải làm", "Mỗi việc tối đa 300 chữ; ngày xong không sau hôm nay.");
        return problems;

        void Need(bool isRight, string label, string message)
        {
            if (!isRight)
            {
                problems.Add(new Problem(label, message));
            }
        }
    }
}
