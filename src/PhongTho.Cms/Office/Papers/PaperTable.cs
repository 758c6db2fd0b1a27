namespace PhongTho.Cms.Office.Papers;

/// <summary>A table that leaves the portal as a sheet, a CSV file or part of a paper.</summary>
/// <param name="Name">On the tab of a sheet: short, without signs.</param>
/// <param name="Rows">Cells are texts, whole or decimal numbers, days, or nothing.</param>
public sealed record PaperTable(string Name, string Heading, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <param name="Width">In letters.</param>
public sealed record PaperColumn(string Heading, int Width = 16);
