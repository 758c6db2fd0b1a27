using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Intake;

namespace PhongTho.Cms.Feedback;

/// <summary>What the desk does with letters. Each verb gives the reason against it, or null when it is done; the log hears of codes and steps only.</summary>
public sealed class FeedbackDesk(CmsDatabase database)
{
    /// <summary>Said to who sent a complaint or a denunciation: those have a law and an address of their own.</summary>
    public const string TurnedAway =
        "Điều bạn viết là khiếu nại hoặc tố cáo. Việc ấy có cách nhận và giải quyết riêng theo pháp luật, nên trang này không nhận và đã xóa những gì bạn viết. "
        + "Hãy gửi đến cơ quan đã ra quyết định, hoặc nơi tiếp công dân của UBND xã, phường; cách làm có ở trang «Hướng dẫn khiếu nại, tố cáo».";

    private static readonly Refusal Missing = new("missing", "Không có thư nào mang mã này.");

    private static readonly Refusal Stale = new("stale", "Người khác vừa xử lý thư này. Hãy tải lại trang rồi làm tiếp.");

    /// <summary>Takes it in hand.</summary>
    public Task<Refusal?> AssignAsync(string code, int version, Actor actor, CancellationToken cancellation) =>
        StepAsync(FeedbackStep.Assign, code, version, actor, letter =>
        {
            (letter.AssignedTo, letter.RoutedTo) = (actor.Key, null);
            return null;
        }, cancellation);

    /// <summary>Hands it to the office that answers such letters.</summary>
    public async Task<Refusal?> RouteAsync(string code, int version, Actor actor, CancellationToken cancellation) =>
        await ChangeAsync(code, version, actor, async (work, letter) =>
        {
            if (FeedbackSteps.WhyNot(FeedbackStep.Route, letter.State, letter.RoutedTo, actor) is { } reason)
            {
                return reason;
            }

            (letter.AssignedTo, letter.RoutedTo) = (null, (await FeedbackRules.ReadAsync(work.Db, cancellation)).On(DateOnly.FromDateTime(SiteTime.Local(work.Now).DateTime)).Office);
            Take(work, letter, FeedbackStep.Route);
            return null;
        }, cancellation);

    /// <param name="answer">Told to the sender as it is.</param>
    public Task<Refusal?> AnswerAsync(string code, int version, string answer, Actor actor, CancellationToken cancellation) =>
        StepAsync(FeedbackStep.Answer, code, version, actor, letter => Say(letter, answer, "Hãy viết câu trả lời; người gửi sẽ đọc được."), cancellation);

    /// <param name="reason">Told to the sender as it is.</param>
    public Task<Refusal?> DeclineAsync(string code, int version, string reason, Actor actor, CancellationToken cancellation) =>
        StepAsync(FeedbackStep.Decline, code, version, actor, letter => Say(letter, reason, "Hãy ghi lý do; người gửi sẽ đọc được."), cancellation);

    /// <summary>Answers with the way to the right place, and empties what was written.</summary>
    public Task<Refusal?> TurnAwayAsync(string code, int version, Actor actor, CancellationToken cancellation) =>
        StepAsync(FeedbackStep.TurnAway, code, version, actor, static letter =>
        {
            (letter.Answer, letter.Text, letter.Note) = (TurnedAway, "", "");
            return null;
        }, cancellation);

    /// <param name="to">The body outside that settles it.</param>
    public Task<Refusal?> ForwardAsync(string code, int version, string to, string answer, Actor actor, CancellationToken cancellation) =>
        StepAsync(FeedbackStep.Forward, code, version, actor, letter =>
        {
            var body = Typed.Line(to);
            letter.ForwardedTo = body;
            return body.Length is 0 or > 200
                ? new Refusal("to", "Hãy ghi tên cơ quan sẽ giải quyết, tối đa 200 chữ.")
                : Say(letter, answer.Trim().Length > 0 ? answer : $"Việc này thuộc thẩm quyền của {body}. Chúng tôi đã chuyển thư của bạn đến đó.", "");
        }, cancellation);

    public Task<Refusal?> ReopenAsync(string code, int version, Actor actor, CancellationToken cancellation) =>
        StepAsync(FeedbackStep.Reopen, code, version, actor, letter =>
        {
            (letter.AssignedTo, letter.RoutedTo) = (actor.Key, null);
            return letter.ShownAt is null ? null : new Refusal("shown", "Vướng mắc này đang hiện trong danh sách công khai. Hãy thôi hiện trước khi mở lại.");
        }, cancellation);

    public Task<Refusal?> CloseAsync(string code, int version, Actor actor, CancellationToken cancellation) =>
        StepAsync(FeedbackStep.Close, code, version, actor, static _ => null, cancellation);

    /// <param name="member">Key of the colleague; empty for nobody.</param>
    public Task<Refusal?> HandToAsync(string code, int version, string member, Actor actor, CancellationToken cancellation) =>
        KeepAsync(code, version, actor, "Giao người xử lý", async (work, letter) =>
        {
            if (member.Length > 0 && !(Guid.TryParse(member, out var id) && await work.Db.Users.AnyAsync(row => row.Id == id && row.ClosedAt == null, cancellation)))
            {
                return new Refusal("member", "Người này không còn trong tòa soạn.");
            }

            letter.AssignedTo = member.Length > 0 ? member : null;
            return null;
        }, cancellation);

    public Task<Refusal?> NoteAsync(string code, int version, string note, Actor actor, CancellationToken cancellation) =>
        KeepAsync(code, version, actor, "Sửa ghi chú", (_, letter) =>
        {
            letter.Note = note.Trim();
            return Task.FromResult(note.Length > 4000 ? new Refusal("note", "Ghi chú dài quá; tối đa 4.000 chữ.") : null);
        }, cancellation);

    /// <summary>The act of stepping itself, inside a work.</summary>
    internal static void Take(Work work, FeedbackLetter letter, FeedbackStep step)
    {
        var rule = FeedbackSteps.RuleOf(step);
        (letter.State, letter.StateAt) = (rule.To, work.Now);
        letter.SettledAt = FeedbackSteps.IsSettled(rule.To) ? letter.SettledAt ?? work.Now : null;
        letter.Version++;
        work.Record(ChangeVerb.FeedbackMoved, subject: FeedbackLog.SubjectOf(letter.Code), note: FeedbackSteps.NameOf(rule.To));
    }

    /// <summary>The letter as it may be changed, or why not.</summary>
    internal static async Task<(FeedbackLetter? Letter, Refusal? Reason)> LoadAsync(Work work, string code, int version, CancellationToken cancellation)
    {
        var letter = await work.Db.Feedback.SingleOrDefaultAsync(row => row.Code == code, cancellation);
        return letter is null ? (null, Missing) : letter.Version != version ? (null, Stale) : (letter, null);
    }

    private static Refusal? Say(FeedbackLetter letter, string words, string missing)
    {
        var told = Typed.Text(words);
        letter.Answer = told;
        return told.Length is 0 or > 4000 ? new Refusal("answer", told.Length == 0 ? missing : "Lời viết dài quá; tối đa 4.000 chữ.") : null;
    }

    private Task<Refusal?> StepAsync(FeedbackStep step, string code, int version, Actor actor, Func<FeedbackLetter, Refusal?> prepare, CancellationToken cancellation) =>
        ChangeAsync(code, version, actor, (work, letter) =>
        {
            var reason = FeedbackSteps.WhyNot(step, letter.State, letter.RoutedTo, actor) ?? prepare(letter);
            if (reason is null)
            {
                Take(work, letter, step);
            }

            return Task.FromResult(reason);
        }, cancellation);

    private Task<Refusal?> KeepAsync(string code, int version, Actor actor, string what, Func<Work, FeedbackLetter, Task<Refusal?>> change, CancellationToken cancellation) =>
        ChangeAsync(code, version, actor, async (work, letter) =>
        {
            if ((FeedbackSteps.WhyNotRead(actor) ?? await change(work, letter)) is { } reason)
            {
                return reason;
            }

            letter.Version++;
            work.Record(ChangeVerb.FeedbackKept, subject: FeedbackLog.SubjectOf(code), note: what);
            return null;
        }, cancellation);

    private async Task<Refusal?> ChangeAsync(string code, int version, Actor actor, Func<Work, FeedbackLetter, Task<Refusal?>> change, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        var (letter, missing) = await LoadAsync(work, code, version, cancellation);
        if ((letter is null ? missing : await change(work, letter)) is { } reason)
        {
            return reason;
        }

        await work.CommitAsync(cancellation);
        return null;
    }
}
