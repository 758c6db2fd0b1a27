using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Office.Consultations;

/// <summary>A consultation as the office typed it.</summary>
public sealed record ConsultationEdit(string Title, DateOnly From, DateOnly To, ConsultationNotice Notice);

/// <summary>A consultation in the office's list.</summary>
public sealed record ConsultationRow(Consultation Consultation, ConsultationState State, int Comments, int Unread);

/// <summary>What the office does with consultations and with what people said about them.</summary>
public sealed class ConsultationDesk(CmsDatabase database, IContactSeal seal, TimeProvider clock)
{
    private const int Long = 6000;

    private static readonly Refusal Missing = new("missing", "Không có lần lấy ý kiến này.");

    private static readonly Refusal Stale = new("stale", "Người khác vừa sửa lần lấy ý kiến này. Hãy tải lại trang rồi làm tiếp.");

    /// <summary>Why this person has no business here; null for who has.</summary>
    public static Refusal? WhyNotKeep(Actor actor) => actor.May(Right.ManageExemplars) ? null : new Refusal("right", "Việc niêm yết lấy ý kiến do cán bộ thi đua, khen thưởng làm.");

    /// <summary>Latest to end first.</summary>
    public async Task<IReadOnlyList<ConsultationRow>> ListAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var today = SiteTime.Today(clock);
        var comments = await db.ConsultationComments.GroupBy(static comment => comment.Consultation)
            .Select(static group => new { group.Key, Count = group.Count(), Unread = group.Count(static comment => comment.ReadBy == null) }).ToDictionaryAsync(static row => row.Key, cancellation);
        var rows = await db.Consultations.OrderByDescending(static row => row.To).ThenBy(static row => row.Slug).ToListAsync(cancellation);
        return [.. rows.Select(row => new ConsultationRow(row, row.StateOn(today), comments.GetValueOrDefault(row.Slug)?.Count ?? 0, comments.GetValueOrDefault(row.Slug)?.Unread ?? 0))];
    }

    public async Task<Consultation?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await db.Consultations.SingleOrDefaultAsync(row => row.Slug == slug, cancellation);
    }

    /// <summary>Those of a list who have a dossier, each with why the name is not shown.</summary>
    public async Task<IReadOnlyDictionary<SubjectId, ConsultationPerson>> PeopleAsync(ConsultationNotice notice, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await ConsultationNames.ReadAsync(db, notice.Entries, SiteTime.Today(clock), cancellation);
    }

    /// <summary>What people said, oldest first, each with who said it when that is known and not yet forgotten.</summary>
    public async Task<IReadOnlyList<(ConsultationComment Comment, CommentContact? Contact, string? Reader)>> CommentsAsync(string slug, Actor reader, CancellationToken cancellation)
    {
        if (WhyNotKeep(reader) is not null)
        {
            return [];
        }

        await using var db = database.Open();
        var rows = await db.ConsultationComments.Where(row => row.Consultation == slug).OrderBy(static row => row.ReceivedAt).ToListAsync(cancellation);
        var names = await ActorNames.OfAsync(db, rows.Select(static row => row.ReadBy), cancellation);
        return [.. rows.Select(row => (row, row.Contact is { } closed && seal.Open(closed) is { } json ? ContentJson.Read<CommentContact>(json) : null, row.ReadBy is null ? null : names.Of(row.ReadBy)))];
    }

    public async Task<(string? Slug, Refusal? Reason)> AddAsync(ConsultationEdit edit, Actor actor, CancellationToken cancellation)
    {
        if ((WhyNotKeep(actor) ?? WhyNot(edit)) is { } reason)
        {
            return (null, reason);
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        var wished = Slug.Of(edit.Title);
        var taken = await work.Db.Consultations.Where(row => row.Slug.StartsWith(wished)).Select(static row => row.Slug).ToListAsync(cancellation);
        var slug = Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? wished : $"{wished}-{number}").First(free => !taken.Contains(free));
        work.Db.Consultations.Add(new Consultation { Slug = slug, Title = edit.Title, Notice = edit.Notice, From = edit.From, To = edit.To, Version = 1 });
        Record(work, slug, "Soạn");
        await work.CommitAsync(cancellation);
        return (slug, null);
    }

    public Task<Refusal?> SaveAsync(string slug, int version, ConsultationEdit edit, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(slug, version, actor, row =>
        {
            var today = SiteTime.Today(clock);
            var isEarly = edit.Notice.Outcome.Length > 0 && today <= edit.To;
            if ((WhyNot(edit) ?? (isEarly ? new Refusal("early", $"Chưa hết hạn lấy ý kiến ({edit.To:dd'/'MM'/'yyyy}) nên chưa ghi kết quả được.") : null)) is { } reason)
            {
                return reason;
            }

            var notice = edit.Notice with { OutcomeOn = edit.Notice.Outcome.Length == 0 ? null : edit.Notice.OutcomeOn ?? today };
            (row.Title, row.From, row.To, row.Notice) = (edit.Title, edit.From, edit.To, notice);
            return null;
        }, "Sửa", cancellation);

    /// <summary>Puts it before readers, or takes it back.</summary>
    public Task<Refusal?> ShowAsync(string slug, int version, bool isShown, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(slug, version, actor, row =>
        {
            row.PublishedAt = isShown ? clock.GetUtcNow() : null;
            return null;
        }, isShown ? "Đăng" : "Gỡ khỏi trang", cancellation);

    /// <summary>Notes that a comment was read, and what was thought of it.</summary>
    public async Task<Refusal?> ReadAsync(Guid id, int version, string note, Actor actor, CancellationToken cancellation)
    {
        if (WhyNotKeep(actor) is { } right)
        {
            return right;
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.ConsultationComments.FindAsync([id], cancellation) is not { } comment)
        {
            return new Refusal("missing", "Không có ý kiến này.");
        }

        if (comment.Version != version || note.Length > 2000)
        {
            return comment.Version != version ? Stale : new Refusal("note", "Ghi chú dài quá; tối đa 2.000 chữ.");
        }

        (comment.ReadBy, comment.Note) = (actor.Key, note.Trim());
        comment.Version++;
        work.Record(ChangeVerb.CommentKept, subject: "comment:" + comment.Consultation, note: "Đã xem");
        await work.CommitAsync(cancellation);
        return null;
    }

    private static Refusal? WhyNot(ConsultationEdit edit)
    {
        var problems = new List<Problem>();
        Need(edit.Title.Length is > 0 and <= 200, "Tên", edit.Title.Length == 0 ? "Chưa điền." : "Dài quá 200 chữ.");
        Need(edit.From <= edit.To, "Thời gian", "Ngày bắt đầu phải trước ngày kết thúc.");
        Need(edit.Notice.Text.Length <= Long && edit.Notice.Outcome.Length <= Long, "Nội dung", "Dài quá 6.000 chữ.");
        Need(edit.Notice.Entries.Count > 0 || edit.Notice.Text.Length > 0, "Danh sách", "Hãy ghi danh sách, hoặc nội dung lấy ý kiến.");
        Need(edit.Notice.Entries.All(static entry => entry.Name.Length is > 0 and <= 200), "Danh sách", "Mỗi dòng cần tên, tối đa 200 chữ.");
        Need(IsLink(edit.Notice.Document) && IsLink(edit.Notice.OutcomeDocument), "Văn bản", "Địa chỉ văn bản phải bắt đầu bằng / hoặc https://.");
        return problems.Count == 0 ? null : new Refusal("incomplete", "Chưa lưu được: còn chỗ cần sửa.") { Problems = problems };

        void Need(bool isRight, string label, string message)
        {
            if (!isRight)
            {
                problems.Add(new Problem(label, message));
            }
        }

        static bool IsLink(string address) => address.Length == 0 || (address.Length <= 400 && (address.StartsWith('/') || address.StartsWith("https://", StringComparison.Ordinal)));
    }

    private static void Record(Work work, string slug, string note) => work.Record(ChangeVerb.ConsultationKept, subject: "consultation:" + slug, note: note);

    private async Task<Refusal?> ChangeAsync(string slug, int version, Actor actor, Func<Consultation, Refusal?> change, string note, CancellationToken cancellation)
    {
        if (WhyNotKeep(actor) is { } right)
        {
            return right;
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.Consultations.FindAsync([slug], cancellation) is not { } row)
        {
            return Missing;
        }

        if (row.Version != version)
        {
            return Stale;
        }

        if (change(row) is { } reason)
        {
            return reason;
        }

        row.ShownState = row.StateOn(SiteTime.Today(clock));
        row.Version++;
        Record(work, slug, note);
        await work.CommitAsync(cancellation);
        return null;
    }
}
