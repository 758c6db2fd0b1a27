using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static PhongTho.Cms.Office.Papers.PaperParts;

namespace PhongTho.Cms.Office.Papers;

/// <summary>A part of a paper's body, in order.</summary>
public abstract record PaperPart
{
    /// <summary>A heading of the body: «I. KẾT QUẢ».</summary>
    public sealed record Heading(string Text) : PaperPart;

    public sealed record Paragraph(string Text) : PaperPart;

    public sealed record Table(PaperTable Content) : PaperPart;
}

/// <summary>
/// An administrative paper as Decree 30/2020/NĐ-CP lays it out: A4, Times New Roman, agency and national name side by side, number,
/// place and day, title, body, recipients beside the signature, page numbers from the second page. The number stays open: the clerk gives it.
/// </summary>
public static class OfficialPaper
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int HalfOfHead = 4700;

    /// <param name="kind">Kind of paper, as it stands above the title: «BÁO CÁO».</param>
    /// <param name="about">What it is about.</param>
    public static byte[] Write(PaperIssuer issuer, string kind, string about, DateOnly day, IReadOnlyList<PaperPart> parts)
    {
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(PageNumber());
            var body = new Body();
            body.Append(Head(issuer, day));
            body.Append(Title(kind, about));
            if (issuer.Addressee.Length > 0)
            {
                body.Append(Line($"Kính gửi: {issuer.Addressee}", 28, Centred(before: 120, after: 120)));
            }

            body.Append(parts.SelectMany(Part));
            body.Append(Foot(issuer));
            body.Append(Page(main.GetIdOfPart(header)));
            main.Document = new Document(body);
        }

        return bytes.ToArray();
    }

    private static Table Head(PaperIssuer issuer, DateOnly day)
    {
        var date = string.Create(CultureInfo.InvariantCulture, $"{issuer.Place}, ngày {day.Day:00} tháng {Month(day)} năm {day.Year}");
        List<Paragraph> agency = [.. issuer.Parent.Length > 0 ? [Line(issuer.Parent.ToUpperInvariant(), 24, Centred())] : Array.Empty<Paragraph>(), Line(issuer.Agency.ToUpperInvariant(), 24, Centred(), isBold: true), Rule(1200)];
        return Borderless(
            [HalfOfHead - 1000, HalfOfHead + 900],
            [agency, [Line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24, Centred(), isBold: true), Line("Độc lập - Tự do - Hạnh phúc", 26, Centred(), isBold: true), Rule(1150)]],
            [[Line($"Số:        /{issuer.Symbol}", 26, Centred())], [Line(date, 28, Centred(), isItalic: true)]]);

        // The decree pads days below ten and the months January and February, so that nothing can be written before them.
        static string Month(DateOnly day) => day.Month < 3 ? day.Month.ToString("00", CultureInfo.InvariantCulture) : day.Month.ToString(CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Paragraph> Title(string kind, string about) =>
        [Line(kind, 28, Centred(before: 360), isBold: true), Line(about, 28, Centred(), isBold: true), Rule(3600, after: 240)];

    private static IEnumerable<OpenXmlElement> Part(PaperPart part) => part switch
    {
        PaperPart.Heading heading => [Line(heading.Text, 28, Justified(isKept: true), isBold: true)],
        PaperPart.Paragraph paragraph => [Line(paragraph.Text, 28, Justified())],
        PaperPart.Table table => [PaperGrid.Of(table.Content), Line("", 16, Justified())],
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static Table Foot(PaperIssuer issuer) => Borderless(
        [HalfOfHead, HalfOfHead],
        [
            [
                Line("Nơi nhận:", 24, Left(), isBold: true, isItalic: true),
                .. issuer.Recipients.Select((name, index) => Line("- " + name + (index == issuer.Recipients.Count - 1 ? "." : ";"), 22, Left())),
            ],
            [
                .. issuer.Office.Select(static line => Line(line.ToUpperInvariant(), 26, Centred(), isBold: true)),
                .. Enumerable.Range(0, 5).Select(static _ => Line("", 28, Centred())),
                Line(issuer.Signer, 28, Centred(), isBold: true),
            ],
        ]);

    private static SectionProperties Page(string header) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new PageSize { Width = 11906, Height = 16838 },

        // Twentieths of a point: 20 mm above and below, 30 mm on the left, 20 mm on the right.
        new PageMargin { Top = 1134, Bottom = 1134, Left = 1701, Right = 1134, Header = 567, Footer = 567, Gutter = 0 },
        new TitlePage());
}
