namespace PhongTho.Cms.Taxonomy;

/// <summary>A vocabulary: fields of work, genres, kinds of subject. Editors extend it; no enum in code.</summary>
public sealed class TaxonomyRow
{
    public required string Key { get; init; }

    public required string Label { get; set; }

    public int Order { get; set; }
}

/// <summary>One word of a vocabulary.</summary>
public sealed class Term
{
    public required string Taxonomy { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public string? ShortName { get; set; }

    /// <summary>What terms of this taxonomy are grouped by: a criterion's kind of subject, a form's category.</summary>
    public string? Group { get; set; }

    /// <summary>Further data of the term: a criterion's clause, a form's level.</summary>
    public string? Detail { get; set; }

    public int Order { get; set; }
}
