using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Feedback;

/// <summary>An answered difficulty as everybody may read it.</summary>
/// <param name="Place">Today's commune; empty when none was told.</param>
public sealed record ShownDifficulty(string Question, string Answer, string Place, DateTimeOffset AnsweredAt);

/// <summary>Answered difficulties, newest first.</summary>
public sealed record DifficultiesPage : SitePage
{
    public required IReadOnlyList<ShownDifficulty> All { get; init; }

    public string? NextUrl { get; init; }
}

/// <summary>Shows to everybody what an officer put into words for everybody: a difficulty and its answer, and nothing of who asked.</summary>
public sealed partial class FeedbackShowing(CmsDatabase database, SiteBooks books, Published published, IContactSeal seal)
{
    public const string Path = "/gop-y-phan-anh/da-tra-loi";

    private const int PageSize = 20;

    /// <summary>Words of a name that many share, and so say nothing.</summary>
    private const int ShortestTelling = 2;

    /// <param name="question">The difficulty in the officer's words.</param>
    public async Task<Refusal?> ShowAsync(string code, int version, string question, string answer, Actor actor, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        var (letter, missing) = await FeedbackDesk.LoadAsync(work, code, version, cancellation);
        var (asked, told) = (Typed.Text(question), Typed.Text(answer));
        if ((letter is null ? missing : FeedbackSteps.WhyNotRead(actor) ?? WhyNot(letter, asked, told)) is { } reason)
        {
            return reason;
        }

        (letter!.ShownQuestion, letter.ShownAnswer, letter.ShownAt) = (asked, told, letter.ShownAt ?? work.Now);
        return await KeepAsync(work, letter, "Hiện công khai", cancellation);
    }

    public async Task<Refusal?> HideAsync(string code, int version, Actor actor, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        var (letter, missing) = await FeedbackDesk.LoadAsync(work, code, version, cancellation);
        if ((letter is null ? missing : FeedbackSteps.WhyNotRead(actor)) is { } reason)
        {
            return reason;
        }

        (letter!.ShownQuestion, letter.ShownAnswer, letter.ShownAt) = (null, null, null);
        return await KeepAsync(work, letter, "Thôi hiện công khai", cancellation);
    }

    /// <param name="cursor">Where the page before ended.</param>
    public async Task<DifficultiesPage?> PageAsync(string? cursor, CancellationToken cancellation)
    {
        var from = cursor is null ? null : Cursor.Parse(cursor);
        if (cursor is not null && from is null)
        {
            return null;
        }

        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var shown = db.Feedback.Where(static row => row.ShownAt != null && row.ShownQuestion != null && row.ShownAnswer != null);
        if (from is { } at)
        {
#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
            shown = shown.Where(row => row.ShownAt < at.ListedAt || (row.ShownAt == at.ListedAt && string.Compare(row.Code, at.Path) > 0));
#pragma warning restore CA1309
        }

        var rows = await shown.OrderByDescending(static row => row.ShownAt).ThenBy(static row => row.Code).Take(PageSize + 1).ToListAsync(cancellation);
        return new DifficultiesPage
        {
            Frame = await published.FrameAsync(cancellation),
            Title = "Vướng mắc đã trả lời",
            Description = "Những khó khăn khi thực hiện thi đua, khen thưởng mà các đơn vị và bà con đã hỏi, kèm câu trả lời.",
            Path = Path,
            Trail = [new Crumb("Trang chủ", "/"), FeedbackPages.Lane.Form],
            All = [.. rows.Take(PageSize).Select(row => new ShownDifficulty(
                row.ShownQuestion!, row.ShownAnswer!, row.Unit is { } unit ? book.NameOf(Taxonomies.Unit, unit) : "", row.SettledAt ?? row.StateAt))],
            NextUrl = rows.Count > PageSize ? $"{Path}?tiep={Uri.EscapeDataString(new Cursor(rows[PageSize - 1].ShownAt!.Value, rows[PageSize - 1].Code).ToString())}" : null,
        };
    }

    private Refusal? WhyNot(FeedbackLetter letter, string question, string answer)
    {
        if (letter is not { Kind: FeedbackKind.Difficulty, State: FeedbackState.Answered or FeedbackState.Closed })
        {
            return new Refusal("state", "Chỉ vướng mắc đã trả lời mới đưa ra danh sách công khai.");
        }

        if (question.Length is < 10 or > 1000 || answer.Length is < 10 or > 4000)
        {
            return new Refusal("words", "Hãy viết câu hỏi (10 đến 1.000 chữ) và câu trả lời (10 đến 4.000 chữ) cho mọi người đọc.");
        }

        var said = question + "\n" + answer;
        return Reach().IsMatch(said)
            ? new Refusal("private", "Có số điện thoại, số giấy tờ hoặc thư điện tử trong lời sẽ hiện. Hãy bỏ đi rồi lưu lại.")
            : Tells(letter, said) ? new Refusal("private", "Lời sẽ hiện có nhắc tên người gửi. Hãy bỏ tên đi rồi lưu lại.") : null;
    }

    private bool Tells(FeedbackLetter letter, string said)
    {
        if (letter.Contact is not { } closed || seal.Open(closed) is not { } json)
        {
            return false;
        }

        var name = Plain(ContentJson.Read<FeedbackContact>(json).Name);
        return name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= ShortestTelling && $" {Plain(said)} ".Contains($" {name} ", StringComparison.Ordinal);
    }

    private static string Plain(string text) =>
        string.Join(' ', new string([.. Folding.Fold(text).Select(static letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static async Task<Refusal?> KeepAsync(Work work, FeedbackLetter letter, string what, CancellationToken cancellation)
    {
        letter.Version++;
        work.Record(ChangeVerb.FeedbackShown, subject: FeedbackLog.SubjectOf(letter.Code), note: what);
        await work.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Nine digits and more, however they are spaced, or an e-mail.</summary>
    [GeneratedRegex(@"(?:\d[ .\-]?){9,}|[^\s@]+@[^\s@]+\.[^\s@]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reach();
}
