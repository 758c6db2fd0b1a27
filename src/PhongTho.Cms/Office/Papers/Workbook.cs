using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PhongTho.Cms.Office.Papers;

/// <summary>Tables as an Excel workbook, a sheet a table: numbers are numbers, days are days, and each sheet prints on A4 as it is.</summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows of a sheet before its table: the heading and an empty line.</summary>
    private const uint Above = 2;

    public static byte[] Write(IReadOnlyList<PaperTable> tables)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Make();
            for (var i = 0; i < tables.Count; i++)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(tables[i]);
                book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)i + 1, Name = tables[i].Name });
            }
        }

        return bytes.ToArray();
    }

    private static Worksheet Sheet(PaperTable table)
    {
        var rows = new SheetData();
        rows.Append(Row(1, [table.Heading], WorkbookStyles.Title));
        rows.Append(Row(Above + 1, [.. table.Columns.Select(static column => column.Heading)], WorkbookStyles.Heading));
        for (var i = 0; i < table.Rows.Count; i++)
        {
            rows.Append(Row(Above + 2 + (uint)i, table.Rows[i], WorkbookStyles.Text));
        }

        var isWide = table.Columns.Sum(static column => column.Width) > 90;
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView(new Pane { VerticalSplit = Above + 1, TopLeftCell = $"A{Above + 2}", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }),
            new Columns(table.Columns.Select(static (column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })),
            rows,
            new PageMargins { Left = 0.8, Right = 0.6, Top = 0.8, Bottom = 0.8, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = isWide ? OrientationValues.Landscape : OrientationValues.Portrait, FitToWidth = 1, FitToHeight = 0 });
    }

    private static Row Row(uint number, IReadOnlyList<object?> cells, uint style)
    {
        var row = new Row { RowIndex = number };
        row.Append(cells.Select((cell, index) => Cell(cell, $"{NameOf(index)}{number}", style)));
        return row;
    }

    private static Cell Cell(object? value, string at, uint style) => value switch
    {
        DateOnly day => Number(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber, WorkbookStyles.Day),
        int or long or decimal or double => Number((IFormattable)value, WorkbookStyles.Number),
        _ => new Cell { CellReference = at, StyleIndex = style, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(Clean(value?.ToString() ?? "")) { Space = SpaceProcessingModeValues.Preserve }) },
    };

    private static Cell Number(IFormattable number, uint style) => new() { StyleIndex = style, DataType = CellValues.Number, CellValue = new CellValue(number.ToString(null, CultureInfo.InvariantCulture)) };

    /// <summary>XML has no letters for most control characters.</summary>
    internal static string Clean(string text) => text.All(static letter => !char.IsControl(letter) || letter is '\n' or '\t') ? text : new string([.. text.Where(static letter => !char.IsControl(letter) || letter is '\n' or '\t')]);

    private static string NameOf(int column) => column < 26 ? ((char)('A' + column)).ToString() : NameOf((column / 26) - 1) + NameOf(column % 26);
}
