using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Nominations;

/// <summary>What the triage desk does. Each verb gives the reason against it, or null when it is done; the log hears of codes and steps only.</summary>
public sealed class NominationDesk(CmsDatabase database, SiteBooks books)
{
    private static readonly Refusal Missing = new("missing", "Không có lời giới thiệu nào mang mã này.");

    private static readonly Refusal Stale = new("stale", "Người khác vừa xử lý lời giới thiệu này. Hãy tải lại trang rồi làm tiếp.");

    /// <summary>Takes it in hand.</summary>
    public Task<Refusal?> TriageAsync(string code, int version, Actor actor, CancellationToken cancellation) =>
        StepAsync(NominationStep.Triage, code, version, actor, (nomination, _) =>
        {
            nomination.AssignedTo ??= actor.Key;
            return null;
        }, cancellation);

    /// <summary>Asks a unit whether it is true.</summary>
    public Task<Refusal?> ForwardAsync(string code, int version, string unit, Actor actor, CancellationToken cancellation) =>
        StepAsync(NominationStep.Forward, code, version, actor, (nomination, book) =>
        {
            if (book.Unit(unit) is null)
            {
                return new Refusal("unit", "Hãy chọn đơn vị sẽ xác minh.");
            }

            nomination.ForwardedTo = unit;
            return null;
        }, cancellation);

    /// <summary>Writes down that the unit said it is true.</summary>
    public Task<Refusal?> ConfirmAsync(string code, int version, Actor actor, CancellationToken cancellation) =>
        StepAsync(NominationStep.Confirm, code, version, actor, static (_, _) => null, cancellation);

    /// <param name="reason">Told to the nominator as it is.</param>
    public Task<Refusal?> RejectAsync(string code, int version, string reason, Actor actor, CancellationToken cancellation) =>
        StepAsync(NominationStep.Reject, code, version, actor, (nomination, _) =>
        {
            var told = reason.Trim();
            if (told.Length is 0 or > 1000)
            {
                return new Refusal("reason", told.Length == 0 ? "Hãy ghi lý do; người giới thiệu sẽ đọc được." : "Lý do dài quá; tối đa 1.000 chữ.");
            }

            nomination.Reason = told;
            return null;
        }, cancellation);

    /// <param name="of">Code of an earlier nomination, or id of an item that tells the same.</param>
    public Task<Refusal?> MarkDuplicateAsync(string code, int version, string of, Actor actor, CancellationToken cancellation) =>
        MoveAsync(NominationStep.MarkDuplicate, code, version, actor, async (work, nomination) =>
        {
            var earlier = NominationPages.Lane.Codes.Read(of);
            var isKnown = earlier is not null
                ? earlier != code && await work.Db.Nominations.AnyAsync(row => row.Code == earlier, cancellation)
                : Guid.TryParse(of, out var id) && await work.Db.Items.AnyAsync(row => row.Id == new Model.ItemId(id), cancellation);
            if (!isKnown)
            {
                return new Refusal("duplicate", "Hãy chọn lời giới thiệu hoặc bài đã có mà lời này trùng.");
            }

            nomination.DuplicateOf = earlier ?? of;
            return null;
        }, cancellation);

    /// <param name="member">Key of the colleague; empty for nobody.</param>
    public Task<Refusal?> AssignAsync(string code, int version, string member, Actor actor, CancellationToken cancellation) =>
        KeepAsync(code, version, actor, "Giao người xử lý", async (work, nomination) =>
        {
            if (member.Length > 0 && !(Guid.TryParse(member, out var id) && await work.Db.Users.AnyAsync(row => row.Id == id && row.ClosedAt == null, cancellation)))
            {
                return new Refusal("member", "Người này không còn trong tòa soạn.");
            }

            nomination.AssignedTo = member.Length > 0 ? member : null;
            return null;
        }, cancellation);

    public Task<Refusal?> NoteAsync(string code, int version, string note, Actor actor, CancellationToken cancellation) =>
        KeepAsync(code, version, actor, "Sửa ghi chú", (_, nomination) =>
        {
            if (note.Length > 4000)
            {
                return Task.FromResult<Refusal?>(new Refusal("note", "Ghi chú dài quá; tối đa 4.000 chữ."));
            }

            nomination.Note = note.Trim();
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>The act of stepping itself, inside a work.</summary>
    internal static void Take(Work work, Nomination nomination, NominationStep step)
    {
        var rule = NominationSteps.RuleOf(step);
        (nomination.State, nomination.StateAt) = (rule.To, work.Now);
        nomination.ClosedAt = NominationSteps.IsClosed(rule.To) ? work.Now : null;
        nomination.Version++;
        work.Record(ChangeVerb.NominationMoved, subject: NominationLog.SubjectOf(nomination.Code), note: NominationSteps.NameOf(rule.To));
    }

    /// <summary>The nomination as it may be changed, or why not.</summary>
    internal static async Task<(Nomination? Nomination, Refusal? Reason)> LoadAsync(Work work, string code, int version, CancellationToken cancellation)
    {
        var nomination = await work.Db.Nominations.Include(static row => row.Photos).SingleOrDefaultAsync(row => row.Code == code, cancellation);
        return nomination is null ? (null, Missing) : nomination.Version != version ? (null, Stale) : (nomination, null);
    }

    private async Task<Refusal?> StepAsync(NominationStep step, string code, int version, Actor actor, Func<Nomination, SiteBook, Refusal?> prepare, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        return await MoveAsync(step, code, version, actor, (_, nomination) => Task.FromResult(prepare(nomination, book)), cancellation);
    }

    private Task<Refusal?> MoveAsync(NominationStep step, string code, int version, Actor actor, Func<Work, Nomination, Task<Refusal?>> prepare, CancellationToken cancellation) =>
        ChangeAsync(code, version, actor, async (work, nomination) =>
        {
            if (NominationSteps.WhyNot(step, nomination.State, actor) is { } rule)
            {
                return rule;
            }

            if (await prepare(work, nomination) is { } reason)
            {
                return reason;
            }

            Take(work, nomination, step);
            return null;
        }, cancellation);

    private Task<Refusal?> KeepAsync(string code, int version, Actor actor, string what, Func<Work, Nomination, Task<Refusal?>> change, CancellationToken cancellation) =>
        ChangeAsync(code, version, actor, async (work, nomination) =>
        {
            if ((NominationSteps.WhyNotTriage(actor) ?? await change(work, nomination)) is { } reason)
            {
                return reason;
            }

            nomination.Version++;
            work.Record(ChangeVerb.NominationKept, subject: NominationLog.SubjectOf(code), note: what);
            return null;
        }, cancellation);

    private async Task<Refusal?> ChangeAsync(string code, int version, Actor actor, Func<Work, Nomination, Task<Refusal?>> change, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        var (nomination, missing) = await LoadAsync(work, code, version, cancellation);
        if (nomination is null)
        {
            return missing;
        }

        if (await change(work, nomination) is { } reason)
        {
            return reason;
        }

        await work.CommitAsync(cancellation);
        return null;
    }
}
