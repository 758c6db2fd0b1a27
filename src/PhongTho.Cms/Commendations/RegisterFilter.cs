using System.Globalization;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Commendations;

/// <summary>Rows of the register and what they can be narrowed by; a unit stands for all it was made of (rule R7).</summary>
internal sealed class RegisterFilter(SiteBook book, IReadOnlyList<RegisterRow> rows)
{
    public IReadOnlyList<RegisterRow> Rows { get; } = rows;

    /// <summary>The rows that meet a section's conditions; <c>*</c> asks for any term at all.</summary>
    public RegisterFilter Where(IReadOnlyDictionary<string, IReadOnlyList<string>> conditions)
    {
        var tests = conditions.Select(condition => condition.Value.Contains("*") ? row => ValueOf(row, condition.Key) is not null : Test(condition.Key, condition.Value)).ToList();
        return new(book, [.. Rows.Where(row => tests.TrueForAll(test => test(row)))]);
    }

    /// <summary>The rows a reader chose; null when she chose what nobody knows.</summary>
    public RegisterFilter? Narrow(IReadOnlyDictionary<string, string> filters)
    {
        if (!filters.All(filter => Knows(filter.Key, filter.Value)))
        {
            return null;
        }

        var tests = filters.Select(filter => Test(filter.Key, [filter.Value])).ToList();
        return new(book, [.. Rows.Where(row => tests.TrueForAll(test => test(row)))]);
    }

    /// <summary>What can be chosen of one taxonomy while the other choices stand.</summary>
    public FilterGroup Group(string taxonomy, IReadOnlyDictionary<string, string> chosen, DateOnly today, Func<IReadOnlyDictionary<string, string>, string> url)
    {
        var others = chosen.Where(filter => filter.Key != taxonomy).ToDictionary(StringComparer.Ordinal);
        var counts = (Narrow(others)?.Rows ?? []).Select(row => ValueOf(row, taxonomy)).OfType<string>().CountBy(static value => value).ToList();
        var selected = chosen.GetValueOrDefault(taxonomy);
        if (taxonomy != Taxonomies.Issuer)
        {
            return new Filters(book, today).Group(taxonomy, counts.Select(static count => (count.Key, count.Value)), selected, Url);
        }

        var names = Rows.GroupBy(static row => row.AuthorityKey).ToDictionary(static group => group.Key, static group => group.First().Authority, StringComparer.Ordinal);
        return new FilterGroup(taxonomy, "Người quyết định",
        [
            .. counts.OrderByDescending(static count => count.Value).ThenBy(static count => count.Key, StringComparer.Ordinal)
                .Select(count => new FilterOption(count.Key, names[count.Key], count.Value, Url(count.Key == selected ? null : count.Key), count.Key == selected)),
        ]);

        string Url(string? slug)
        {
            var filters = new Dictionary<string, string>(others, StringComparer.Ordinal);
            if (slug is not null)
            {
                filters[taxonomy] = slug;
            }

            return url(filters);
        }
    }

    private bool Knows(string taxonomy, string slug) => taxonomy switch
    {
        Taxonomies.Year => slug.Length == 4 && slug.All(char.IsAsciiDigit),
        Taxonomies.Issuer => Rows.Any(row => row.AuthorityKey == slug),
        _ => book.Knows(taxonomy, slug),
    };

    private Predicate<RegisterRow> Test(string taxonomy, IReadOnlyList<string> slugs)
    {
        var wanted = (taxonomy == Taxonomies.Unit ? slugs.SelectMany(book.WithPredecessors) : slugs).ToHashSet(StringComparer.Ordinal);
        return row => ValueOf(row, taxonomy) is { } value && wanted.Contains(value);
    }

    private static string? ValueOf(RegisterRow row, string taxonomy) => taxonomy switch
    {
        Taxonomies.Year => row.ListedOn.Year.ToString("0000", CultureInfo.InvariantCulture),
        Taxonomies.CommendationForm => row.Form,
        Taxonomies.Occasion => row.Occasion,
        Taxonomies.SubjectKind => row.SubjectKind,
        Taxonomies.Unit => row.Unit,
        Taxonomies.Issuer => row.AuthorityKey.Length > 0 ? row.AuthorityKey : null,
        _ => null,
    };
}
