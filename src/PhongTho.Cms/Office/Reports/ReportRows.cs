using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office.Reports;

/// <summary>An item as it is counted, with its terms to count it by.</summary>
internal sealed record CountedItem(ReportRow Row, IReadOnlyDictionary<string, string[]> Terms);

/// <summary>Reads what is counted, and sorts it by a vocabulary.</summary>
internal static class ReportRows
{
    /// <summary>What went live in the period and still is: what was withdrawn is not named again (rule R11).</summary>
    public static async Task<IReadOnlyList<CountedItem>> PublishedAsync(ReportSource source, IReadOnlyList<string> types, CancellationToken cancellation)
    {
        var (from, to) = (source.Period.From, source.Period.To);
        var items = await source.Db.LiveItems().Where(item => types.Contains(item.Type) && item.PublishedAt >= from && item.PublishedAt < to)
            .Include(static item => item.Terms).Include(static item => item.Closed).OrderBy(static item => item.PublishedAt).ThenBy(static item => item.Path).ToListAsync(cancellation);
        return [.. items.Select(item => new CountedItem(Row(item, source.Book), item.Terms.GroupBy(static term => term.Taxonomy).ToDictionary(static group => group.Key, static group => group.Select(static term => term.Slug).ToArray())))];
    }

    /// <summary>A line a term, in the order of the vocabulary; terms nobody carries are left out.</summary>
    public static IEnumerable<ReportLine> By(SiteBook book, string prefix, string taxonomy, IReadOnlyList<CountedItem> items)
    {
        var slugs = items.SelectMany(item => Of(item, taxonomy)).Distinct().ToHashSet(StringComparer.Ordinal);
        var known = taxonomy == Taxonomies.Unit ? book.Units.Select(static unit => unit.Slug) : book.TermsByTaxonomy.TryGetValue(taxonomy, out var terms) ? terms.Select(static term => term.Slug) : [];
        return known.Concat(slugs.Order(StringComparer.Ordinal)).Distinct().Where(slugs.Contains)
            .Select(slug => new ReportLine($"{prefix}.{slug}", book.NameOf(taxonomy, slug), [.. items.Where(item => Of(item, taxonomy).Contains(slug)).Select(static item => item.Row)], IsPart: true));
    }

    /// <summary>Types of content whose items carry a taxonomy: known by their shape, not by their name.</summary>
    public static string[] TypesWith(string taxonomy, bool isRequired = false) =>
        [.. ContentTypes.All.Where(type => type.Shape.Fields.Any(field => field.Taxonomy == taxonomy && (!isRequired || field.IsRequired))).Select(static type => type.Key)];

    private static string[] Of(CountedItem item, string taxonomy) => item.Terms.TryGetValue(taxonomy, out var slugs) ? slugs : [];

    private static ReportRow Row(ContentItem item, SiteBook book) => new(
        item.Title,
        "/" + item.Path,
        item.Terms.Where(static term => term.Taxonomy == Taxonomies.Unit).Select(term => book.NameOf(Taxonomies.Unit, term.Slug)).FirstOrDefault() ?? "",
        item.PublishedAt is { } at ? DateOnly.FromDateTime(SiteTime.Local(at).DateTime) : null)
    {
        OnPaper = item.Closed.Exists(static row => row.Purpose == ConsentPurpose.Print) ? "(không nêu tên trên bản in)" : item.Title,
    };
}
