using System.Globalization;
using PhongTho.Cms.Spreadsheets;

namespace PhongTho.Cms.Office.Papers;

/// <summary>A table that leaves the portal as a sheet, a CSV file or part of a paper.</summary>
/// <param name="Name">On the tab of a sheet: short, without signs.</param>
/// <param name="Rows">Cells are texts, whole or decimal numbers, days, or nothing.</param>
public sealed record PaperTable(string Name, string Heading, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public byte[] ToCsv() => CsvTable.Write(Columns.Select(static column => column.Heading), Rows.Select(static row => row.Select(TextOf)));

    private static string TextOf(object? cell) => cell switch
    {
        null => "",
        DateOnly day => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}

/// <param name="Width">In letters.</param>
public sealed record PaperColumn(string Heading, int Width = 16);
