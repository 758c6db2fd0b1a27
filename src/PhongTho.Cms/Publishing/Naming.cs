using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>Turns slugs into what readers read: names, and addresses of the lists behind them.</summary>
internal static class Naming
{
    public static TermLink Link(this SiteBook book, string taxonomy, string slug)
    {
        var entry = book.Term(taxonomy, slug);
        return new TermLink(taxonomy, slug, book.NameOf(taxonomy, slug), ListOf(book, taxonomy, slug))
        {
            ShortName = entry?.ShortName ?? book.NameOf(taxonomy, slug),
            Group = entry?.Group,
        };
    }

    public static Place? Place(this SiteBook book, string? slug, DateOnly today)
    {
        if (book.Unit(slug) is not { } unit)
        {
            return null;
        }

        var holder = unit.IsValidOn(today) ? null : book.Today(unit.Slug, today);
        return new Place(unit.Slug, unit.Name, unit.FullName, holder?.FullName, !unit.IsValidOn(today), "/dia-phuong/" + unit.Slug)
        {
            NowFrom = holder?.ValidFrom,
            Until = unit.IsValidOn(today) ? null : unit.ValidTo,
        };
    }

    /// <summary>The section made for exactly this term, else the first list that can be filtered by it, else search.</summary>
    private static string? ListOf(SiteBook book, string taxonomy, string slug)
    {
        if (taxonomy is Taxonomies.Unit)
        {
            return "/dia-phuong/" + slug;
        }

        if (taxonomy is Taxonomies.Tag)
        {
            return $"/tim-kiem?{Taxonomies.Tag}={slug}";
        }

        var own = book.Sections.FirstOrDefault(section => section.Conditions.Count == 1
            && section.Conditions.TryGetValue(taxonomy, out var slugs) && slugs.Count == 1 && slugs[0] == slug);
        if (own is not null)
        {
            return "/" + own.Path;
        }

        var list = book.Sections.FirstOrDefault(section => section.Conditions.Count == 0 && section.Filters.Contains(taxonomy));
        return list is null ? null : $"/{list.Path}?{taxonomy}={slug}";
    }
}
