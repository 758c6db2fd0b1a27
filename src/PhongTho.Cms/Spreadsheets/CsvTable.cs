using System.Buffers;
using System.Globalization;
using System.Text;

namespace PhongTho.Cms.Spreadsheets;

/// <summary>A table as spreadsheets open it: UTF-8 with its mark, quoted where it must be, and no cell that a spreadsheet would take for a formula.</summary>
public static class CsvTable
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\n\r;\t");

    /// <summary>Characters that begin a formula in Excel and LibreOffice (OWASP, CSV injection).</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");

    public static byte[] Write(IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        Line(text, head);
        foreach (var row in rows)
        {
            Line(text, row);
        }

        // Without the mark Excel takes the file for the machine's own alphabet and breaks every Vietnamese letter.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string value)
    {
        // What begins like a formula would be run by the spreadsheet of whoever opens the file; a number below nought is none.
        var safe = value.Length > 0 && Formula.Contains(value[0]) && !IsNumber(value) ? "'" + value : value;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static bool IsNumber(string value) => decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
