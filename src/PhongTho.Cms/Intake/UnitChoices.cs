using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Intake;

/// <summary>A commune to choose, with the hint by which people know it.</summary>
public sealed record UnitChoice(string Slug, string Label);

/// <summary>Today's communes with what they were made of, and the old names with where they belong today.</summary>
public sealed record UnitChoices(IReadOnlyList<UnitChoice> Today, IReadOnlyList<UnitChoice> Former)
{
    /// <summary>Chosen in place of a commune by who does not know it.</summary>
    public const string Unknown = "khong-ro";

    public static UnitChoices Of(SiteBook book, DateOnly today)
    {
        var communes = book.Units.Where(unit => unit.IsCommuneLevel && unit.IsValidOn(today)).ToList();
        return new UnitChoices(
            [.. communes.Select(unit => new UnitChoice(unit.Slug, unit.FullName + Hint(unit)))],
            [.. communes.SelectMany(unit => Older(unit).Select(older => new UnitChoice(older.Slug, $"{older.FullName} cũ (nay là {Inside(unit.FullName)})")))]);

        IEnumerable<UnitEntry> Older(UnitEntry unit) => book.Predecessors(unit.Slug).Where(static older => older.IsCommuneLevel);
        string Hint(UnitEntry unit) => Older(unit).Select(static older => older.Name).ToList() is { Count: > 0 } names ? $" (gồm {string.Join(", ", names)} cũ)" : "";
        static string Inside(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }
}
