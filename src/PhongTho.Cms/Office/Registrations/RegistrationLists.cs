using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office.Registrations;

/// <summary>What is asked of the list.</summary>
public sealed record RegistrationFilter(int Year, string? Unit = null, string? Kind = null, RegistrationState? State = null);

/// <summary>A registration in the list.</summary>
public sealed record RegistrationRow(Guid Id, string Unit, string UnitName, string Kind, string Name, string Target, RegistrationState State, DateTimeOffset StateAt, int Met, int Asked);

/// <summary>A unit that is expected to register, and how far it is.</summary>
/// <param name="Drafts">Begun, not handed in.</param>
/// <param name="IsOverdue">The deadline is over and nothing was handed in.</param>
public sealed record RegistrationUnit(string Slug, string Name, int Submitted, int Drafts, bool IsOverdue);

/// <summary>The list of a year with the units it waits for.</summary>
public sealed record RegistrationList(RegistrationRound Round, IReadOnlyList<RegistrationRow> Rows, IReadOnlyList<RegistrationUnit> Units, IReadOnlyDictionary<RegistrationState, int> Counts, bool IsLocked);

/// <summary>One registration whole.</summary>
public sealed record RegistrationWhole(StrivingRegistration Registration, RegistrationRound Round, string UnitName, IReadOnlyList<(DateTimeOffset At, string Who, string What)> Log);

/// <summary>What units and the office read of registrations. A unit reads of its own only.</summary>
public sealed class RegistrationLists(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>Null when the year was never opened.</summary>
    public async Task<RegistrationList?> FindAsync(RegistrationFilter filter, Actor reader, CancellationToken cancellation)
    {
        if (RegistrationSteps.WhyNotKeep(reader, null) is not null)
        {
            return null;
        }

        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        if (await db.RegistrationRounds.SingleOrDefaultAsync(round => round.Year == filter.Year, cancellation) is not { } round)
        {
            return null;
        }

        var own = RegistrationSteps.IsOfTheOffice(reader) ? null : reader.Unit;
        var rows = await db.Registrations.Where(row => row.Year == filter.Year && (own == null || row.Unit == own)).ToListAsync(cancellation);
        var today = SiteTime.Today(clock);
        return new RegistrationList(
            round,
            [
                .. rows.Where(row => (filter.Unit is null || row.Unit == filter.Unit) && (filter.Kind is null || row.Kind == filter.Kind) && (filter.State is null || row.State == filter.State))
                    .Select(row => Row(row, book)).OrderBy(row => Place(book, row.Unit)).ThenBy(static row => row.Kind).ThenBy(static row => row.Name),
            ],
            [.. round.Units.Where(slug => own is null || slug == own).Select(slug => Unit(slug, round, rows, book, today)).OrderBy(unit => Place(book, unit.Slug))],
            rows.GroupBy(static row => row.State).ToDictionary(static group => group.Key, static group => group.Count()),
            today > round.Deadline);
    }

    /// <summary>Null when there is none, or it is none of this person's business.</summary>
    public async Task<RegistrationWhole?> FindAsync(Guid id, Actor reader, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        if (await db.Registrations.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row || RegistrationSteps.WhyNotKeep(reader, row.Unit) is not null)
        {
            return null;
        }

        var round = await db.RegistrationRounds.SingleAsync(round => round.Year == row.Year, cancellation);
        var subject = RegistrationDesk.SubjectOf(id);
        var log = await db.Changes.Where(change => change.Subject == subject).OrderBy(static change => change.Position).ToListAsync(cancellation);
        var names = await ActorNames.OfAsync(db, log.Select(static change => change.Actor), cancellation);
        return new RegistrationWhole(row, round, book.NameOf(Taxonomies.Unit, row.Unit), [.. log.Select(change => (change.At, names.Of(change.Actor), change.Note ?? ""))]);
    }

    /// <summary>What a subject strove for, newest year first; of the reader's own business only.</summary>
    public async Task<IReadOnlyList<(int Year, RegistrationRow Row)>> OfSubjectAsync(SubjectId subject, Actor reader, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var rows = await db.Registrations.Where(row => row.SubjectId == subject).OrderByDescending(static row => row.Year).ToListAsync(cancellation);
        return [.. rows.Where(row => RegistrationSteps.WhyNotKeep(reader, row.Unit) is null).Select(row => (row.Year, Row(row, book)))];
    }

    /// <summary>The dossier's name for the field that chose it; empty when there is none.</summary>
    public async Task<string> NameOfAsync(SubjectId? subject, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return subject is not { } id ? "" : await db.Subjects.Where(row => row.Id == id).Select(static row => row.Name).SingleOrDefaultAsync(cancellation) ?? "";
    }

    internal static RegistrationUnit Unit(string slug, RegistrationRound round, IReadOnlyList<StrivingRegistration> rows, SiteBook book, DateOnly today)
    {
        var own = rows.Where(row => row.Unit == slug).ToList();
        var drafts = own.Count(static row => row.State is RegistrationState.Open or RegistrationState.Returned);
        return new RegistrationUnit(slug, book.NameOf(Taxonomies.Unit, slug), own.Count - drafts, drafts, today > round.Deadline && own.Count == drafts);
    }

    private static RegistrationRow Row(StrivingRegistration row, SiteBook book) => new(
        row.Id, row.Unit, book.NameOf(Taxonomies.Unit, row.Unit), book.NameOf(Taxonomies.SubjectKind, row.Kind), row.Name, book.NameOf(Taxonomies.CommendationForm, row.Target), row.State, row.StateAt,
        row.Sheet.Criteria.Count(static criterion => criterion.Result == CriterionResult.Met), RegistrationChecks.CriteriaOf(row.Kind, book).Count());

    private static int Place(SiteBook book, string unit) => book.Unit(unit) is { } known ? book.Units.IndexOf(known) : int.MaxValue;
}
