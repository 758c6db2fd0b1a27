using System.Globalization;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Fields;

/// <summary>Terms that go together in a list of choices.</summary>
public sealed record TermGroup(string Label, IReadOnlyList<FoundChoice> Terms);

/// <summary>The terms a field offers, in the order of their vocabulary; places by the time they were called so.</summary>
public static class TermChoices
{
    public static IReadOnlyList<TermGroup> Of(FieldView view)
    {
        var (book, taxonomy) = (view.Form.Book, view.Field.Taxonomy!);
        var groups = taxonomy is Taxonomies.Unit or Taxonomies.Issuer
            ? Units(book, taxonomy, view.Form.Day)
            : [.. (book.TermsByTaxonomy.TryGetValue(taxonomy, out var terms) ? terms : []).GroupBy(static term => term.Group ?? "", StringComparer.Ordinal)
                .Select(group => new TermGroup(GroupName(book, group.Key), [.. group.Select(static term => new FoundChoice(term.Slug, term.Name, term.Detail ?? ""))]))];

        // What stands in the field stays choosable, whatever became of the vocabulary.
        FoundChoice[] strange = [.. view.Form.Values.All(view.Name).Where(slug => slug.Length > 0 && !groups.SelectMany(static group => group.Terms).Any(term => term.Value == slug))
            .Distinct(StringComparer.Ordinal).Select(static slug => new FoundChoice(slug, slug))];
        return strange.Length == 0 ? groups : [.. groups, new TermGroup("Không còn trong danh mục", strange)];
    }

    /// <summary>A group is named after the subject kind it belongs to, when it is one.</summary>
    private static string GroupName(SiteBook book, string group) => book.Term(Taxonomies.SubjectKind, group)?.Name ?? group;

    private static List<TermGroup> Units(SiteBook book, string taxonomy, DateOnly day) =>
    [
        .. book.Units.GroupBy(static unit => (unit.IsCommuneLevel, unit.ValidFrom, unit.ValidTo))
            .OrderBy(group => group.Key.IsCommuneLevel == (taxonomy == Taxonomies.Unit) ? 0 : 1)
            .ThenBy(group => group.First().IsValidOn(day) ? 0 : 1).ThenByDescending(static group => group.Key.ValidTo ?? DateOnly.MaxValue)
            .Select(static group => new TermGroup(
                NameOf(group.Key.IsCommuneLevel, group.Key.ValidFrom, group.Key.ValidTo),
                [.. group.OrderBy(static unit => unit.Name, StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.None)).Select(static unit => new FoundChoice(unit.Slug, unit.FullName))])),
    ];

    private static string NameOf(bool isCommune, DateOnly? from, DateOnly? to)
    {
        var what = isCommune ? "Xã, phường, thị trấn" : "Tỉnh, huyện, cơ quan";
        return (from, to) switch
        {
            ({ } start, { } end) => $"{what} từ {Day(start)} đến {Day(end)}",
            ({ } start, null) => $"{what} từ {Day(start)}",
            (null, { } end) => $"{what} đến {Day(end)}",
            _ => what,
        };
    }

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
