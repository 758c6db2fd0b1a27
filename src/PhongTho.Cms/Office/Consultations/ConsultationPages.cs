using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office.Consultations;

/// <summary>A consultation in the public list.</summary>
public sealed record ConsultationCard(string Path, string Title, DateOnly From, DateOnly To, ConsultationState State, bool IsSample);

/// <summary>Everything put before people for comment: what is open first.</summary>
public sealed record ConsultationsPage : SitePage
{
    public required IReadOnlyList<ConsultationCard> Open { get; init; }

    public required IReadOnlyList<ConsultationCard> Others { get; init; }
}

/// <summary>One consultation: the list, the form while it is open, what came of it afterwards.</summary>
public sealed record ConsultationPage : SitePage
{
    public required ConsultationCard Card { get; init; }

    public required ConsultationNotice Notice { get; init; }

    /// <summary>The list as readers may see it.</summary>
    public required IReadOnlyList<ConsultationLine> Lines { get; init; }

    /// <summary>How many comments came; told when it is over.</summary>
    public int? Comments { get; init; }

    public required CommentEntry Entry { get; init; }

    public IReadOnlyList<EntryProblem> Problems { get; init; } = [];

    public required string Ticket { get; init; }

    /// <summary>True right after somebody's comment was taken.</summary>
    public bool IsSent { get; init; }

    public string? ProblemOf(string field) => Problems.FirstOrDefault(problem => problem.Field == field)?.Message;
}

/// <summary>A line of the list as readers may see it.</summary>
/// <param name="Name">Null for a person who did not agree to be named.</param>
public sealed record ConsultationLine(string? Name, string? Unit, string? Form);

/// <summary>Builds the public pages of consultations.</summary>
public sealed class ConsultationPages(CmsDatabase database, SiteBooks books, SiteFrames frames, TimeProvider clock)
{
    /// <summary>Address of the list, without slashes at the ends.</summary>
    public const string Path = "khen-thuong/lay-y-kien";

    private const string Title = "Lấy ý kiến trước khi khen thưởng";

    private static readonly Crumb[] above = [new("Trang chủ", "/"), new("Khen thưởng", "/khen-thuong")];

    public async Task<ConsultationsPage> ListAsync(CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var rows = await db.Consultations.Where(static row => row.PublishedAt != null).OrderByDescending(static row => row.To).ThenBy(static row => row.Slug).Take(200).ToListAsync(cancellation);
        var cards = rows.ConvertAll(Card);
        return new ConsultationsPage
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Title = Title,
            Description = "Danh sách đề nghị khen thưởng được niêm yết để mọi người cho ý kiến trước khi xét.",
            Path = "/" + Path,
            Trail = above,
            Open = [.. cards.Where(static card => card.State == ConsultationState.Open).OrderBy(static card => card.To)],
            Others = [.. cards.Where(static card => card.State != ConsultationState.Open)],
        };
    }

    /// <summary>Null when readers may not see it.</summary>
    public async Task<ConsultationPage?> FindAsync(string slug, CommentEntry entry, IReadOnlyList<EntryProblem> problems, string ticket, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        if (await db.Consultations.SingleOrDefaultAsync(row => row.Slug == slug && row.PublishedAt != null, cancellation) is not { } row)
        {
            return null;
        }

        var card = Card(row);
        var people = await ConsultationNames.ReadAsync(db, row.Notice.Entries, SiteTime.Today(clock), cancellation);
        return new ConsultationPage
        {
            Frame = await frames.BuildAsync(db, book, cancellation),
            Title = row.Title,
            Description = $"Lấy ý kiến từ {row.From:dd'/'MM'/'yyyy} đến hết {row.To:dd'/'MM'/'yyyy}.",
            Path = card.Path,
            Trail = [.. above, new("Lấy ý kiến", "/" + Path)],
            Card = card,
            Notice = row.Notice,
            Lines = [.. row.Notice.Entries.Select(line => Line(line, people, book))],
            Comments = card.State is ConsultationState.Closed or ConsultationState.Concluded ? await db.ConsultationComments.CountAsync(comment => comment.Consultation == slug, cancellation) : null,
            Entry = entry,
            Problems = problems,
            Ticket = ticket,
        };
    }

    private ConsultationCard Card(Consultation row) => new($"/{Path}/{row.Slug}", row.Title, row.From, row.To, row.StateOn(SiteTime.Today(clock)), row.Notice.IsSample);

    private static ConsultationLine Line(ConsultationEntry entry, IReadOnlyDictionary<SubjectId, ConsultationPerson> people, SiteBook book) => new(
        ConsultationNames.Of(entry, people),
        entry.Unit is { } unit ? book.NameOf(Taxonomies.Unit, unit) : null,
        entry.Form is { } form ? book.NameOf(Taxonomies.CommendationForm, form) : null);
}
