using PhongTho.Cms.Consents;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Indexing;

/// <summary>What results can be narrowed by, besides the taxonomies that items carry.</summary>
public static class SearchFacets
{
    public const string Type = "type";

    /// <summary>Slugs of the movements an item belongs to.</summary>
    public const string Movement = "phong-trao";

    /// <summary>Uses an item is closed to (rule R1).</summary>
    public const string Closed = "closed";

    /// <summary>Counted beside results, in the order shown.</summary>
    public static readonly IReadOnlyList<string> Counted =
        [Type, Taxonomies.SubjectKind, Taxonomies.Field, Taxonomies.Unit, Taxonomies.Year, Movement, Taxonomies.CommendationForm];

    /// <summary>What rules out what is closed to a use; nothing where the use is a page.</summary>
    internal static Dictionary<string, IReadOnlyList<string>> ClosedTo(ConsentPurpose? purpose) =>
        purpose is { } use ? new() { [Closed] = [use.ToString()] } : [];
}
