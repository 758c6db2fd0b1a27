using System.Diagnostics;
using System.Text;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Papers;
using PhongTho.Cms.Office.Reports;
using PhongTho.Tests.Fixtures;
using UglyToad.PdfPig;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>Papers as the office opens them: in LibreOffice, not in the eyes of who wrote them.</summary>
[Trait("Clause", "C-IV.5")]
public sealed class PaperTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("phongtho-papers-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact(Timeout = 240_000)]
    public async Task The_report_opens_as_the_decree_wants_it_with_the_numbers_of_the_screen()
    {
        NeedsLibreOffice();
        using var officer = await own.Portal.SignedInAsync(Role.EmulationOfficer);
        var report = await own.Portal.Get<PeriodicReports>().CountAsync(ReportPeriod.Parse("2026-h2")!, TestContext.Current.CancellationToken);

        var docx = await officer.GetByteArrayAsync(new Uri("/manager/reports?ky=2026-h2&handler=paper", UriKind.Relative), Cancellation);
        var pdf = await ConvertAsync(docx, "bao-cao.docx", "pdf");
        var text = Words(await File.ReadAllTextAsync((await ConvertAsync(docx, "chu.docx", "txt:Text (encoded):UTF8")).Single(), Cancellation));
        var sheets = await ConvertAsync(
            await officer.GetByteArrayAsync(new Uri("/manager/reports?ky=2026-h2&handler=sheets", UriKind.Relative), Cancellation), "bao-cao.xlsx", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1");

        using var paper = PdfDocument.Open(pdf.Single());
        Assert.Equal((595, 842), ((int)Math.Round(paper.GetPage(1).Width), (int)Math.Round(paper.GetPage(1).Height)));
        foreach (var words in new[] { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "CƠ QUAN THƯỜNG TRỰC HỘI ĐỒNG TĐKT", "/BC-HĐTĐKT", "Phong Thổ, ngày 24 tháng 11 năm 2026", "BÁO CÁO", "6 tháng cuối năm 2026", "Nơi nhận:", "Lưu: VT." })
        {
            Assert.Contains(Words(words), text, StringComparison.Ordinal);
        }

        Assert.All(paper.GetPage(1).Letters, letter => Assert.True(letter.StartBaseLine.X is >= 80 and <= 540, $"«{letter.Value}» stands in the margin."));
        Assert.Equal("2", paper.GetPage(2).Letters.Where(letter => letter.Value.Trim().Length > 0).MaxBy(letter => letter.StartBaseLine.Y)!.Value);

        var numbers = await File.ReadAllTextAsync(sheets.Single(file => file.Contains("Số liệu", StringComparison.Ordinal)), Cancellation);
        foreach (var line in report.Chapters.SelectMany(chapter => chapter.Lines).Where(line => line is { IsPart: false, Said: null }))
        {
            Assert.Contains($"{line.Label},{line.Count}", numbers.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        var list = await File.ReadAllTextAsync(sheets.Single(file => file.Contains("Danh sách", StringComparison.Ordinal)), Cancellation);
        Assert.All(report.Line("guong")!.Rows, row => Assert.Contains(row.Title.Replace("\"", "\"\"", StringComparison.Ordinal), list, StringComparison.Ordinal));
    }

    [Fact]
    public void A_spreadsheet_runs_nothing_that_somebody_typed_and_keeps_its_letters()
    {
        var table = new PaperTable("Thử", "Thử", [new("Tên"), new("Số"), new("Ngày")], [["=HYPERLINK(\"http://x\")", -3, new DateOnly(2026, 1, 5)], ["Giàng A «Mẫu», \"bản\" 3", 1.5m, null]]);

        var text = Encoding.UTF8.GetString(table.ToCsv());

        Assert.Equal("\uFEFFTên,Số,Ngày\r\n\"'=HYPERLINK(\"\"http://x\"\")\",-3,05/01/2026\r\n\"Giàng A «Mẫu», \"\"bản\"\" 3\",1.5,\r\n", text);
    }

    [Theory]
    [InlineData("2025-06-30", "Phòng Nội vụ")]
    [InlineData("2025-07-01", "Cơ quan thường trực Hội đồng TĐKT")]
    public async Task Who_signs_is_the_one_of_the_day(string day, string agency) =>
        Assert.Equal(agency, (await own.Portal.Get<Cms.Office.OfficeSettings>().ReadAsync(ReportSettings.Key, new ReportSettings(), Cancellation)).On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Agency);

    private static void NeedsLibreOffice() => Assert.SkipUnless(File.Exists("/usr/bin/soffice"), "LibreOffice is not installed here.");

    /// <summary>Letters only: converters put spaces where lines end.</summary>
    private static string Words(string text) => string.Concat(text.Normalize().Where(static letter => !char.IsWhiteSpace(letter)));

    private async Task<string[]> ConvertAsync(byte[] bytes, string name, string to)
    {
        var file = Path.Combine(folder, name);
        var target = Directory.CreateDirectory(Path.Combine(folder, "out-" + name)).FullName;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);
        var start = new ProcessStartInfo("/usr/bin/soffice") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var word in new[] { "--headless", "--norestore", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", to, "--outdir", target, file })
        {
            start.ArgumentList.Add(word);
        }

        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(Cancellation), process.StandardError.ReadToEndAsync(Cancellation));
        await process.WaitForExitAsync(Cancellation);
        var made = Directory.GetFiles(target);
        Assert.True(made.Length > 0, string.Concat(said));
        return made;
    }
}
