using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Feedback;

/// <summary>A way to choose what one wants to say.</summary>
public sealed record FeedbackChoice(FeedbackKind Kind, string Key, string Label, string Hint);

/// <summary>A form by which anyone writes to us; empty, or as it was typed with what is amiss.</summary>
public sealed record FeedbackPage : SitePage
{
    /// <summary>What editors say around the form.</summary>
    public ItemPage? Introduction { get; init; }

    public required IReadOnlyList<FeedbackChoice> Choices { get; init; }

    public required FeedbackEntry Entry { get; init; }

    public IReadOnlyList<EntryProblem> Problems { get; init; } = [];

    /// <summary>The item that was being read, when we know it.</summary>
    public SectionLink? About { get; init; }

    /// <summary>Asked of difficulties; null where no commune is asked.</summary>
    public UnitChoices? Units { get; init; }

    public required FeedbackPromises Promises { get; init; }

    public required string Ticket { get; init; }

    /// <summary>True when the form is about something we published.</summary>
    public bool IsOfItem => Units is null;

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Message;
}

/// <summary>Builds the public pages of feedback. What editors write at the forms' addresses stands around them.</summary>
public sealed class FeedbackPages(CmsDatabase database, SiteBooks books, Published published, FeedbackRules rules, TimeProvider clock)
{
    public const string CommentPath = "gop-y-phan-anh";

    public const string CorrectionPath = CommentPath + "/dinh-chinh";

    private static readonly Crumb Home = new("Trang chủ", "/");

    /// <summary>Everything a sender meets after either form.</summary>
    public static FollowLane Lane { get; } = new(new FollowCode("GY"), new Crumb("Góp ý, phản ánh", "/" + CommentPath))
    {
        Noun = "Thư góp ý",
        Thanks = "Cảm ơn bạn đã cho chúng tôi biết.",
        Silence = "Trang này không nói bạn là ai và đã viết gì.",
        Again = "Viết thêm một thư",
    };

    public static IReadOnlyList<FeedbackChoice> CorrectionChoices { get; } =
    [
        new(FeedbackKind.Correction, "dinh-chinh", "Sửa chỗ chưa đúng", "Tên, con số, ngày tháng, ảnh đăng nhầm…"),
        new(FeedbackKind.Removal, "go", "Gỡ thông tin về tôi, hoặc về người tôi nói thay", "Rút lại đồng ý, cả bài hay chỉ một phần. Không cần nêu lý do."),
    ];

    public static IReadOnlyList<FeedbackChoice> CommentChoices { get; } =
    [
        new(FeedbackKind.Difficulty, "vuong-mac", "Báo vướng mắc", "Khó khăn của đơn vị, của bản khi thực hiện kế hoạch thi đua, khen thưởng."),
        new(FeedbackKind.Comment, "gop-y", "Góp ý cho trang", "Chỗ khó đọc, khó tìm, điều bạn mong có thêm."),
    ];

    /// <summary>The form about something we published.</summary>
    public async Task<FeedbackPage> CorrectionAsync(FeedbackEntry entry, IReadOnlyList<EntryProblem> problems, string ticket, CancellationToken cancellation) =>
        await FormAsync(CorrectionPath, "Đề nghị đính chính, gỡ thông tin", CorrectionChoices, entry, problems, ticket, cancellation) with
        {
            About = await AboutAsync(entry.About, cancellation),
        };

    /// <summary>The form of difficulties and comments.</summary>
    public async Task<FeedbackPage> CommentAsync(FeedbackEntry entry, IReadOnlyList<EntryProblem> problems, string ticket, CancellationToken cancellation) =>
        await FormAsync(CommentPath, "Góp ý, phản ánh, vướng mắc", CommentChoices, entry, problems, ticket, cancellation) with
        {
            Units = UnitChoices.Of(await books.CurrentAsync(cancellation), SiteTime.Today(clock)),
        };

    private async Task<FeedbackPage> FormAsync(
        string path, string title, IReadOnlyList<FeedbackChoice> choices, FeedbackEntry entry, IReadOnlyList<EntryProblem> problems, string ticket, CancellationToken cancellation)
    {
        var introduction = (await published.FindAsync(path, cancellation) as Found.Here)?.Page as ItemPage;
        return new FeedbackPage
        {
            Frame = await published.FrameAsync(cancellation),
            Title = introduction?.Title ?? title,
            Description = introduction?.Description ?? "",
            Path = "/" + path,
            Trail = introduction?.Trail ?? [Home],
            Image = introduction?.Image,
            Introduction = introduction,
            Choices = choices,
            Entry = entry,
            Problems = problems,
            Promises = await rules.CurrentAsync(cancellation),
            Ticket = ticket,
        };
    }

    private async Task<SectionLink?> AboutAsync(string about, CancellationToken cancellation)
    {
        var path = Destinations.PathOf(about);
        await using var db = database.Open();
        var title = path.Length == 0 ? null : await db.ReadableItems().Where(item => item.Path == path).Select(static item => item.Title).SingleOrDefaultAsync(cancellation);
        return title is null ? null : new SectionLink(title, "/" + path, IsCurrent: false);
    }
}
