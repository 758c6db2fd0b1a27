using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Commendations;

/// <summary>What is said with a step.</summary>
/// <param name="Reason">Why it is refused, held or revoked.</param>
/// <param name="RevokingItem">The revoking decision in the library, when it is there already.</param>
public sealed record StepWords(string Reason = "", string RevokedBy = "", PartialDate? RevokedOn = null, ItemId? RevokingItem = null)
{
    public static StepWords None { get; } = new();
}

/// <summary>What the emulation office does with the register. Each verb gives the reason against it, or none when it is done; the log hears of codes and steps only.</summary>
public sealed class CommendationDesk(CmsDatabase database, SiteBooks books)
{
    private static readonly Refusal missing = new("missing", "Không có dòng nào trong sổ mang mã này.");

    private static readonly Refusal stale = new("stale", "Người khác vừa sửa dòng này. Hãy tải lại trang rồi làm tiếp.");

    /// <summary>Enters a case, or a decision that was taken already; the code of the new row, or the reason against it.</summary>
    public async Task<(string? Code, Refusal? Reason)> AddAsync(CommendationEntry entry, bool isDecided, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        var row = new Commendation
        {
            Code = await NextCodeAsync(work, cancellation),
            CreatedAt = work.Now,
            State = isDecided ? CommendationState.Decided : CommendationState.Proposed,
            StateAt = work.Now,
            Version = 1,
        };
        if ((CommendationSteps.WhyNotKeep(actor) ?? await WriteAsync(work, row, entry, book, cancellation)) is { } reason)
        {
            return (null, reason);
        }

        work.Db.Commendations.Add(row);
        await EndAsync(work, row, wasPublic: false, before: null, isDecided ? "Ghi quyết định đã có" : "Ghi đề nghị mới", cancellation);
        return (row.Code, null);
    }

    /// <summary>Writes a row down again.</summary>
    public Task<Refusal?> SaveAsync(string code, int version, CommendationEntry entry, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(code, version, actor, "Sửa", (work, row, book) => WriteAsync(work, row, entry, book, cancellation), cancellation);

    /// <summary>Takes a case to its next place.</summary>
    public Task<Refusal?> StepAsync(CommendationStep step, string code, int version, StepWords words, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(code, version, actor, CommendationSteps.RuleOf(step).Label, async (work, row, book) =>
        {
            var isBeingVerified = row.ItemId is { } item && await work.Db.Items.AnyAsync(other => other.Id == item && other.Standing == Standing.OnHold, cancellation);
            return CommendationSteps.WhyNot(step, row.State, row.HeldFrom, isBeingVerified, actor) ?? Prepare(step, row, words, book) ?? Take(work, row, step);
        }, cancellation);

    internal static void Record(Work work, Commendation row, bool wasPublic, ItemId? before, string note)
    {
        var verb = wasPublic || IsPublic(row) ? ChangeVerb.CommendationShown : ChangeVerb.CommendationKept;
        work.Record(verb, row.ItemId, SubjectOf(row.Code), note);
        if (before is not null && before != row.ItemId)
        {
            work.Record(verb, before, SubjectOf(row.Code), note);
        }
    }

    internal static bool IsPublic(Commendation row) => CommendationSteps.Public.Contains(row.State);

    internal static string SubjectOf(string code) => "commendation:" + code;

    private static Refusal? Prepare(CommendationStep step, Commendation row, StepWords words, SiteBook book)
    {
        if (step == CommendationStep.Decide && CommendationChecks.Missing(CommendationEntry.Of(row), book) is { } unfinished)
        {
            return new Refusal("incomplete", unfinished.Message) { Problems = [unfinished] };
        }

        if (step is not (CommendationStep.Refuse or CommendationStep.Hold or CommendationStep.Revoke))
        {
            return null;
        }

        var reason = words.Reason.Trim();
        if (reason.Length is 0 or > 1000)
        {
            return new Refusal("reason", reason.Length == 0 ? "Hãy ghi lý do." : "Lý do dài quá; tối đa 1.000 chữ.");
        }

        if (step == CommendationStep.Revoke && (DecisionReference.Read(words.RevokedBy) is null || words.RevokedOn is null))
        {
            return new Refusal("revoking", "Hãy ghi số quyết định hủy bỏ (như «120/QĐ-UBND») và ngày của quyết định ấy.");
        }

        row.Reason = reason;
        if (step == CommendationStep.Revoke)
        {
            (row.RevokedBy, row.RevokedOn, row.RevokingItemId) = (words.RevokedBy.Trim(), words.RevokedOn, words.RevokingItem);
        }

        return null;
    }

    private static Refusal? Take(Work work, Commendation row, CommendationStep step)
    {
        var to = CommendationSteps.RuleOf(step).To ?? row.HeldFrom ?? CommendationState.Proposed;
        row.HeldFrom = step == CommendationStep.Hold ? row.State : null;
        (row.State, row.StateAt) = (to, work.Now);
        return null;
    }

    private static async Task<Refusal?> WriteAsync(Work work, Commendation row, CommendationEntry entry, SiteBook book, CancellationToken cancellation)
    {
        var isDecided = IsPublic(row) || row.HeldFrom is CommendationState.Decided or CommendationState.Announced;
        if (CommendationChecks.Of(entry, isDecided, book, DateOnly.FromDateTime(SiteTime.Local(work.Now).DateTime)) is { Count: > 0 } problems)
        {
            return new Refusal("incomplete", "Chưa lưu được: còn chỗ cần sửa.") { Problems = problems };
        }

        entry.CopyTo(row, book.CommendationRules);
        row.SubjectId = await DossierAsync(work.Db, row.ItemId, cancellation) ?? row.SubjectId;
        return await SameDecision.FindAsync(work.Db, row, cancellation) is { } other
            ? new Refusal("twice", $"Quyết định số {row.Decision} cho người này đã có trong sổ ở dòng {other}. Một quyết định chỉ ghi một lần cho mỗi người.")
            : null;
    }

    /// <summary>The dossier that the page's text names, when it names one.</summary>
    private static async Task<SubjectId?> DossierAsync(CmsDb db, ItemId? page, CancellationToken cancellation)
    {
        var subjects = page is not { } id ? [] : await db.RevisionSubjects
            .Where(row => db.Items.Any(item => item.Id == id && (item.LiveRevisionId ?? item.DraftRevisionId) == row.RevisionId))
            .Select(static row => row.SubjectId).Take(2).ToListAsync(cancellation);
        return subjects.Count == 1 ? subjects[0] : null;
    }

    private static async Task<string> NextCodeAsync(Work work, CancellationToken cancellation)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"KT-{SiteTime.Local(work.Now).Year}-");
        var last = await work.Db.Commendations.Where(row => row.Code.StartsWith(prefix)).MaxAsync(static row => (string?)row.Code, cancellation);
        var number = last is null ? 1 : int.Parse(last.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{number:000000}");
    }

    private async Task<Refusal?> ChangeAsync(
        string code, int version, Actor actor, string note, Func<Work, Commendation, SiteBook, Task<Refusal?>> change, CancellationToken cancellation)
    {
        if (CommendationSteps.WhyNotKeep(actor) is { } forbidden)
        {
            return forbidden;
        }

        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.Commendations.SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { } row)
        {
            return missing;
        }

        var (wasPublic, before) = (IsPublic(row), row.ItemId);
        if ((row.Version != version ? stale : await change(work, row, book)) is { } reason)
        {
            return reason;
        }

        row.Version++;
        await EndAsync(work, row, wasPublic, before, note, cancellation);
        return null;
    }

    private static async Task EndAsync(Work work, Commendation row, bool wasPublic, ItemId? before, string note, CancellationToken cancellation)
    {
        await CommendationMarks.RefreshAsync(work, [row.ItemId, before], cancellation);
        Record(work, row, wasPublic, before, note);
        await work.CommitAsync(cancellation);
    }
}
