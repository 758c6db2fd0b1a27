using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Nominations;

/// <summary>Something that may tell of the same subject.</summary>
/// <param name="Key">Code of a nomination, or id of an item: what marking as duplicate takes.</param>
/// <param name="Address">Where a colleague looks at it.</param>
/// <param name="IsSamePlace">Name and commune are the same; else only the name.</param>
public sealed record DuplicateHint(string Key, string Title, string Place, string Address, bool IsSamePlace);

/// <summary>Finds what was told before by folded name and commune: against nominations and against what readers see. It hints; people decide.</summary>
internal sealed class DuplicateHints
{
    private readonly List<(string Key, string Plain, string? Unit, string Title, string Address, string Place)> known;

    private DuplicateHints(List<(string Key, string Plain, string? Unit, string Title, string Address, string Place)> known) => this.known = known;

    public static async Task<DuplicateHints> ReadAsync(CmsDb db, SiteBook book, DateOnly today, CancellationToken cancellation)
    {
        var nominations = await db.Nominations.Where(static row => row.State != NominationState.Duplicate && row.State != NominationState.Rejected)
            .Select(static row => new { row.Code, row.Name, row.PlainName, row.Unit }).ToListAsync(cancellation);
        var key = NominationArticle.Type.Key;
        var items = await db.LiveItems().Where(item => item.Type == key)
            .Select(static item => new { item.Id, item.Path, item.Title, item.Card, Unit = item.Terms.Where(static term => term.Taxonomy == Taxonomies.Unit).Select(static term => term.Slug).FirstOrDefault() })
            .ToListAsync(cancellation);
        return new DuplicateHints(
        [
            .. nominations.Select(row => (row.Code, row.PlainName, row.Unit, $"{row.Name} (lời giới thiệu {row.Code})", "/manager/nominations/" + row.Code, Named(row.Unit))),
            .. items.Select(row => (row.Id.ToString(), PlainNames.Of(row.Card.Subject ?? row.Title), Now(row.Unit), $"{row.Title} (bài đã đăng)", "/" + row.Path, Named(row.Unit))),
        ]);

        string? Now(string? unit) => unit is null ? null : book.Today(unit, today)?.Slug ?? unit;
        string Named(string? unit) => unit is null ? "" : book.NameOf(Taxonomies.Unit, unit);
    }

    /// <summary>What may be the same, the surest first.</summary>
    public IReadOnlyList<DuplicateHint> Of(Nomination nomination) =>
    [
        .. known.Where(row => row.Key != nomination.Code && row.Key != nomination.ItemId?.ToString() && PlainNames.AreAlike(row.Plain, nomination.PlainName))
            .Select(row => new DuplicateHint(row.Key, row.Title, row.Place, row.Address, row.Unit is not null && row.Unit == nomination.Unit))
            .OrderByDescending(static hint => hint.IsSamePlace),
    ];
}
