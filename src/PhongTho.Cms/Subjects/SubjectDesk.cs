using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Subjects;

/// <summary>Who somebody is, as the desk writes it down.</summary>
public sealed record SubjectIdentity
{
    public required string Kind { get; init; }

    public required string Name { get; init; }

    public string? Unit { get; init; }

    public string? Village { get; init; }

    public bool IsHeadOfUnit { get; init; }

    public SubjectId? Collective { get; init; }

    public bool IsArmedForces { get; init; }

    public string? Clearance { get; init; }

    public bool ShowsMinors { get; init; }

    public PartialDate? BornOn { get; init; }

    public PartialDate? DeceasedOn { get; init; }

    public bool IsSample { get; init; }
}

/// <summary>A line of the criteria sheet as it is filled in.</summary>
/// <param name="Result">Null for a criterion nobody has looked at.</param>
public sealed record CriterionEntry(string Criterion, CriterionResult? Result, string Evidence, MovementLead? Lead, IReadOnlyList<int> TitleYears, ItemId? Document);

/// <summary>What the desk does with dossiers. Each verb gives the reason against it, or null when it is done; the log hears of ids only (rule R11).</summary>
public sealed class SubjectDesk(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    private const int LongestEvidence = 4000;

    private static readonly Refusal Missing = new("missing", "Không có hồ sơ này.");

    private static readonly Refusal Stale = new("stale", "Người khác vừa sửa hồ sơ này. Hãy tải lại trang rồi làm tiếp.");

    public async Task<(SubjectId? Id, Refusal? Reason)> AddAsync(SubjectIdentity identity, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        if ((SubjectSteps.WhyNotKeep(actor) ?? await WhyNotAsync(work.Db, book, null, identity, cancellation)) is { } reason)
        {
            return (null, reason);
        }

        var subject = await BeginAsync(work, identity, clock, cancellation);
        await work.CommitAsync(cancellation);
        return (subject.Id, null);
    }

    /// <summary>Begins a dossier inside a work that does more.</summary>
    internal static async Task<Subject> BeginAsync(Work work, SubjectIdentity identity, TimeProvider clock, CancellationToken cancellation)
    {
        var subject = new Subject
        {
            Id = SubjectId.New(clock),
            Slug = await FreeSlugAsync(work.Db, identity.Name, cancellation),
            Kind = identity.Kind,
            Name = identity.Name,
            StageAt = work.Now,
            CreatedAt = work.Now,
            CreatedBy = work.Actor.Key,
        };
        work.Db.Subjects.Add(subject);
        Copy(identity, subject);
        Touch(work, subject, ChangeVerb.SubjectAdded, null);
        return subject;
    }

    public Task<Refusal?> SaveAsync(SubjectId id, int version, SubjectIdentity identity, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(id, version, actor, async (work, subject) =>
        {
            var book = await books.CurrentAsync(cancellation);
            if (await WhyNotAsync(work.Db, book, subject, identity, cancellation) is { } reason)
            {
                return reason;
            }

            if (subject.Kind != identity.Kind)
            {
                // A criterion belongs to one kind; what was held against another one says nothing here.
                subject.Criteria.Clear();
            }

            Copy(identity, subject);
            Touch(work, subject, ChangeVerb.SubjectChanged, "Thông tin");

            // Somebody may turn out to be a child, a soldier, or no longer among the living.
            await work.Db.SaveChangesAsync(cancellation);
            await Reach.NarrowAsync(work, id, clock, cancellation);
            return null;
        }, cancellation);

    /// <param name="note">Said among colleagues; leaving the pipeline asks for it.</param>
    public Task<Refusal?> StepAsync(SubjectId id, int version, SubjectStep step, string? note, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(id, version, actor, async (work, subject) =>
        {
            var collective = await TiedAsync(work.Db, subject, cancellation);
            if (SubjectSteps.WhyNot(step, subject, collective, actor) is { } rule)
            {
                return rule;
            }

            var told = note?.Trim() ?? "";
            if (told.Length > 1000 || (told.Length == 0 && SubjectSteps.RuleOf(step).NeedsNote))
            {
                return new Refusal("note", told.Length == 0 ? "Hãy ghi lý do cho đồng nghiệp." : "Lý do dài quá; tối đa 1.000 chữ.");
            }

            Take(work, subject, step, told);
            await StageMarks.RefreshAsync(work, subject, cancellation);
            return null;
        }, cancellation);

    public Task<Refusal?> SaveCriteriaAsync(SubjectId id, int version, IReadOnlyList<CriterionEntry> entries, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(id, version, actor, async (work, subject) =>
        {
            var book = await books.CurrentAsync(cancellation);
            if (WhyNotCriteria(book, subject, entries) is { } reason)
            {
                return reason;
            }

            foreach (var entry in entries)
            {
                Take(work, subject, entry);
            }

            Touch(work, subject, ChangeVerb.SubjectChanged, "Bảng tiêu chí");
            return null;
        }, cancellation);

    /// <summary>The collective a subject is tied to, and whether an exemplar is written about it.</summary>
    internal static async Task<TiedCollective?> TiedAsync(CmsDb db, Subject subject, CancellationToken cancellation)
    {
        if (subject.CollectiveId is not { } id || await db.Subjects.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } collective)
        {
            return null;
        }

        var types = ContentTypes.All.Where(static type => type.IsAboutOneSubject).Select(static type => type.Key).ToList();
        return new TiedCollective(collective, await db.ItemsNaming(id).AnyAsync(item => types.Contains(item.Type), cancellation));
    }

    internal static void Touch(Work work, Subject subject, ChangeVerb verb, string? what)
    {
        (subject.ChangedAt, subject.ChangedBy) = (work.Now, work.Actor.Key);
        subject.Version++;
        work.Record(verb, subject: SubjectLog.SubjectOf(subject.Id), note: what);
    }

    private static void Take(Work work, Subject subject, SubjectStep step, string note)
    {
        var rule = SubjectSteps.RuleOf(step);
        var to = rule.To ?? subject.StageBefore ?? SubjectStage.Emerging;
        subject.StageBefore = to == SubjectStage.OnHold ? subject.Stage : null;
        (subject.Stage, subject.StageAt, subject.StageNote) = (to, work.Now, note);
        Touch(work, subject, ChangeVerb.SubjectMoved, SubjectSteps.NameOf(to));
    }

    private static void Take(Work work, Subject subject, CriterionEntry entry)
    {
        var row = subject.Criteria.Find(row => row.Criterion == entry.Criterion);
        if (entry.Result is not { } result)
        {
            if (row is not null)
            {
                subject.Criteria.Remove(row);
            }

            return;
        }

        if (row is null)
        {
            subject.Criteria.Add(row = new SubjectCriterion { SubjectId = subject.Id, Criterion = entry.Criterion, Result = result });
        }

        if ((row.Result, row.Evidence, row.Lead, row.DocumentId) != (result, entry.Evidence, entry.Lead, entry.Document) || !row.TitleYears.SequenceEqual(entry.TitleYears) || row.ChangedBy.Length == 0)
        {
            (row.Result, row.Evidence, row.Lead, row.TitleYears, row.DocumentId) = (result, entry.Evidence, entry.Lead, entry.TitleYears, entry.Document);
            (row.ChangedAt, row.ChangedBy) = (work.Now, work.Actor.Key);
        }
    }

    private static void Copy(SubjectIdentity identity, Subject subject)
    {
        (subject.Kind, subject.Name, subject.PlainName) = (identity.Kind, identity.Name.Trim(), PlainNames.Fold(identity.Name));
        (subject.Unit, subject.Village) = (Filled(identity.Unit), Filled(identity.Village));
        (subject.IsHeadOfUnit, subject.CollectiveId) = (identity.IsHeadOfUnit, identity.IsHeadOfUnit ? identity.Collective : null);
        (subject.IsArmedForces, subject.Clearance, subject.ShowsMinors) = (identity.IsArmedForces, Filled(identity.Clearance), identity.ShowsMinors);
        (subject.BornOn, subject.DeceasedOn, subject.IsSample) = (identity.BornOn, identity.DeceasedOn, identity.IsSample);
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static async Task<string> FreeSlugAsync(CmsDb db, string name, CancellationToken cancellation)
    {
        var slug = Slug.Of(name);
        var taken = await db.Subjects.Where(row => row.Slug == slug || row.Slug.StartsWith(slug + "-")).Select(static row => row.Slug).ToListAsync(cancellation);
        return taken.Contains(slug) ? Enumerable.Range(2, taken.Count + 1).Select(number => FormattableString.Invariant($"{slug}-{number}")).First(other => !taken.Contains(other)) : slug;
    }

    private static async Task<Refusal?> WhyNotAsync(CmsDb db, SiteBook book, Subject? subject, SubjectIdentity identity, CancellationToken cancellation)
    {
        var collective = identity.IsHeadOfUnit && identity.Collective is { } id ? await db.Subjects.SingleOrDefaultAsync(row => row.Id == id, cancellation) : null;
        return identity switch
        {
            { Name: var name } when string.IsNullOrWhiteSpace(name) => new Refusal("name", "Hãy ghi tên."),
            { Name.Length: > 160 } => new Refusal("name", "Tên dài quá; tối đa 160 chữ."),
            { Kind: var kind } when !book.Knows(Taxonomies.SubjectKind, kind) => new Refusal("kind", "Hãy chọn đối tượng."),
            { Unit: { Length: > 0 } unit } when !book.Knows(Taxonomies.Unit, unit) => new Refusal("unit", "Không có xã, phường, thị trấn này trong danh mục."),
            { Village.Length: > 80 } => new Refusal("village", "Tên bản dài quá; tối đa 80 chữ."),
            { Clearance.Length: > 200 } => new Refusal("clearance", "Số văn bản của đơn vị dài quá; tối đa 200 chữ."),
            { IsHeadOfUnit: true, Kind: not SubjectKinds.Official } => new Refusal("head", "Chỉ cán bộ, công chức, viên chức, lực lượng vũ trang mới là thủ trưởng cơ quan, đơn vị."),
            { IsHeadOfUnit: true, Collective: not null } when collective is not { Kind: SubjectKinds.Collective } || collective.Id == subject?.Id =>
                new Refusal("collective", "Tập thể gắn với thủ trưởng phải là hồ sơ của một tập thể."),
            _ => null,
        };
    }

    private static Refusal? WhyNotCriteria(SiteBook book, Subject subject, IReadOnlyList<CriterionEntry> entries)
    {
        if (entries.FirstOrDefault(entry => book.Term(Taxonomies.Criterion, entry.Criterion)?.Group != subject.Kind) is { } strange)
        {
            return new Refusal("criterion", $"Tiêu chí «{book.NameOf(Taxonomies.Criterion, strange.Criterion)}» không phải của đối tượng này.");
        }

        if (entries.FirstOrDefault(static entry => entry.Evidence.Length > LongestEvidence) is { } tooLong)
        {
            return new Refusal("evidence", $"Minh chứng của tiêu chí «{book.Term(Taxonomies.Criterion, tooLong.Criterion)?.ShortName}» dài quá; tối đa 4.000 chữ.");
        }

        return entries.Any(static entry => entry.TitleYears.Any(static year => year is < 1990 or > 2100)) ? new Refusal("years", "Năm đạt danh hiệu viết đủ bốn chữ số, ví dụ 2021, 2022.") : null;
    }

    private async Task<Refusal?> ChangeAsync(SubjectId id, int version, Actor actor, Func<Work, Subject, Task<Refusal?>> change, CancellationToken cancellation)
    {
        if (SubjectSteps.WhyNotKeep(actor) is { } right)
        {
            return right;
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        var subject = await work.Db.Subjects.Include(static row => row.Criteria).SingleOrDefaultAsync(row => row.Id == id, cancellation);
        if ((subject is null ? Missing : subject.Version != version ? Stale : await change(work, subject)) is { } reason)
        {
            return reason;
        }

        await work.CommitAsync(cancellation);
        return null;
    }
}
