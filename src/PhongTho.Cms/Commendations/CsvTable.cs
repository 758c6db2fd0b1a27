using System.Buffers;
using System.Text;

namespace PhongTho.Cms.Commendations;

/// <summary>A table as spreadsheets open it: UTF-8 with its mark, quoted where it must be, and no cell that a spreadsheet would take for a formula.</summary>
public static class CsvTable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\n\r;\t");

    /// <summary>Characters that begin a formula in Excel and LibreOffice (OWASP, CSV injection).</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");

    public static byte[] Write(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        Line(text, head);
        foreach (var row in rows)
        {
            Line(text, row);
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IReadOnlyList<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string value)
    {
        var safe = value.Length > 0 && Formula.Contains(value[0]) ? "'" + value : value;
        return safe.AsSpan().ContainsAny(Quoted) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
