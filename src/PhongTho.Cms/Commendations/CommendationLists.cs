using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Commendations;

/// <summary>What the office asks of the register.</summary>
public sealed record CommendationQuery
{
    public const int PageSize = 50;

    /// <summary>A part of the name, the number or the code.</summary>
    public string? Words { get; init; }

    /// <summary>Empty for all.</summary>
    public IReadOnlyList<CommendationState> States { get; init; } = [];

    public string? Form { get; init; }

    public string? Occasion { get; init; }

    public string? Kind { get; init; }

    /// <summary>A unit stands for all it was made of.</summary>
    public string? Unit { get; init; }

    public int? Year { get; init; }

    public ItemId? Item { get; init; }

    public SubjectId? Subject { get; init; }

    /// <summary>Of one achievement (rule R4).</summary>
    public string? Achievement { get; init; }

    /// <summary>Code of the last row seen.</summary>
    public string? After { get; init; }
}

/// <summary>A row in the office's list.</summary>
/// <param name="Days">Of an emergent case: from the deed to its decision, or to today while there is none.</param>
/// <param name="IsLate">Those days are more than the setting allows.</param>
/// <param name="IsTwice">Another row tells of the same achievement.</param>
public sealed record CommendationListRow(Commendation Row, string Form, string? Occasion, string Kind, Place? Place, int? Days, bool IsLate, bool IsTwice);

/// <param name="Counts">How many stand where, whatever was filtered by state.</param>
public sealed record CommendationList(IReadOnlyList<CommendationListRow> Rows, string? Next, int Total, IReadOnlyDictionary<CommendationState, int> Counts);

/// <summary>The register as the newsroom reads it: everybody may look, a contributor at what concerns her unit.</summary>
public sealed class CommendationLists(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    /// <summary>Null when the cursor names a row that is gone.</summary>
    public async Task<CommendationList?> ListAsync(CommendationQuery query, Actor reader, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        var asked = Asked(db, book, query, reader);
        var counts = await asked.GroupBy(static row => row.State).Select(static group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(static group => group.Key, static group => group.Count, cancellation);
        CommendationState[] states = [.. query.States];
        var rows = states.Length == 0 ? asked : asked.Where(row => states.Contains(row.State));
        var total = await rows.CountAsync(cancellation);
        if (query.After is { Length: > 0 } code)
        {
            if (await db.Commendations.SingleOrDefaultAsync(row => row.Code == code, cancellation) is not { } last)
            {
                return null;
            }

            var day = last.ListedOn;
#pragma warning disable CA1309 // Translated to SQL, where the database's own order must decide.
            rows = rows.Where(row => row.ListedOn < day || (row.ListedOn == day && string.Compare(row.Code, code) > 0));
#pragma warning restore CA1309
        }

        var page = await rows.OrderByDescending(static row => row.ListedOn).ThenBy(static row => row.Code).Take(CommendationQuery.PageSize + 1).ToListAsync(cancellation);
        var shown = page.Take(CommendationQuery.PageSize).ToList();
        return new CommendationList(await FillAsync(db, book, shown, cancellation), page.Count > shown.Count ? shown[^1].Code : null, total, counts);
    }

    /// <summary>Every row that was asked for, for a file.</summary>
    public async Task<IReadOnlyList<CommendationListRow>> AllAsync(CommendationQuery query, Actor reader, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var db = database.Open();
        CommendationState[] states = [.. query.States];
        var rows = Asked(db, book, query, reader).Where(row => states.Length == 0 || states.Contains(row.State));
        return await FillAsync(db, book, await rows.OrderByDescending(static row => row.ListedOn).ThenBy(static row => row.Code).ToListAsync(cancellation), cancellation);
    }

    private static IQueryable<Commendation> Asked(CmsDb db, SiteBook book, CommendationQuery query, Actor reader)
    {
        var rows = Readable(db, book, reader);
        var (form, occasion, kind, item, achievement) = (Some(query.Form), Some(query.Occasion), Some(query.Kind), query.Item, Some(query.Achievement));
        rows = form is null ? rows : rows.Where(row => row.Form == form);
        rows = occasion is null ? rows : rows.Where(row => row.Occasion == occasion);
        rows = kind is null ? rows : rows.Where(row => row.SubjectKind == kind);
        rows = item is null ? rows : rows.Where(row => row.ItemId == item);
        rows = query.Subject is not { } subject ? rows : rows.Where(row => row.SubjectId == subject);
        rows = achievement is null ? rows : rows.Where(row => row.AchievementKey == achievement);
        if (Some(query.Unit) is { } unit)
        {
            string[] units = [.. book.WithPredecessors(unit)];
            rows = rows.Where(row => row.Unit != null && units.Contains(row.Unit));
        }

        if (query.Year is > 0 and < 9999 and var year)
        {
            var (from, to) = (new DateOnly(year, 1, 1), new DateOnly(year + 1, 1, 1));
            rows = rows.Where(row => row.ListedOn >= from && row.ListedOn < to);
        }

        if (Some(query.Words) is { } words)
        {
            rows = rows.Where(row => row.SubjectName.Contains(words) || row.DecisionNumber == words || row.Code == words || row.DecisionNumber + "/" + row.DecisionSymbol == words);
        }

        return rows;
    }

    internal static IQueryable<Commendation> Readable(CmsDb db, SiteBook book, Actor reader)
    {
        if (CommendationSteps.MayReadAll(reader))
        {
            return db.Commendations;
        }

        string[] units = reader.Unit is { } own ? [.. book.WithPredecessors(own)] : [];
        return db.Commendations.Where(row => row.Unit != null && units.Contains(row.Unit));
    }

    private async Task<IReadOnlyList<CommendationListRow>> FillAsync(CmsDb db, SiteBook book, IReadOnlyList<Commendation> rows, CancellationToken cancellation)
    {
        var today = SiteTime.Today(clock);
        string[] keys = [.. rows.Select(static row => row.AchievementKey).Distinct()];
        var shared = (await db.Commendations.Where(row => keys.Contains(row.AchievementKey) && row.State != CommendationState.Refused && row.State != CommendationState.Revoked)
            .GroupBy(static row => row.AchievementKey).Where(static group => group.Count() > 1).Select(static group => group.Key).ToListAsync(cancellation)).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Select(row => Fill(row, book, today, shared))];
    }

    internal static CommendationListRow Fill(Commendation row, SiteBook book, DateOnly today, HashSet<string> shared)
    {
        var isRunning = row.DecidedOn is null && row.State is not (CommendationState.Refused or CommendationState.Revoked);
        var days = !CommendationClock.IsEmergent(row) ? null
            : isRunning ? CommendationClock.Days(CommendationClock.Whole(row.EventOn), today)
            : CommendationClock.DaysToDecision(row);
        return new CommendationListRow(
            row,
            book.Term(Taxonomies.CommendationForm, row.Form)?.ShortName ?? book.NameOf(Taxonomies.CommendationForm, row.Form),
            row.Occasion is { } occasion ? book.Term(Taxonomies.Occasion, occasion)?.ShortName ?? book.NameOf(Taxonomies.Occasion, occasion) : null,
            book.NameOf(Taxonomies.SubjectKind, row.SubjectKind),
            book.Place(row.Unit, today),
            days,
            days > book.CommendationRules.EmergentDays,
            shared.Contains(row.AchievementKey));
    }

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
