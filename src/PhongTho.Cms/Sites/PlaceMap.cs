using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>
/// The house's own drawing of where places lie: six-cornered tiles in rows, north up, neighbours beside neighbours. Neither to scale nor a
/// boundary of anything; places of today are the tiles of all they were made of.
/// </summary>
public sealed record PlaceMap
{
    public const string Key = "map";

    [Field("o", "Ô")]
    public IReadOnlyList<PlaceTile> Tiles { get; init; } = [];
}

public sealed record PlaceTile
{
    [Field("don-vi", "Đơn vị")]
    public required string Unit { get; init; }

    /// <summary>From the north; every second row stands half a tile to the east.</summary>
    [Field("hang", "Hàng")]
    public int Row { get; init; }

    [Field("cot", "Cột")]
    public int Column { get; init; }
}
