using System.Globalization;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Publishing;

/// <summary>The drawing of places, ready to be printed.</summary>
/// <param name="ViewBox">What the drawing measures.</param>
public sealed record PlaceDrawing(string ViewBox, IReadOnlyList<PlaceShape> Shapes);

/// <summary>A place on the drawing.</summary>
/// <param name="Group">From 1: which of today's places it belongs to, for its colour.</param>
/// <param name="Outline">Path of its tiles.</param>
/// <param name="Lines">Its name in one line or two.</param>
public sealed record PlaceShape(Place Place, int Count, int Group, string Outline, double X, double Y, IReadOnlyList<string> Lines);

/// <summary>Lays the tiles of the map out: one by one for the places of before, together for those of today.</summary>
internal static class PlaceDrawings
{
    private const double Width = 100;

    private const double Half = Width / 2;

    /// <summary>From the middle to the upper corner of a tile with two upright sides.</summary>
    private static readonly double Reach = Width / Math.Sqrt(3);

    /// <param name="isFormer">Draws the places of before.</param>
    /// <param name="countOf">How much there is of a place, predecessors included.</param>
    /// <returns>Null when there is nothing to draw.</returns>
    public static PlaceDrawing? Of(SiteBook book, DateOnly today, bool isFormer, Func<string, int> countOf)
    {
        var tiles = book.Map.Tiles.Select(tile => (Tile: tile, Holder: book.Today(tile.Unit, today)?.Slug)).Where(row => row.Holder is not null).ToList();
        if (tiles.Count == 0)
        {
            return null;
        }

        var holders = tiles.Select(static row => row.Holder!).Distinct().ToList();
        var shapes = tiles.GroupBy(row => isFormer ? row.Tile.Unit : row.Holder!)
            .Select(group => Shape(book.Place(group.Key, today)!, countOf(group.Key), holders.IndexOf(group.First().Holder!) + 1, [.. group.Select(static row => Middle(row.Tile))]));
        return new PlaceDrawing(ViewBox([.. tiles.Select(static row => Middle(row.Tile))]), [.. shapes]);
    }

    private static (double X, double Y) Middle(PlaceTile tile) => ((tile.Column * Width) + (tile.Row % 2 == 0 ? 0 : Half), tile.Row * Reach * 1.5);

    private static PlaceShape Shape(Place place, int count, int group, IReadOnlyList<(double X, double Y)> tiles)
    {
        var (x, y) = NamePlace(tiles);
        return new PlaceShape(place, count, group, string.Concat(tiles.Select(Tile)), x, y, Lines(place.Name));
    }

    /// <summary>In the middle of all tiles where a name fits there, else in the middle of the tile nearest to it.</summary>
    private static (double X, double Y) NamePlace(IReadOnlyList<(double X, double Y)> tiles)
    {
        const double HalfName = 40;
        var middle = (X: tiles.Average(static tile => tile.X), Y: tiles.Average(static tile => tile.Y));
        return IsInside(middle.X - HalfName) && IsInside(middle.X + HalfName) ? middle : tiles.MinBy(tile => Distance(tile, middle.X));

        bool IsInside(double x) => tiles.Any(tile => Distance(tile, x) < Half);
        double Distance((double X, double Y) tile, double x) => Math.Sqrt(Math.Pow(tile.X - x, 2) + Math.Pow(tile.Y - middle.Y, 2));
    }

    private static string Tile((double X, double Y) middle) => string.Create(
        CultureInfo.InvariantCulture, $"M{middle.X:0.#} {middle.Y - Reach:0.#}l{Half:0.#} {Reach / 2:0.#}v{Reach:0.#}l-{Half:0.#} {Reach / 2:0.#}l-{Half:0.#} -{Reach / 2:0.#}v-{Reach:0.#}z");

    /// <summary>A long name breaks where its halves are most alike.</summary>
    private static IReadOnlyList<string> Lines(string name)
    {
        var words = name.Split(' ');
        if (words.Length < 2 || name.Length <= 7)
        {
            return [name];
        }

        var at = Enumerable.Range(1, words.Length - 1).MinBy(count => Math.Abs(string.Join(' ', words[..count]).Length - string.Join(' ', words[count..]).Length));
        return [string.Join(' ', words[..at]), string.Join(' ', words[at..])];
    }

    private static string ViewBox(IReadOnlyList<(double X, double Y)> tiles)
    {
        const double Margin = 6;
        var (left, top) = (tiles.Min(static tile => tile.X) - Half - Margin, tiles.Min(static tile => tile.Y) - Reach - Margin);
        var (width, height) = (tiles.Max(static tile => tile.X) + Half + Margin - left, tiles.Max(static tile => tile.Y) + Reach + Margin - top);
        return string.Create(CultureInfo.InvariantCulture, $"{left:0.#} {top:0.#} {width:0.#} {height:0.#}");
    }
}
