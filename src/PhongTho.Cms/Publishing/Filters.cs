using System.Globalization;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>Turns counts into choices: names, order, addresses, small print.</summary>
internal sealed class Filters(SiteBook book, DateOnly today)
{
    /// <param name="url">Address of the list with this choice of the taxonomy; null undoes the choice.</param>
    public FilterGroup Group(string taxonomy, IEnumerable<(string Slug, int Count)> counts, string? selected, Func<string?, string> url)
    {
        var counted = counts.ToDictionary(row => row.Slug, row => row.Count, StringComparer.Ordinal);
        var options = taxonomy switch
        {
            Taxonomies.Unit => Units(counted),
            Taxonomies.Year => counted.OrderByDescending(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, row.Key, row.Value, (string?)null)),
            _ => InOrder(taxonomy, counted),
        };
        return new FilterGroup(taxonomy, Label(taxonomy), [.. options.Select(option => Option(option, selected, url))]);
    }

    private string Label(string taxonomy) => taxonomy switch
    {
        Taxonomies.Unit => "Địa phương",
        Taxonomies.Year => "Năm",
        Taxonomies.Issuer => "Cơ quan ban hành",
        _ => book.TaxonomyLabels.GetValueOrDefault(taxonomy, taxonomy),
    };

    /// <summary>Today's units first, each with all it was made of; then the former ones by their own names.</summary>
    private IEnumerable<(string Slug, string Name, int Count, string? Note)> Units(Dictionary<string, int> counted) =>
        book.CountsByPlace(counted).OrderBy(row => row.Unit.IsValidOn(today) ? 0 : 1)
            .Select(row => (row.Unit.Slug, row.Unit.FullName, row.Count, Note(row.Unit)));

    private string? Note(UnitEntry unit) => unit.IsValidOn(today) || unit.ValidTo is not { } end
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"đến {end:dd/MM/yyyy}");

    private IEnumerable<(string Slug, string Name, int Count, string? Note)> InOrder(string taxonomy, Dictionary<string, int> counted)
    {
        var known = book.TermsByTaxonomy.GetValueOrDefault(taxonomy, []).Select(term => term.Slug).Where(counted.ContainsKey).ToList();
        var others = counted.Keys.Except(known).OrderBy(slug => book.NameOf(taxonomy, slug), StringComparer.Create(new CultureInfo("vi-VN"), ignoreCase: true));
        return known.Concat(others).Select(slug => (slug, book.NameOf(taxonomy, slug), counted[slug], (string?)null));
    }

    private static FilterOption Option((string Slug, string Name, int Count, string? Note) option, string? selected, Func<string?, string> url)
    {
        var isSelected = option.Slug == selected;
        return new FilterOption(option.Slug, option.Name, option.Count, url(isSelected ? null : option.Slug), isSelected, option.Note);
    }
}
