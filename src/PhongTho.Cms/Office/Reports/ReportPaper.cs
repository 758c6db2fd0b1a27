using System.Globalization;
using PhongTho.Cms.Office.Papers;

namespace PhongTho.Cms.Office.Reports;

/// <summary>A counted report as it leaves the portal: the paper that is signed, and the sheets to count on with.</summary>
public static class ReportPaper
{
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

    public static byte[] Paper(PeriodicReport report, PaperIssuer issuer) => OfficialPaper.Write(
        issuer, "BÁO CÁO", $"Công tác thi đua, khen thưởng và nhân điển hình tiên tiến {report.Period.Label}", report.Today, [.. Parts(report)]);

    public static byte[] Sheets(PeriodicReport report) => Workbook.Write([Numbers(report), List(report)]);

    private static IEnumerable<PaperPart> Parts(PeriodicReport report)
    {
        yield return new PaperPart.Paragraph(
            $"Thực hiện kế hoạch xây dựng và nhân điển hình tiên tiến, kết quả công tác thi đua, khen thưởng {report.Period.Label} (từ ngày {Day(report.Period.FirstDay)} đến ngày {Day(report.Period.LastDay)}, số liệu tính đến ngày {Day(report.Today)}) như sau:");
        var number = 0;
        foreach (var chapter in report.Chapters)
        {
            yield return new PaperPart.Heading($"{Roman[number++]}. {chapter.Heading.ToUpperInvariant()}");
            yield return new PaperPart.Table(new PaperTable("", "", [new("Chỉ tiêu", 46), new("Kết quả", 10), new("Ghi chú", 22)], [.. chapter.Lines.Select(Row)]));
        }

        yield return new PaperPart.Heading($"{Roman[number++]}. KHÓ KHĂN, VƯỚNG MẮC");
        yield return Blank();
        yield return new PaperPart.Heading($"{Roman[number]}. ĐỀ XUẤT, KIẾN NGHỊ");
        yield return Blank();
        yield return new PaperPart.Paragraph($"Trên đây là báo cáo kết quả công tác thi đua, khen thưởng và nhân điển hình tiên tiến {report.Period.Label}./.");
    }

    private static object?[] Row(ReportLine line) => [(line.IsPart ? "   - " : "") + line.Label, line.Said is { } said ? said : line.Count, line.IsLate && line.Count > 0 ? "quá hạn" : null];

    /// <summary>Left open for what no portal knows.</summary>
    private static PaperPart Blank() => new PaperPart.Paragraph(new string('…', 40));

    private static PaperTable Numbers(PeriodicReport report) => new(
        "Số liệu",
        $"CÔNG TÁC THI ĐUA, KHEN THƯỞNG {report.Period.Label.ToUpperInvariant()}",
        [new("Mục", 30), new("Chỉ tiêu", 52), new("Kết quả", 12)],
        [.. report.Chapters.SelectMany(static chapter => chapter.Lines.Select(line => (object?[])[chapter.Heading, (line.IsPart ? "   - " : "") + line.Label, line.Said is { } said ? said : line.Count]))]);

    private static PaperTable List(PeriodicReport report) => new(
        "Danh sách",
        "DANH SÁCH ĐÃ ĐẾM",
        [new("Chỉ tiêu", 40), new("Tên", 48), new("Chi tiết", 28), new("Ngày", 13)],
        [.. report.Chapters.SelectMany(static chapter => chapter.Lines.Where(static line => !line.IsPart)).SelectMany(static line => line.Rows.Select(row => (object?[])[line.Label, row.OnPaper, row.Detail, row.On]))]);

    private static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);
}
