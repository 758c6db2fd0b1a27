using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>Says when another paper in the library, public or still a draft, has the same number of the same year and issuer (rule R9).</summary>
internal static class SameNumber
{
    public static async Task<IReadOnlyList<Problem>> CheckAsync(CmsDb db, SiteBook book, ContentItem item, ContentBody body, CancellationToken cancellation) =>
        body.PaperNumber is { } number ? await CheckAsync(db, book, item.Type, number, [item.Id], cancellation) : [];

    /// <param name="but">Items that do not count: the paper itself, and what is about to be written anew.</param>
    public static async Task<IReadOnlyList<Problem>> CheckAsync(
        CmsDb db, SiteBook book, string type, PaperNumber number, HashSet<ItemId> but, CancellationToken cancellation)
    {
        var taken = await LiveAsync(db, type, number, but, cancellation) ?? (await IsDraftedAsync(db, type, number, but, cancellation) ? "bản nháp" : null);
        return taken is null ? [] : [Problem(number, book, taken)];
    }

    public static Problem Problem(PaperNumber number, SiteBook book, string where)
    {
        var issuer = number.Issuer is { } slug ? " của " + book.NameOf(Taxonomies.Issuer, slug) : "";
        return new Problem(PaperNumber.Field, string.Create(CultureInfo.InvariantCulture, $"Đã có văn bản số {number} năm {number.Year}{issuer} ({where})."));
    }

    // The day of a paper stands in its list column, so only papers of that year are opened. The calendar of a mistyped year has an end on both sides.
    private static async Task<string?> LiveAsync(CmsDb db, string type, PaperNumber number, HashSet<ItemId> but, CancellationToken cancellation)
    {
        var (from, to) = (SiteTime.StartOf(new DateOnly(Math.Max(number.Year, 2), 1, 1)), SiteTime.StartOf(new DateOnly(number.Year, 12, 31)).AddDays(1));
        var rows = await Counted(db, type).Where(item => item.ListedAt >= from && item.ListedAt < to)
            .Join(db.Revisions, item => item.LiveRevisionId, revision => revision.Id, (item, revision) => new { item.Id, item.Path, revision.Body })
            .ToListAsync(cancellation);
        return rows.Find(row => !but.Contains(row.Id) && IsSame(type, row.Body, number)) is { } found ? "/" + found.Path : null;
    }

    private static async Task<bool> IsDraftedAsync(CmsDb db, string type, PaperNumber number, HashSet<ItemId> but, CancellationToken cancellation)
    {
        var rows = await Counted(db, type)
            .Join(db.Revisions, item => item.DraftRevisionId, revision => revision.Id, (item, revision) => new { item.Id, revision.Body })
            .ToListAsync(cancellation);
        return rows.Exists(row => !but.Contains(row.Id) && IsSame(type, row.Body, number));
    }

    // What was taken back makes room for the right paper under the same number.
    private static IQueryable<ContentItem> Counted(CmsDb db, string type) =>
        db.Items.Where(item => item.Type == type && item.TrashedAt == null && item.Standing != Standing.Retracted && item.Standing != Standing.Withdrawn);

    private static bool IsSame(string type, string body, PaperNumber number) => ContentTypes.Get(type).Read(body).PaperNumber == number;
}
