using System.Net;
using AngleSharp.Html.Parser;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Office.Reports;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>The periodic report: periods, numbers that are their lists, the screen.</summary>
[Trait("Clause", "C-IV.5")]
public sealed class ReportTests(OwnContentPortal own) : IClassFixture<OwnContentPortal>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-11", "tháng 11 năm 2026", "2026-11-01", "2026-11-30", "2026-10", "2026-12")]
    [InlineData("2026-q4", "quý IV năm 2026", "2026-10-01", "2026-12-31", "2026-q3", "2027-q1")]
    [InlineData("2026-h1", "6 tháng đầu năm 2026", "2026-01-01", "2026-06-30", "2025-h2", "2026-h2")]
    [InlineData("2024", "năm 2024", "2024-01-01", "2024-12-31", "2023", "2025")]
    [InlineData("2024-02", "tháng 2 năm 2024", "2024-02-01", "2024-02-29", "2024-01", "2024-03")]
    public void A_period_knows_its_days_and_its_neighbours(string key, string label, string first, string last, string before, string after)
    {
        var period = ReportPeriod.Parse(key)!;

        Assert.Equal((key, label, first, last), (period.Key, period.Label, $"{period.FirstDay:yyyy-MM-dd}", $"{period.LastDay:yyyy-MM-dd}"));
        Assert.Equal((before, after), (period.Before.Key, period.After.Key));
        Assert.Equal(TimeSpan.FromHours(17), period.From.TimeOfDay);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("2026-0")]
    [InlineData("2026-q5")]
    [InlineData("2026-h3")]
    [InlineData("1999")]
    [InlineData("2026-11-01")]
    public void What_is_no_period_is_none(string? key) => Assert.Null(ReportPeriod.Parse(key));

    [Fact]
    [Trait("Clause", "C-II.2b")]
    public async Task Every_number_is_the_length_of_the_list_it_leads_to()
    {
        await own.Portal.OpenYearAsync(2023, deadline: new(2023, 3, 31));
        using var officer = await own.Portal.SignedInAsync(Role.EmulationOfficer);
        var report = await own.Portal.Get<PeriodicReports>().CountAsync(ReportPeriod.Parse("2023")!, Cancellation);
        var html = await new HtmlParser().ParseDocumentAsync(await officer.GetStringAsync(new Uri("/manager/reports?ky=2023", UriKind.Relative), Cancellation));
        var links = html.QuerySelectorAll(".report td a").ToDictionary(link => link.GetAttribute("href")!, link => link.TextContent);

        Assert.True(report.Line("guong")!.Count > 10);
        Assert.Equal(report.Line("guong")!.Count, report.Chapters[0].Lines.Where(line => line.Key.StartsWith("guong.doi-tuong.", StringComparison.Ordinal)).Sum(line => line.Count));
        Assert.Equal(3, report.Line("dang-ky.thieu")!.Count);
        Assert.True(report.Line("dang-ky.thieu")!.IsLate);
        var now = await own.Portal.Get<PeriodicReports>().CountAsync(ReportPeriod.Parse("2026")!, Cancellation);
        Assert.True(now.Line("ho-so")!.Count > 10);
        Assert.All(now.Line("ho-so")!.Rows, row => Assert.StartsWith("Hồ sơ ", row.Title, StringComparison.Ordinal));
        Assert.True(now.Line("dong-gop")!.Count > 5);
        Assert.Equal(now.Line("dong-gop")!.Count, now.Chapters.SelectMany(chapter => chapter.Lines).Where(line => line.Key.StartsWith("dong-gop.", StringComparison.Ordinal)).Sum(line => line.Count));
        Assert.All(report.Chapters.SelectMany(chapter => chapter.Lines).GroupBy(line => line.Key), group => Assert.Single(group));
        foreach (var line in report.Chapters.SelectMany(chapter => chapter.Lines).Where(line => line.Count > 0))
        {
            var address = $"/manager/reports/list?ky=2023&dong={line.Key}";
            Assert.Equal(line.Said ?? $"{line.Count}", links[address]);
            var list = await new HtmlParser().ParseDocumentAsync(await officer.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation));
            Assert.Equal(line.Count, list.QuerySelectorAll("tbody tr").Length);
        }
    }

    [Fact]
    public async Task What_was_withdrawn_or_held_is_in_no_list_of_a_report()
    {
        var report = await own.Portal.Get<PeriodicReports>().CountAsync(ReportPeriod.Parse("2026")!, Cancellation);
        var titles = report.Line("guong")!.Rows.Select(row => row.Title).ToList();

        Assert.DoesNotContain("Gia đình rút lại đồng ý", titles);
        Assert.DoesNotContain(titles, title => title.Contains("tạm gỡ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Role.EmulationOfficer, true)]
    [InlineData(Role.Publisher, true)]
    [InlineData(Role.Editor, false)]
    [InlineData(Role.Contributor, false)]
    [InlineData(Role.Administrator, false)]
    public async Task The_report_is_for_those_who_report(Role role, bool isOpen)
    {
        using var browser = await own.Portal.SignedInAsync(role);

        foreach (var address in new[] { "/manager/reports", "/manager/reports/list?ky=2026&dong=guong", "/manager/reports?handler=paper&ky=2026" })
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
            Assert.Equal(isOpen, answer.StatusCode == HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_unit_that_is_late_is_told_by_name()
    {
        await own.Portal.OpenYearAsync(2025, deadline: new(2025, 3, 31), plansDueOn: new(2025, 4, 30));
        Assert.Null(await own.Portal.Get<UnitPlans>().SaveAsync(new() { Unit = People.Unit, Year = 2025, State = UnitPlanState.Issued, IssuedOn = new(2025, 4, 1) }, 0, People.Officer, Cancellation));

        var report = await own.Portal.Get<PeriodicReports>().CountAsync(ReportPeriod.Parse("2025-q2")!, Cancellation);

        Assert.Equal(["Xã Dào San"], report.Line("ke-hoach")!.Rows.Select(row => row.Title));
        Assert.Equal(["Xã Khổng Lào", "Xã Sin Suối Hồ"], report.Line("ke-hoach.thieu")!.Rows.Where(row => row.Detail == "quá hạn").Select(row => row.Title).Order(StringComparer.Ordinal));
    }
}
