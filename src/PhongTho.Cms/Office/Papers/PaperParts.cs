using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PhongTho.Cms.Office.Papers;

/// <summary>Lines, rules and columns of a paper; sizes are half points, lengths twentieths of a point, as the format counts.</summary>
internal static class PaperParts
{
    public const string Letters = "Times New Roman";

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = Letters, HighAnsi = Letters, EastAsia = Letters, ComplexScript = Letters }, new FontSize { Val = "28" }, new Languages { Val = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0" }))));

    public static Paragraph Line(string text, int size, ParagraphProperties properties, bool isBold = false, bool isItalic = false) => new(properties, Run(text, size, isBold, isItalic));

    public static Run Run(string text, int size, bool isBold = false, bool isItalic = false)
    {
        var looks = new RunProperties(new RunFonts { Ascii = Letters, HighAnsi = Letters, ComplexScript = Letters });
        if (isBold)
        {
            looks.Append(new Bold());
        }

        if (isItalic)
        {
            looks.Append(new Italic());
        }

        looks.Append(new FontSize { Val = $"{size}" });
        return new Run(looks, new Text(Workbook.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    public static ParagraphProperties Centred(int before = 0, int after = 0) =>
        new(new SpacingBetweenLines { Before = $"{before}", After = $"{after}" }, new Justification { Val = JustificationValues.Center });

    public static ParagraphProperties Left() => new(new Justification { Val = JustificationValues.Left });

    /// <summary>Of the body: first line 1.27 cm in, six points between paragraphs.</summary>
    /// <param name="isKept">Stays on the page of what follows.</param>
    public static ParagraphProperties Justified(bool isKept = false)
    {
        var properties = new ParagraphProperties();
        if (isKept)
        {
            properties.Append(new KeepNext());
        }

        properties.Append(new SpacingBetweenLines { Before = "120", After = "0", Line = "276", LineRule = LineSpacingRuleValues.Auto }, new Indentation { FirstLine = "720" }, new Justification { Val = JustificationValues.Both });
        return properties;
    }

    /// <summary>A thin line under a heading, as far in from both sides as told.</summary>
    public static Paragraph Rule(int inset, int after = 0) => new(
        new ParagraphProperties(
            new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 1 }),
            new SpacingBetweenLines { Before = "20", After = $"{after}", Line = "120", LineRule = LineSpacingRuleValues.Exact },
            new Indentation { Left = $"{inset}", Right = $"{inset}" }));

    public static Table Borderless(IReadOnlyList<int> widths, params IReadOnlyList<IReadOnlyList<Paragraph>>[] rows)
    {
        var table = new Table(
            new TableProperties(new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa }, new TableJustification { Val = TableRowAlignmentValues.Center }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(static width => new GridColumn { Width = $"{width}" })));
        foreach (var row in rows)
        {
            table.Append(new TableRow(
                new TableRowProperties(new CantSplit()),
                Cell(row[0], widths[0]), Cell(row[1], widths[1])));
        }

        return table;
    }

    /// <summary>In the middle of the upper margin.</summary>
    public static Paragraph PageNumber() => new(Centred(), new SimpleField(Run("2", 26)) { Instruction = " PAGE " });

    private static TableCell Cell(IReadOnlyList<Paragraph> lines, int width)
    {
        var cell = new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }));
        cell.Append(lines);
        return cell;
    }
}
