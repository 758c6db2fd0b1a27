using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Contributions;

/// <summary>Keeps the ledger. Each verb gives the reason against it, or null when it is done.</summary>
public sealed class ContributionDesk(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    private static readonly Refusal Stale = new("stale", "Người khác vừa sửa dòng này. Hãy tải lại trang rồi làm tiếp.");

    /// <summary>Why this person has no business with the ledger; null for who has.</summary>
    public static Refusal? WhyNotKeep(Actor actor) => actor.May(Right.EditAll) ? null : new Refusal("right", "Bạn chưa được giao quyền ghi sổ đóng góp.");

    /// <summary>Writes a line down; readers see it once somebody else has checked it.</summary>
    /// <param name="giver">The dossier of who gave, when there is one.</param>
    /// <param name="item">The text that tells of it, when there is one.</param>
    public async Task<Refusal?> AddAsync(ContributionEntry entry, SubjectId? giver, ItemId? item, Actor actor, CancellationToken cancellation)
    {
        if (WhyNotKeep(actor) is { } right)
        {
            return right;
        }

        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        var (line, reason) = entry.Read(book, Guid.CreateVersion7(clock.GetUtcNow()), actor, work.Now);
        if (line is null)
        {
            return reason;
        }

        (line.SubjectId, line.ItemId) = (giver, item);
        work.Db.Contributions.Add(line);
        work.Record(ChangeVerb.ContributionsSaved, item: item, subject: "contribution:" + line.Id.ToString("D"), note: "Ghi thêm");
        await work.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Says that the line is true. Whoever wrote it down does not also check it.</summary>
    public Task<Refusal?> VerifyAsync(Guid id, int version, Actor actor, CancellationToken cancellation) => ChangeAsync(id, version, actor, "Kiểm tra", (work, line) =>
    {
        if (line.VerifiedAt is not null)
        {
            return new Refusal("state", "Dòng này đã được kiểm tra.");
        }

        if (line.RecordedBy == actor.Key)
        {
            return new Refusal("fourEyes", "Bạn là người ghi dòng này nên cần một người khác kiểm tra.");
        }

        (line.VerifiedAt, line.VerifiedBy) = (work.Now, actor.Key);
        return null;
    }, cancellation);

    /// <summary>Puts a checked figure right; readers see what it said before, and why it changed.</summary>
    public Task<Refusal?> CorrectAsync(Guid id, int version, string quantity, string reason, Actor actor, CancellationToken cancellation) => ChangeAsync(id, version, actor, "Đính chính", (work, line) =>
    {
        var told = Typed.Text(reason);
        if (line.VerifiedAt is null || Numbers.Quantity(quantity) is not > 0 || told.Length is 0 or > 1000)
        {
            return line.VerifiedAt is null
                ? new Refusal("state", "Dòng chưa kiểm tra thì xóa đi ghi lại, không cần đính chính.")
                : new Refusal("amiss", "Hãy ghi con số đúng và lý do; bạn đọc sẽ thấy cả hai.");
        }

        line.Corrections.Add(new ContributionCorrection { ContributionId = line.Id, Number = line.Corrections.Count + 1, At = work.Now, By = actor.Key, QuantityBefore = line.Quantity, Reason = told });
        line.Quantity = Numbers.Quantity(quantity)!.Value;
        return null;
    }, cancellation);

    /// <summary>Takes back a line nobody has checked yet.</summary>
    public Task<Refusal?> RemoveAsync(Guid id, int version, Actor actor, CancellationToken cancellation) => ChangeAsync(id, version, actor, "Xóa dòng chưa kiểm tra", (work, line) =>
    {
        if (line.VerifiedAt is not null)
        {
            return new Refusal("state", "Dòng đã kiểm tra thì không xóa được; hãy đính chính.");
        }

        work.Db.Contributions.Remove(line);
        return null;
    }, cancellation);

    private async Task<Refusal?> ChangeAsync(Guid id, int version, Actor actor, string what, Func<Work, Contribution, Refusal?> change, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        var line = await work.Db.Contributions.Include(static row => row.Corrections).SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if (line is null || line.Version != version)
        {
            return line is null ? new Refusal("missing", "Dòng đóng góp này không còn.") : Stale;
        }

        if ((WhyNotKeep(actor) ?? change(work, line)) is { } reason)
        {
            return reason;
        }

        line.Version++;
        work.Record(ChangeVerb.ContributionsSaved, item: line.ItemId, subject: "contribution:" + id.ToString("D"), note: what);
        await work.CommitAsync(cancellation);
        return null;
    }
}
