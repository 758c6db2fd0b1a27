using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Contributions;

/// <summary>A line as the newsroom reads it.</summary>
public sealed record LedgerRow(Contribution Line, string Giver, string Place, string Kind, string RecordedBy, string? VerifiedBy);

/// <summary>A page of the ledger.</summary>
/// <param name="Next">Id of its last line, when it goes on.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerRow> Rows, int Waiting, Guid? Next);

/// <summary>What the newsroom reads of the ledger.</summary>
public sealed class ContributionBook(CmsDatabase database, SiteBooks books)
{
    private const int PageSize = 50;

    /// <param name="isWaiting">What nobody has checked yet, oldest first; else what was checked, newest first.</param>
    public async Task<LedgerPage> ListAsync(bool isWaiting, Guid? after, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var lines = db.Contributions.Where(row => row.VerifiedAt == null == isWaiting);
        var shown = isWaiting
            ? lines.Where(row => after == null || row.Id > after).OrderBy(static row => row.Id)
            : lines.Where(row => after == null || row.Id < after).OrderByDescending(static row => row.Id);
        var rows = await RowsAsync(db, shown.Take(PageSize + 1), cancellation);
        var waiting = await db.Contributions.CountAsync(static row => row.VerifiedAt == null, cancellation);
        return new LedgerPage([.. rows.Take(PageSize)], waiting, rows.Count > PageSize ? rows[PageSize - 1].Line.Id : null);
    }

    /// <summary>Everything one subject gave.</summary>
    public async Task<IReadOnlyList<LedgerRow>> OfAsync(SubjectId subject, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return [.. (await RowsAsync(db, db.Contributions.Where(row => row.SubjectId == subject), cancellation)).OrderBy(static row => row.Line.GivenOn ?? default).ThenBy(static row => row.Line.Id)];
    }

    /// <summary>Texts that name the subject, to choose which one tells of the gift.</summary>
    public async Task<IReadOnlyList<(ItemId Id, string Title)>> TextsAsync(SubjectId subject, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var rows = await db.ItemsNaming(subject).OrderBy(static item => item.Title).Select(static item => new { item.Id, item.Title }).ToListAsync(cancellation);
        return [.. rows.Select(static row => (row.Id, row.Title))];
    }

    private async Task<IReadOnlyList<LedgerRow>> RowsAsync(CmsDb db, IQueryable<Contribution> lines, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        var rows = await lines.Include(static row => row.Corrections).ToListAsync(cancellation);
        SubjectId[] givers = [.. rows.Select(static row => row.SubjectId).OfType<SubjectId>().Distinct()];
        var names = await db.Subjects.Where(subject => givers.Contains(subject.Id)).ToDictionaryAsync(static subject => subject.Id, static subject => subject.Name, cancellation);
        var people = await ActorNames.OfAsync(db, rows.SelectMany(static row => new[] { row.RecordedBy, row.VerifiedBy }), cancellation);
        return
        [
            .. rows.Select(row => new LedgerRow(
                row, row.SubjectId is { } giver ? names.GetValueOrDefault(giver, "") : "",
                string.Join(", ", new[] { row.Village, row.Unit is { } unit ? book.NameOf(Taxonomies.Unit, unit) : "" }.Where(static part => part.Length > 0)),
                book.NameOf(Taxonomies.ContributionKind, row.Kind), people.Of(row.RecordedBy), row.VerifiedBy is { } checker ? people.Of(checker) : null)),
        ];
    }
}
