using PhongTho.Cms.Sites;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Publishing;

/// <summary>
/// Places by name. Every official spelling finds its place, and only its place: names that merely sound alike (Pa Vây Sử here, Pa Vệ Sủ in Mường Tè)
/// are never guessed at, and places of one name (three Phong Thổ, two Sin Suối Hồ) are all shown, each with its own dates.
/// </summary>
internal static class PlaceNames
{
    public static IEnumerable<UnitEntry> Find(SiteBook book, string words)
    {
        var sought = Plain(words);
        return sought.Length == 0 ? [] : book.Units.Where(unit => unit.IsCommuneLevel && Names(unit).Any(name => $" {name} ".Contains($" {sought} ", StringComparison.Ordinal)));
    }

    /// <summary>Other units, of any day and level, that are called the same.</summary>
    public static IEnumerable<UnitEntry> Namesakes(SiteBook book, UnitEntry unit)
    {
        var name = Plain(unit.Name);
        return book.Units.Where(other => other.Slug != unit.Slug && other.Kind.Length > 0 && Plain(other.Name) == name);
    }

    private static IEnumerable<string> Names(UnitEntry unit) => unit.Spellings.Append(unit.FullName).Append(unit.Name).Select(Plain);

    private static string Plain(string name) =>
        string.Join(' ', new string([.. Folding.Fold(name).Select(static letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
