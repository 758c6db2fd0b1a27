using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Replications;

/// <summary>The form «Tôi, đơn vị tôi muốn làm theo» of one way of doing; empty, or as it was typed with what is amiss.</summary>
public sealed record ReplicatePage : SitePage
{
    /// <summary>What is to be copied.</summary>
    public required SectionLink Model { get; init; }

    public required ReplicationEntry Entry { get; init; }

    public IReadOnlyList<EntryProblem> Problems { get; init; } = [];

    public required UnitChoices Units { get; init; }

    /// <summary>Signed moment at which the form was handed out.</summary>
    public required string Ticket { get; init; }

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Message;
}

/// <summary>The form by which who copied tells how it went.</summary>
public sealed record ReplicationResultPage : SitePage
{
    public required string Code { get; init; }

    /// <summary>Opens it, and comes back with the form.</summary>
    public required string Secret { get; init; }

    public required ResultEntry Entry { get; init; }

    /// <summary>The browser cannot bring a chosen file back: the page asks for it again.</summary>
    public bool HasLostPicture { get; init; }

    public IReadOnlyList<EntryProblem> Problems { get; init; } = [];

    public required string Ticket { get; init; }

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Message;
}

/// <summary>Builds the public pages of registering and reporting.</summary>
public sealed class ReplicationPages(CmsDatabase database, SiteBooks books, Published published, TimeProvider clock)
{
    /// <summary>Address under which the forms stand.</summary>
    public const string Root = "/lam-theo";

    private static readonly Crumb Home = new("Trang chủ", "/");

    /// <summary>The types of content that are ways of doing.</summary>
    internal static IReadOnlyList<ContentType> Types { get; } = [.. ContentTypes.All.Where(static type => type.IsReplicable)];

    /// <summary>Everything a sender meets after the form.</summary>
    public static FollowLane Lane { get; } = new(ReplicationCodes.Letters, new Crumb("Làm theo", Root))
    {
        Noun = "Lượt ghi danh",
        Thanks = "Chúc bạn làm được!",
        Silence = "Trang này không nói bạn là ai và liên hệ với bạn thế nào.",
        Again = "Xem các cách làm khác",
    };

    /// <summary>Address where results are told.</summary>
    public static string ResultPath(string code, string secret) => $"{Root}/ket-qua/{code}?ma={Uri.EscapeDataString(secret)}";

    /// <summary>The live way of doing whose address ends in this slug; null when there is none.</summary>
    public async Task<(ItemId Id, SectionLink Link)?> FindAsync(string slug, CancellationToken cancellation)
    {
        string[] paths = [.. Types.Select(type => type.PathOf(slug))];
        await using var db = database.Open();
        return await db.LiveItems().Where(item => paths.Contains(item.Path)).Select(static item => new { item.Id, item.Title, item.Path }).FirstOrDefaultAsync(cancellation) is { } found
            ? (found.Id, new SectionLink(found.Title, "/" + found.Path, IsCurrent: false))
            : null;
    }

    public async Task<ReplicatePage> FormAsync(SectionLink model, ReplicationEntry entry, IReadOnlyList<EntryProblem> problems, string ticket, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        return new ReplicatePage
        {
            Frame = await published.FrameAsync(cancellation),
            Title = "Tôi, đơn vị tôi muốn làm theo",
            Description = $"Ghi danh làm theo: {model.Label}. Không cần tài khoản.",
            Path = ReplicationBoard.FormOf(model.Path),
            Trail = [Home, new Crumb(model.Label, model.Path)],
            NoIndex = true,
            Model = model,
            Entry = entry,
            Problems = problems,
            Units = UnitChoices.Of(book, SiteTime.Today(clock)),
            Ticket = ticket,
        };
    }

    public async Task<ReplicationResultPage> ResultAsync(string code, string secret, ResultEntry entry, IReadOnlyList<EntryProblem> problems, string ticket, CancellationToken cancellation) => new()
    {
        Frame = await published.FrameAsync(cancellation),
        Title = "Báo kết quả làm theo",
        Path = $"{Root}/ket-qua/{code}",
        Trail = [Home, Lane.Form],
        NoIndex = true,
        Code = code,
        Secret = secret,
        Entry = entry,
        Problems = problems,
        Ticket = ticket,
    };
}
