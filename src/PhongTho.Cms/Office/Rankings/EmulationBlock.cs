using PhongTho.Cms.Model;

namespace PhongTho.Cms.Office.Rankings;

/// <summary>Collectives of like work ("khối") or of one area ("cụm") that are compared with one another in one year, and with nobody else.</summary>
public sealed class EmulationBlock
{
    public required int Year { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; set; }

    public BlockKind Kind { get; set; }

    /// <summary>The unit that leads it this year.</summary>
    public string Lead { get; set; } = "";

    public IReadOnlyList<BlockMember> Members { get; set; } = [];

    /// <summary>The day on which the block agreed on the result: from then on nothing of it changes and readers see it.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>The paper that recognises the result, as it is cited.</summary>
    public string Decision { get; set; } = "";

    public bool IsSample { get; set; }

    public int Version { get; set; }
}

public enum BlockKind
{
    [Choice("Khối (cùng loại việc)")]
    Sector,

    [Choice("Cụm (cùng địa bàn)")]
    Area,
}

/// <summary>A collective of a block.</summary>
public sealed record BlockMember
{
    /// <summary>Stands for the collective in the sheets, also when its name is mended.</summary>
    [Field("ma", "Mã")]
    public required string Key { get; init; }

    [Field("ten", "Tên tập thể")]
    public required string Name { get; init; }

    /// <summary>Slug of its unit, whose people score for it; null for those only the office scores.</summary>
    [Field("don-vi", "Đơn vị"), Term(Taxonomies.Unit)]
    public string? Unit { get; init; }
}

/// <summary>The points of one collective: by itself, and as they were checked.</summary>
public sealed class ScoreSheet
{
    public required int Year { get; init; }

    /// <summary>Slug of the block.</summary>
    public required string Block { get; init; }

    /// <summary>Key of the collective in its block.</summary>
    public required string Member { get; init; }

    public IReadOnlyList<Score> Own { get; set; } = [];

    public DateTimeOffset? OwnAt { get; set; }

    /// <summary>Null until somebody checked; what was checked counts.</summary>
    public IReadOnlyList<Score>? Checked { get; set; }

    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>Key of who checked.</summary>
    public string? CheckedBy { get; set; }

    /// <summary>Why the checked points differ.</summary>
    public string Remark { get; set; } = "";

    public int Version { get; set; }
}
