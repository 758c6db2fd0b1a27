namespace PhongTho.Theme;

/// <summary>A field of the nomination form: what it asks, what was typed, what is amiss.</summary>
/// <param name="Id">Its id on the page and its name in what is sent.</param>
public sealed record NominateFieldView(string Id, string Label, string Value, string? Hint = null, string? Problem = null)
{
    public bool IsLong { get; init; }

    public bool IsRequired { get; init; }

    public int MaxLength { get; init; } = 160;

    public int? MinLength { get; init; }

    /// <summary>What the browser may fill in by itself.</summary>
    public string? Autocomplete { get; init; }
}
