using DocumentFormat.OpenXml.Spreadsheet;

namespace PhongTho.Cms.Office.Papers;

/// <summary>How cells look, by number: the format knows styles by their place in a list.</summary>
internal static class WorkbookStyles
{
    public const uint Text = 1;
    public const uint Heading = 2;
    public const uint Title = 3;
    public const uint Number = 4;
    public const uint Day = 5;

    private const uint DayFormat = 164;

    public static Stylesheet Make() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = DayFormat, FormatCode = "dd/mm/yyyy" }),
        new Fonts(Font(12), Font(12, isBold: true), Font(14, isBold: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), Solid("FFEFE8D8")),
        new Borders(new Border(), Thin()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Format(font: 0, border: 1, isWrapped: true),
            Format(font: 1, border: 1, fill: 2, isWrapped: true, isCentred: true),
            Format(font: 2),
            Format(font: 0, border: 1, number: 4, isWrapped: true),
            Format(font: 0, border: 1, number: DayFormat)));

    private static Font Font(double size, bool isBold = false)
    {
        var font = new Font(new FontSize { Val = size }, new FontName { Val = "Times New Roman" });
        if (isBold)
        {
            font.InsertAt(new Bold(), 0);
        }

        return font;
    }

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static Border Thin() => new(
        new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin }, new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder());

    private static CellFormat Format(uint font, uint border = 0, uint fill = 0, uint number = 0, bool isWrapped = false, bool isCentred = false) => new(
        new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = isWrapped, Horizontal = isCentred ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.General })
    {
        FontId = font,
        BorderId = border,
        FillId = fill,
        NumberFormatId = number,
        ApplyFont = true,
        ApplyBorder = true,
        ApplyFill = true,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
    };
}
