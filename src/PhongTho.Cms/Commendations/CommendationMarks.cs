using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Commendations;

/// <summary>
/// What pages, lists and filters say of an item because of the register. The register alone is asked, so that a revoked decision leaves
/// every badge at once (rule R6).
/// </summary>
internal static class CommendationMarks
{
    private static readonly string[] owned = [Taxonomies.CommendationForm, Taxonomies.Occasion];

    /// <summary>Forms and occasions that an item carries now.</summary>
    public static async Task<IReadOnlyList<(string Taxonomy, string Slug)>> TermsAsync(CmsDb db, ItemId item, CancellationToken cancellation)
    {
        var rows = await InForce(db).Where(row => row.ItemId == item).Select(static row => new { row.Form, row.Occasion }).ToListAsync(cancellation);
        return
        [
            .. rows.Select(static row => (Taxonomies.CommendationForm, row.Form)),
            .. rows.Where(static row => row.Occasion is not null).Select(static row => (Taxonomies.Occasion, row.Occasion!)),
        ];
    }

    /// <summary>Brings the terms of live items up to the register, inside a work that changed it.</summary>
    public static async Task RefreshAsync(Work work, IEnumerable<ItemId?> items, CancellationToken cancellation)
    {
        await work.Db.SaveChangesAsync(cancellation);
        ItemId[] ids = [.. items.OfType<ItemId>().Distinct()];
        foreach (var item in await work.Db.Items.Include(static item => item.Terms).Where(item => ids.Contains(item.Id) && item.LiveRevisionId != null).ToListAsync(cancellation))
        {
            var wanted = (await TermsAsync(work.Db, item.Id, cancellation)).ToHashSet();
            item.Terms.RemoveAll(term => owned.Contains(term.Taxonomy) && !wanted.Contains((term.Taxonomy, term.Slug)));
            wanted.ExceptWith(item.Terms.Select(static term => (term.Taxonomy, term.Slug)));
            item.Terms.AddRange(wanted.Select(term => new ItemTerm { ItemId = item.Id, Taxonomy = term.Taxonomy, Slug = term.Slug }));
        }
    }

    /// <summary>What is printed beside each of the items: what holds, and what was revoked.</summary>
    public static async Task<ILookup<ItemId, CommendationLine>> LinesAsync(CmsDb db, SiteBook book, IReadOnlyCollection<ItemId> items, CancellationToken cancellation)
    {
        ItemId?[] ids = [.. items.Select(static id => (ItemId?)id)];
        CommendationState[] states = [.. CommendationSteps.Public];
        var rows = await db.Commendations.Where(row => ids.Contains(row.ItemId) && states.Contains(row.State))
            .OrderByDescending(static row => row.ListedOn).ThenBy(static row => row.Code).ToListAsync(cancellation);
        ItemId[] papers = [.. rows.Select(static row => row.RevokingItemId).OfType<ItemId>()];
        var paths = papers.Length == 0 ? [] : await db.ReadableItems().Where(item => papers.Contains(item.Id)).ToDictionaryAsync(static item => item.Id, static item => "/" + item.Path, cancellation);
        return rows.ToLookup(static row => row.ItemId!.Value, row => Line(book, row, row.RevokingItemId is { } paper ? paths.GetValueOrDefault(paper) : null));
    }

    /// <summary>Words and numbers that find an item by what it was commended for.</summary>
    public static IReadOnlyList<CommendationWords> Words(CmsDb db, IReadOnlyCollection<ItemId> items)
    {
        ItemId?[] ids = [.. items.Select(static id => (ItemId?)id)];
        return [.. InForce(db).Where(row => ids.Contains(row.ItemId)).ToList().Select(static row => new CommendationWords(row.ItemId!.Value, row.Decision, $"{row.Achievement}\n{row.Authority}"))];
    }

    private static IQueryable<Commendation> InForce(CmsDb db)
    {
        CommendationState[] states = [.. CommendationSteps.InForce];
        return db.Commendations.Where(row => states.Contains(row.State));
    }

    private static CommendationLine Line(SiteBook book, Commendation row, string? revokingPath) => new()
    {
        Form = book.Link(Taxonomies.CommendationForm, row.Form),
        Occasion = row.Occasion is { } occasion ? book.Link(Taxonomies.Occasion, occasion) : null,
        Achievement = row.Achievement,
        Decision = row.Decision,
        DecidedOn = row.DecidedOn,
        Authority = row.Authority,
        RevokedBy = row.RevokedBy,
        RevokedOn = row.RevokedOn,
        RevokingPath = revokingPath,
        IsRevoked = row.State == CommendationState.Revoked,
        DaysToDecision = CommendationClock.IsEmergent(row) ? CommendationClock.DaysToDecision(row) : null,
    };
}

/// <summary>What search keeps of a commendation.</summary>
internal sealed record CommendationWords(ItemId Item, string Number, string Text);
