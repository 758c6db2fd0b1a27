using PhongTho.Cms.Questions;
using PhongTho.Cms.Sites;
using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>Sections and communes whose name goes on as somebody types.</summary>
internal static class SiteSuggestions
{
    private const int Most = 3;

    public static IEnumerable<SearchSuggestion> Of(SiteBook book, string typed)
    {
        var sought = PlainWords.Of(typed.Length > 100 ? typed[..100] : typed);
        if (sought.Length < 2)
        {
            return [];
        }

        var sections = book.Sections.Where(section => Begins(section.Name, sought))
            .Select(section => new SearchSuggestion(section.Name, "section", "/" + section.Path));
        var places = book.Units.Where(unit => unit.IsCommuneLevel && unit.ValidTo is null && (Begins(unit.Name, sought) || Begins(unit.FullName, sought) || unit.Spellings.Any(name => Begins(name, sought))))
            .Select(unit => new SearchSuggestion(unit.FullName, "place", "/dia-phuong/" + unit.Slug));
        return sections.Concat(places).Take(Most);
    }

    private static bool Begins(string name, string sought) => PlainWords.Of(name).StartsWith(sought, StringComparison.Ordinal);
}
