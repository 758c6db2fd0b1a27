using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Nominations;

/// <summary>Builds the public page of nominating. What editors write at the form's address stands around it.</summary>
public sealed class NominationPages(SiteBooks books, Published published, TimeProvider clock)
{
    /// <summary>Address of the form, without its first slash; editors may keep a page there.</summary>
    public const string Path = "gioi-thieu-guong";

    private static readonly Crumb Home = new("Trang chủ", "/");

    /// <summary>Everything a sender meets after the form.</summary>
    public static FollowLane Lane { get; } = new(new FollowCode("GT"), new Crumb("Giới thiệu gương", "/" + Path))
    {
        Noun = "Lời giới thiệu",
        Thanks = "Cảm ơn bạn đã kể.",
        Silence = "Trang này không nói bạn là ai và đã kể về ai.",
        Again = "Giới thiệu thêm một gương",
    };

    public async Task<NominatePage> FormAsync(NominationEntry entry, IReadOnlyList<EntryProblem> problems, string ticket, bool hasLostPhotos, CancellationToken cancellation)
    {
        var introduction = (await published.FindAsync(Path, cancellation) as Found.Here)?.Page as ItemPage;
        var book = await books.CurrentAsync(cancellation);
        return new NominatePage
        {
            Frame = await published.FrameAsync(cancellation),
            Title = introduction?.Title ?? "Giới thiệu gương người tốt, việc tốt",
            Description = introduction?.Description ?? "Kể cho chúng tôi một người, một hộ, một tập thể làm việc tốt. Không cần tài khoản.",
            Path = "/" + Path,
            Trail = introduction?.Trail ?? [Home],
            Image = introduction?.Image,
            Introduction = introduction,
            Entry = entry,
            Problems = problems,
            Kinds = Kinds(book),
            Units = UnitChoices.Of(book, SiteTime.Today(clock)),
            Fields = Terms(book, Taxonomies.Field),
            Ticket = ticket,
            HasLostPhotos = hasLostPhotos,
        };
    }

    /// <summary>Kinds of subject, each with its criteria: for the desk's form too.</summary>
    public static IReadOnlyList<KindChoice> Kinds(SiteBook book) =>
    [
        .. Terms(book, Taxonomies.SubjectKind).Select((kind, index) =>
            new KindChoice(index + 1, kind.Slug, kind.Name, [.. Terms(book, Taxonomies.Criterion).Where(criterion => criterion.Group == kind.Slug)])),
    ];

    private static IReadOnlyList<TermEntry> Terms(SiteBook book, string taxonomy) => book.TermsByTaxonomy.TryGetValue(taxonomy, out var terms) ? terms : [];
}
