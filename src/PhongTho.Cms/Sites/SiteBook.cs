using System.Collections.Frozen;
using System.Collections.Immutable;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Model;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Cms.Sites;

/// <summary>
/// Settings, menus, sections, vocabularies and units as they stand at one position of the log. Immutable: it is shared by
/// every request, and nobody who reads it can change it for the next.
/// </summary>
public sealed class SiteBook
{
    private readonly FrozenDictionary<(string, string), TermEntry> terms;
    private readonly FrozenDictionary<string, UnitEntry> units;

    internal SiteBook(long position, SiteSettings settings, Menus menus, Sections sections, IEnumerable<TaxonomyRow> taxonomies, IEnumerable<Term> terms, IEnumerable<Unit> units)
    {
        Position = position;
        Settings = settings;
        Menus = menus;
        Sections = [.. sections.All];
        TaxonomyLabels = taxonomies.OrderBy(row => row.Order).ToDictionary(row => row.Key, row => row.Label).ToFrozenDictionary();
        Units = [.. units.OrderBy(unit => unit.Order).Select(unit => new UnitEntry(unit))];
        this.units = Units.ToFrozenDictionary(unit => unit.Slug);
        var byOrder = terms.OrderBy(term => term.Order).Select(term => new TermEntry(term)).ToImmutableArray();
        this.terms = byOrder.ToFrozenDictionary(term => (term.Taxonomy, term.Slug));
        TermsByTaxonomy = byOrder.GroupBy(term => term.Taxonomy).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    public long Position { get; }

    public SiteSettings Settings { get; }

    public Menus Menus { get; }

    /// <summary>Who may give which form of commendation, from when to when.</summary>
    public CommendationRules CommendationRules { get; internal init; } = new();

    public ImmutableArray<Section> Sections { get; }

    public FrozenDictionary<string, string> TaxonomyLabels { get; }

    public FrozenDictionary<string, ImmutableArray<TermEntry>> TermsByTaxonomy { get; }

    /// <summary>All units and organisations in time.</summary>
    public ImmutableArray<UnitEntry> Units { get; }

    /// <summary>Where places lie on the house's own drawing.</summary>
    public PlaceMap Map { get; internal init; } = new();

    public Section? Section(string path) => Sections.FirstOrDefault(section => section.Path == path);

    public TermEntry? Term(string taxonomy, string slug) => terms.GetValueOrDefault((taxonomy, slug));

    public UnitEntry? Unit(string? slug) => slug is null ? null : units.GetValueOrDefault(slug);

    /// <summary>
    /// True when the taxonomy has this term; units and organisations count as theirs. A vocabulary that has no terms yet
    /// refuses nothing: a portal that started empty can still take stories in.
    /// </summary>
    public bool Knows(string taxonomy, string slug) => taxonomy switch
    {
        Taxonomies.Unit or Taxonomies.Issuer => units.Count == 0 || units.ContainsKey(slug),
        Taxonomies.Tag => true,
        _ => terms.ContainsKey((taxonomy, slug)) || !TermsByTaxonomy.ContainsKey(taxonomy),
    };

    /// <summary>What a value is called, whatever taxonomy it is of; the slug itself when nobody knows it.</summary>
    public string NameOf(string taxonomy, string slug) => taxonomy switch
    {
        Taxonomies.Unit or Taxonomies.Issuer => Unit(slug)?.FullName ?? slug,
        _ => Term(taxonomy, slug)?.Name ?? slug,
    };

    /// <summary>
    /// The unit and all it was made of, back in time: what a list by it must include (rule R7). A commune was made of communes: what was told
    /// of the whole district is not told of each commune that took a part of it.
    /// </summary>
    public IReadOnlyList<string> WithPredecessors(string slug)
    {
        var found = new List<string> { slug };
        var isCommune = Unit(slug) is { IsCommuneLevel: true };
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(Predecessors(found[i]).Where(older => !isCommune || older.IsCommuneLevel).Select(unit => unit.Slug).Where(older => !found.Contains(older)));
        }

        return found;
    }

    /// <summary>How much there is by commune, ward and town, where what their predecessors had counts as theirs (rule R7).</summary>
    /// <param name="counted">How much carries each unit's own slug.</param>
    public IReadOnlyList<(UnitEntry Unit, int Count)> CountsByPlace(IReadOnlyDictionary<string, int> counted) =>
    [
        .. Units.Where(static unit => unit.IsCommuneLevel)
            .Select(unit => (Unit: unit, Count: WithPredecessors(unit.Slug).Sum(slug => counted.GetValueOrDefault(slug)))).Where(static row => row.Count > 0),
    ];

    public IEnumerable<UnitEntry> Predecessors(string slug) => Units.Where(unit => unit.Successors.Contains(slug));

    /// <summary>The unit that holds its ground on that day: itself, or the last of its successors when there is exactly one line of them.</summary>
    public UnitEntry? Today(string slug, DateOnly day)
    {
        var unit = Unit(slug);
        for (var steps = 0; unit is not null && !unit.IsValidOn(day) && unit.Successors.Length == 1 && steps < 10; steps++)
        {
            unit = Unit(unit.Successors[0]);
        }

        return unit is not null && unit.IsValidOn(day) ? unit : null;
    }
}

/// <summary>A term as everyone may read it.</summary>
public sealed record TermEntry(string Taxonomy, string Slug, string Name, string? ShortName, string? Group, string? Detail)
{
    internal TermEntry(Term term)
        : this(term.Taxonomy, term.Slug, term.Name, term.ShortName, term.Group, term.Detail)
    {
    }
}

/// <summary>A unit as everyone may read it.</summary>
public sealed record UnitEntry(
    string Slug, string Name, string Kind, string FullName, string? Code, string? Parent, DateOnly? ValidFrom, DateOnly? ValidTo,
    ImmutableArray<string> Spellings, ImmutableArray<string> Successors)
{
    internal UnitEntry(Unit unit)
        : this(unit.Slug, unit.Name, unit.Kind, unit.FullName, unit.Code, unit.Parent, unit.ValidFrom, unit.ValidTo, [.. unit.Spellings], [.. unit.Successors])
    {
    }

    /// <summary>Communes, wards and towns: the places citizens choose from.</summary>
    public bool IsCommuneLevel => Kind is "Xã" or "Phường" or "Thị trấn";

    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
