using System.Globalization;
using System.Text;

namespace PhongTho.Cms.Office.Papers;

/// <summary>Tables as comma separated text that Excel opens with its letters intact.</summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    public static byte[] Write(PaperTable table)
    {
        var text = new StringBuilder();
        Line(text, table.Columns.Select(static column => column.Heading));
        foreach (var row in table.Rows)
        {
            Line(text, row.Select(TextOf));
        }

        // Without the mark Excel takes the file for the machine's own alphabet and breaks every Vietnamese letter.
        return [.. WithMark.Preamble, .. WithMark.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Quote)).Append("\r\n");

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static string Quote(string cell)
    {
        // What begins like a formula would be run by the spreadsheet of whoever opens the file.
        var safe = cell.Length > 0 && "=+-@\t\r".Contains(cell[0], StringComparison.Ordinal) && !decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? "'" + cell : cell;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
