using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Subjects;

/// <summary>What the list of dossiers is narrowed to.</summary>
/// <param name="After">Slug of the last one seen.</param>
public sealed record SubjectQuery(string Words = "", string? Kind = null, SubjectStage? Stage = null, string? Unit = null, string? After = null);

/// <summary>A dossier in the list.</summary>
public sealed record SubjectRow(SubjectId Id, string Slug, string Name, string Kind, string Place, SubjectStage Stage, bool IsSample, ConsentLight Light, int Items);

/// <summary>One screen of the list.</summary>
/// <param name="Next">Where the next screen starts; null at the end.</param>
public sealed record SubjectPage(IReadOnlyList<SubjectRow> Rows, string? Next, int Total);

/// <summary>An item that names the subject.</summary>
public sealed record NamingItem(ItemId Id, string Type, string Title, Standing Standing, Stage Stage, bool IsMain);

/// <summary>A line of the dossier's log.</summary>
public sealed record SubjectEvent(DateTimeOffset At, string Who, ChangeVerb Verb, string? What);

/// <summary>One dossier whole, as the desk reads it.</summary>
public sealed record SubjectSheet(Subject Subject)
{
    public TiedCollective? Collective { get; init; }

    public IReadOnlyList<SubjectFile> Files { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<ConsentRecord> Consents { get; init; } = [];

    public IReadOnlyList<NamingItem> Items { get; init; } = [];

    public IReadOnlyList<OfferedSubjectStep> Steps { get; init; } = [];

    public IReadOnlyList<SubjectEvent> Log { get; init; } = [];

    /// <summary>Names of documents that prove criteria, by id.</summary>
    public IReadOnlyDictionary<ItemId, string> Documents { get; init; } = new Dictionary<ItemId, string>();
}

/// <summary>What is read of dossiers in the newsroom.</summary>
public sealed class SubjectBook(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    private const int PageSize = 40;

    public async Task<SubjectPage> ListAsync(SubjectQuery query, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var all = Narrow(db.Subjects.Named(query.Words), query);
        var total = await all.CountAsync(cancellation);
        var rows = await (query.After is { Length: > 0 } after ? all.Where(row => row.Slug.CompareTo(after) > 0) : all).OrderBy(static row => row.Slug).Take(PageSize + 1).ToListAsync(cancellation);
        var shown = rows.Take(PageSize).ToList();
        SubjectId[] ids = [.. shown.Select(static row => row.Id)];
        var consents = (await db.Consents.Where(row => ids.Contains(row.SubjectId)).ToListAsync(cancellation)).ToLookup(static row => row.SubjectId);
        var counts = await db.Items.Join(db.RevisionSubjects, static item => item.Id, static row => row.ItemId, static (item, row) => new { item, row })
            .Where(pair => ids.Contains(pair.row.SubjectId) && (pair.row.RevisionId == pair.item.LiveRevisionId || pair.row.RevisionId == pair.item.DraftRevisionId))
            .Select(static pair => new { pair.row.SubjectId, pair.item.Id }).Distinct().GroupBy(static pair => pair.SubjectId)
            .Select(static group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(static group => group.Key, static group => group.Count, cancellation);
        var today = SiteTime.Today(clock);
        return new SubjectPage(
            [
                .. shown.Select(row => new SubjectRow(
                    row.Id, row.Slug, row.Name, book.NameOf(Taxonomies.SubjectKind, row.Kind),
                    string.Join(", ", new[] { row.Village, row.Unit is { } unit ? book.Unit(unit)?.FullName ?? unit : null }.Where(static part => part is { Length: > 0 })),
                    row.Stage, row.IsSample, ConsentRules.LightOf(row, [.. consents[row.Id]], today), counts.GetValueOrDefault(row.Id))),
            ],
            rows.Count > PageSize ? shown[^1].Slug : null,
            total);
    }

    /// <summary>Null when there is none, or this person has no business with it.</summary>
    public async Task<SubjectSheet?> FindAsync(SubjectId id, Actor reader, CancellationToken cancellation)
    {
        await using var db = database.Open();
        if (SubjectSteps.WhyNotKeep(reader) is not null || await db.Subjects.Include(static row => row.Criteria).SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } subject)
        {
            return null;
        }

        var collective = await SubjectDesk.TiedAsync(db, subject, cancellation);
        var name = SubjectLog.SubjectOf(id);
        var log = await db.Changes.Where(row => row.Subject == name).OrderByDescending(static row => row.Position).Take(60).ToListAsync(cancellation);
        var names = await ActorNames.OfAsync(db, log.Select(static row => row.Actor), cancellation);
        ItemId[] documents = [.. subject.Criteria.Select(static row => row.DocumentId).OfType<ItemId>()];
        return new SubjectSheet(subject)
        {
            Collective = collective,
            Files = await db.SubjectFiles.Where(row => row.SubjectId == id).OrderBy(static row => row.Id).ToListAsync(cancellation),
            Consents = [.. (await db.Consents.Where(row => row.SubjectId == id).ToListAsync(cancellation)).OrderBy(static row => row.State).ThenByDescending(static row => row.StateAt)],
            Items = await ItemsAsync(db, id, cancellation),
            Steps = [.. SubjectSteps.Rules.Select(rule => new OfferedSubjectStep(rule, SubjectSteps.WhyNot(rule.Step, subject, collective, reader)))],
            Log = [.. log.Select(row => new SubjectEvent(row.At, names.Of(row.Actor), row.Verb, row.Note))],
            Documents = await db.Items.Where(row => documents.Contains(row.Id)).ToDictionaryAsync(static row => row.Id, static row => row.Title, cancellation),
        };
    }

    /// <summary>Collectives a head of unit may be tied to.</summary>
    public async Task<IReadOnlyList<(SubjectId Id, string Name)>> CollectivesAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var rows = await db.Subjects.Where(static row => row.Kind == SubjectKinds.Collective).OrderBy(static row => row.PlainName).Select(static row => new { row.Id, row.Name }).ToListAsync(cancellation);
        return [.. rows.Select(static row => (row.Id, row.Name))];
    }

    /// <summary>Documents that may prove a criterion: those that carry a kind of document.</summary>
    public async Task<IReadOnlyList<(ItemId Id, string Title)>> DocumentsAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var rows = await db.LiveItems().WithTerm(Taxonomies.DocumentKind, []).NewestFirst().Take(200).Select(static row => new { row.Id, row.Title }).ToListAsync(cancellation);
        return [.. rows.Select(static row => (row.Id, row.Title))];
    }

    private static IQueryable<Subject> Narrow(IQueryable<Subject> subjects, SubjectQuery query)
    {
        subjects = query.Kind is { Length: > 0 } kind ? subjects.Where(row => row.Kind == kind) : subjects;
        subjects = query.Stage is { } stage ? subjects.Where(row => row.Stage == stage) : subjects;
        return query.Unit is { Length: > 0 } unit ? subjects.Where(row => row.Unit == unit) : subjects;
    }

    private static async Task<IReadOnlyList<NamingItem>> ItemsAsync(CmsDb db, SubjectId id, CancellationToken cancellation)
    {
        var rows = await db.ItemsNaming(id).Where(static item => item.TrashedAt == null).OrderByDescending(static item => item.ListedAt).ToListAsync(cancellation);
        return
        [
            .. rows.Select(static row => new NamingItem(
                    row.Id, ContentTypes.Get(row.Type).Label, row.Standing == Standing.Live || row.DraftTitle.Length == 0 ? row.Title : row.DraftTitle, row.Standing, row.Stage, ContentTypes.Get(row.Type).IsAboutOneSubject))
                .OrderByDescending(static item => item.IsMain),
        ];
    }
}
