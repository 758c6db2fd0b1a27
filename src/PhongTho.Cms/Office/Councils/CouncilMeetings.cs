using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office.Councils;

/// <summary>What councils of every level advised, and what became of it. The office reads all of it, a unit writes and reads of its own council.</summary>
public sealed class CouncilMeetings(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>Why this person has no business with the council of the unit (with any, when none is named); null for who has.</summary>
    public static Refusal? WhyNotKeep(Actor actor, string? unit) =>
        actor.May(Right.ManageExemplars) || (actor.May(Right.Write) && actor.Unit is not null && (unit is null || unit == actor.Unit))
            ? null
            : new Refusal("right", "Họp Hội đồng cấp nào do cán bộ cấp ấy ghi; bạn chưa được giao việc này.");

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<CouncilMeeting>> ListAsync(Actor reader, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var rows = await db.CouncilMeetings.OrderByDescending(static row => row.HeldOn).ThenBy(static row => row.Id).Take(500).ToListAsync(cancellation);
        return [.. rows.Where(row => WhyNotKeep(reader, row.Unit) is null)];
    }

    public async Task<CouncilMeeting?> FindAsync(Guid id, Actor reader, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.CouncilMeetings.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row && WhyNotKeep(reader, row.Unit) is null ? row : null;
    }

    /// <param name="version">Nought for a new one.</param>
    public async Task<(Guid? Id, Refusal? Reason)> SaveAsync(CouncilMeeting typed, int version, Actor actor, CancellationToken cancellation)
    {
        var problems = Check(typed, await books.CurrentAsync(cancellation), SiteTime.Today(clock));
        if ((WhyNotKeep(actor, typed.Unit) ?? (problems.Count == 0 ? null : new Refusal("incomplete", "Chưa lưu được: còn chỗ cần sửa.") { Problems = problems })) is { } reason)
        {
            return (null, reason);
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        var row = version == 0 ? null : await work.Db.CouncilMeetings.FindAsync([typed.Id], cancellation);
        if (version != 0 && (row?.Version != version || WhyNotKeep(actor, row.Unit) is not null))
        {
            return (null, new Refusal("stale", "Người khác vừa sửa phiên họp này. Hãy tải lại trang rồi làm tiếp."));
        }

        if (row is null)
        {
            work.Db.CouncilMeetings.Add(row = new CouncilMeeting { Id = Guid.CreateVersion7(clock.GetUtcNow()), Unit = typed.Unit, HeldOn = typed.HeldOn, Subject = typed.Subject });
        }

        (row.Unit, row.HeldOn, row.Subject, row.Advice, row.Answer, row.Minutes, row.IsSample) = (typed.Unit, typed.HeldOn, typed.Subject, typed.Advice, typed.Answer, typed.Minutes, typed.IsSample);
        row.Version++;
        work.Record(ChangeVerb.CouncilMeetingKept, subject: "meeting:" + row.Id.ToString("D"), note: row.Answer.Length > 0 ? "Đã có trả lời" : "Đã đề xuất");
        await work.CommitAsync(cancellation);
        return (row.Id, null);
    }

    private static List<Problem> Check(CouncilMeeting typed, SiteBook book, DateOnly today)
    {
        var problems = new List<Problem>();
        Need(typed.Unit.Length == 0 || book.Unit(typed.Unit) is not null, "Hội đồng", "Hãy chọn Hội đồng của cấp nào.");
        Need(typed.HeldOn <= today, "Ngày họp", "Ngày họp không thể sau hôm nay.");
        Need(typed.Subject.Length is > 0 and <= 300, "Nội dung họp", typed.Subject.Length == 0 ? "Chưa điền." : "Dài quá 300 chữ.");
        Need(typed.Advice.Length is > 0 and <= 6000, "Đề xuất", typed.Advice.Length == 0 ? "Hãy ghi Hội đồng đề xuất gì." : "Dài quá 6.000 chữ.");
        Need(typed.Answer.Length <= 6000 && typed.Minutes.Length <= 120, "Trả lời, biên bản", "Trả lời tối đa 6.000 chữ, số biên bản 120 chữ.");
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
