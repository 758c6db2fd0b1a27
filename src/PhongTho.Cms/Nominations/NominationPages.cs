using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Nominations;

/// <summary>Builds the public pages of nominating and following. What editors write at the form's address stands around it.</summary>
public sealed class NominationPages(CmsDatabase database, SiteBooks books, SiteFrames frames, Published published, TimeProvider clock)
{
    /// <summary>Address of the form, without its first slash; editors may keep a page there.</summary>
    public const string Path = "gioi-thieu-guong";

    public const string FollowPath = "/" + Path + "/theo-doi";

    private static readonly Crumb Home = new("Trang chủ", "/");

    private static readonly Crumb Form = new("Giới thiệu gương", "/" + Path);

    public async Task<NominatePage> FormAsync(NominationEntry entry, IReadOnlyList<EntryProblem> problems, string ticket, bool hasLostPhotos, CancellationToken cancellation)
    {
        var introduction = (await published.FindAsync(Path, cancellation) as Found.Here)?.Page as ItemPage;
        var book = await books.CurrentAsync(cancellation);
        var (units, former) = Units(book);
        return new NominatePage
        {
            Frame = await FrameAsync(book, cancellation),
            Title = introduction?.Title ?? "Giới thiệu gương người tốt, việc tốt",
            Description = introduction?.Description ?? "Kể cho chúng tôi một người, một hộ, một tập thể làm việc tốt. Không cần tài khoản.",
            Path = "/" + Path,
            Trail = introduction?.Trail ?? [Home],
            Image = introduction?.Image,
            Introduction = introduction,
            Entry = entry,
            Problems = problems,
            Kinds = Kinds(book),
            Units = units,
            FormerUnits = former,
            Fields = Terms(book, Taxonomies.Field),
            Ticket = ticket,
            HasLostPhotos = hasLostPhotos,
        };
    }

    public async Task<NominationLookupPage> LookupAsync(string code, string? problem, CancellationToken cancellation) => new()
    {
        Frame = await FrameAsync(await books.CurrentAsync(cancellation), cancellation),
        Title = "Theo dõi lời giới thiệu",
        Description = "Xem lời giới thiệu gương của bạn đang ở bước nào.",
        Path = FollowPath,
        Trail = [Home, Form],
        NoIndex = true,
        Code = code,
        Problem = problem,
    };

    public async Task<NominationFollowPage> FollowAsync(
        NominationStanding standing, string secret, string url, (string Path, int Size) qr, bool isNew, CancellationToken cancellation) => new()
        {
            Frame = await FrameAsync(await books.CurrentAsync(cancellation), cancellation),
            Title = isNew ? "Đã nhận lời giới thiệu của bạn" : "Lời giới thiệu " + standing.Code,
            Path = FollowPath + "/" + standing.Code,
            Trail = [Home, Form],
            NoIndex = true,
            Standing = standing,
            Steps = FollowWords.Steps(standing),
            Verdict = FollowWords.Verdict(standing),
            IsNew = isNew,
            Secret = NominationCode.Spaced(NominationCode.ReadSecret(secret)),
            FollowUrl = url,
            QrPath = qr.Path,
            QrSize = qr.Size,
        };

    /// <summary>Kinds of subject, each with its criteria: for the desk's form too.</summary>
    public static IReadOnlyList<KindChoice> Kinds(SiteBook book) =>
    [
        .. Terms(book, Taxonomies.SubjectKind).Select((kind, index) =>
            new KindChoice(index + 1, kind.Slug, kind.Name, [.. Terms(book, Taxonomies.Criterion).Where(criterion => criterion.Group == kind.Slug)])),
    ];

    /// <summary>Today's communes with what they were made of, and the old names with where they belong today.</summary>
    public (IReadOnlyList<UnitChoice> Today, IReadOnlyList<UnitChoice> Former) Units(SiteBook book)
    {
        var today = SiteTime.Today(clock);
        var communes = book.Units.Where(unit => unit.IsCommuneLevel && unit.IsValidOn(today)).ToList();
        return
        (
            [.. communes.Select(unit => new UnitChoice(unit.Slug, unit.FullName + Hint(unit)))],
            [.. communes.SelectMany(unit => Older(unit).Select(older => new UnitChoice(older.Slug, $"{older.FullName} cũ (nay là {Inside(unit.FullName)})")))]
        );

        IEnumerable<UnitEntry> Older(UnitEntry unit) => book.Predecessors(unit.Slug).Where(static older => older.IsCommuneLevel);
        string Hint(UnitEntry unit) => Older(unit).Select(static older => older.Name).ToList() is { Count: > 0 } names ? $" (gồm {string.Join(", ", names)} cũ)" : "";
        static string Inside(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static IReadOnlyList<TermEntry> Terms(SiteBook book, string taxonomy) => book.TermsByTaxonomy.TryGetValue(taxonomy, out var terms) ? terms : [];

    private async Task<SiteFrame> FrameAsync(SiteBook book, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await frames.BuildAsync(db, book, cancellation);
    }
}
