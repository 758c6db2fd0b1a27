namespace PhongTho.Cms.Taxonomy;

/// <summary>
/// An organisational or administrative unit in time. Known by its slug: the state's codes were given to other units in 2025,
/// so a code is data, never a key.
/// </summary>
public sealed class Unit
{
    public required string Slug { get; init; }

    public required string Name { get; set; }

    /// <summary>Xã, Phường, Thị trấn, Huyện, Tỉnh; empty for organisations.</summary>
    public string Kind { get; set; } = "";

    public required string FullName { get; set; }

    public string? Code { get; set; }

    public string? Parent { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>Other spellings found in official data.</summary>
    public IReadOnlyList<string> Spellings { get; set; } = [];

    public IReadOnlyList<string> Successors { get; set; } = [];

    public int Order { get; set; }

    public bool IsValidOn(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
