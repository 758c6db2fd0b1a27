using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Taxonomy;

/// <summary>A place that carries a term.</summary>
/// <param name="Item">Null when it is a section of the site.</param>
/// <param name="IsDraft">Only the draft carries it.</param>
public sealed record TermUse(ItemId? Item, string Title, bool IsDraft);

/// <summary>Who carries a term: what is or was live, what is being written, conditions of sections.</summary>
internal static class TermUses
{
    private const int MostNamed = 5;

    public static async Task<IReadOnlyList<TermUse>> OfAsync(CmsDb db, string taxonomy, string slug, CancellationToken cancellation)
    {
        var items = await ItemsAsync(db, taxonomy, slug, cancellation);
        var live = await db.ItemTerms.Where(term => term.Taxonomy == taxonomy && term.Slug == slug).Select(static term => term.ItemId).ToListAsync(cancellation);
        var sections = await SectionEditing.ReadAsync(db, cancellation);
        return
        [
            .. items.Select(item => new TermUse(item.Id, item.DraftTitle.Length > 0 ? item.DraftTitle : item.Title, !live.Contains(item.Id))).OrderBy(static use => use.IsDraft).ThenBy(static use => use.Title, StringComparer.Ordinal),
            .. sections.Where(section => section.Conditions.TryGetValue(taxonomy, out var slugs) && slugs.Contains(slug)).Select(static section => new TermUse(null, $"chuyên trang {section.Name}", false)),
        ];
    }

    /// <summary>Items that carry the term in what is live or in their draft, not tracked.</summary>
    public static async Task<IReadOnlyList<ContentItem>> ItemsAsync(CmsDb db, string taxonomy, string slug, CancellationToken cancellation)
    {
        var live = await db.Items.AsNoTracking().Where(item => item.Terms.Any(term => term.Taxonomy == taxonomy && term.Slug == slug)).ToListAsync(cancellation);

        // Terms are drawn when an item goes live; a draft holds the slug in its text, and a free tag as it was typed.
        var text = '"' + slug + '"';
        var drafts = await db.Items.AsNoTracking()
            .Join(db.Revisions, item => item.DraftRevisionId, revision => revision.Id, (item, revision) => new { Item = item, revision.Body })
            .Where(row => taxonomy == Taxonomies.Tag || row.Body.Contains(text)).ToListAsync(cancellation);
        var known = live.Select(static item => item.Id).ToHashSet();
        return
        [
            .. live,
            .. drafts.Where(row => !known.Contains(row.Item.Id) && Carries(ContentTypes.Get(row.Item.Type).Read(row.Body), taxonomy, slug)).Select(static row => row.Item),
        ];
    }

    /// <summary>Tells the index, which follows items, that those which carry the term are found by another name now.</summary>
    public static async Task TouchAsync(Work work, ChangeVerb verb, IReadOnlyList<string> taxonomies, string slug, CancellationToken cancellation)
    {
        var ids = await work.Db.ItemTerms.Where(term => taxonomies.Contains(term.Taxonomy) && term.Slug == slug).Select(static term => term.ItemId).Distinct().ToListAsync(cancellation);
        ids.ForEach(id => work.Record(verb, id));
    }

    /// <summary>Why something with these uses cannot be deleted; null when it can.</summary>
    public static Refusal? WhyNotDelete(string name, IReadOnlyList<TermUse> uses)
    {
        if (uses.Count == 0)
        {
            return null;
        }

        var named = string.Join("; ", uses.Take(MostNamed).Select(static use => "«" + use.Title + "»" + (use.IsDraft ? " (bản nháp)" : "")));
        var more = uses.Count > MostNamed ? $" và {uses.Count - MostNamed} nơi khác" : "";
        return new Refusal("used", $"Chưa xóa được «{name}» vì đang dùng ở {named}{more}.");
    }

    private static bool Carries(ContentBody body, string taxonomy, string slug) =>
        BodyReading.Terms(body).Any(term => term.Taxonomy == taxonomy && (taxonomy == Taxonomies.Tag ? Slug.Of(term.Value) : term.Value) == slug);
}
