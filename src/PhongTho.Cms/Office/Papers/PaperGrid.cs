using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using static PhongTho.Cms.Office.Papers.PaperParts;

namespace PhongTho.Cms.Office.Papers;

/// <summary>A table with lines in a paper; its head comes again on every page.</summary>
internal static class PaperGrid
{
    /// <summary>Between the margins of the page.</summary>
    private const int Width = 9071;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static Table Of(PaperTable content)
    {
        var letters = content.Columns.Sum(static column => column.Width);
        int[] widths = [.. content.Columns.Select(column => Width * column.Width / letters)];
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableBorders(Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>(), Border<InsideHorizontalBorder>(), Border<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(static width => new GridColumn { Width = $"{width}" })));
        table.Append(Row(widths, [.. content.Columns.Select(static column => column.Heading)], isHead: true));
        foreach (var row in content.Rows)
        {
            table.Append(Row(widths, row, isHead: false));
        }

        return table;
    }

    private static TableRow Row(int[] widths, IReadOnlyList<object?> cells, bool isHead)
    {
        var row = new TableRow(isHead ? new TableRowProperties(new CantSplit(), new TableHeader()) : new TableRowProperties(new CantSplit()));
        row.Append(cells.Select((cell, index) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = $"{widths[index]}", Type = TableWidthUnitValues.Dxa }),
            Line(TextOf(cell), 26, isHead || cell is IFormattable ? Centred(before: 40, after: 40) : Spaced(), isBold: isHead))));
        return row;
    }

    private static ParagraphProperties Spaced() => new(new SpacingBetweenLines { Before = "40", After = "40" }, new Justification { Val = JustificationValues.Left });

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString("#,0.##", Vietnamese),
        _ => cell.ToString() ?? "",
    };

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0 };
}
