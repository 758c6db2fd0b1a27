using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Members;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Nominations;
using Xunit;

namespace PhongTho.Tests.Contributions;

/// <summary>The ledger: written by one, checked by another, corrected in the open.</summary>
[Trait("Clause", "C-II.1.2c")]
[Trait("Rule", "R12")]
public sealed class LedgerTests
{
    private static readonly ContributionEntry entry = new() { Kind = "ngay-cong", What = "Góp công", Quantity = "1.200", GivenOn = "3/2024", Unit = "xa-hoang-then-cu", Beneficiary = "đường nội bản" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_line_counts_once_somebody_else_checked_it_and_a_correction_is_told_to_readers()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var desk = portal.Services.GetRequiredService<ContributionDesk>();
        var (writer, checker) = (Actor.Of(await portal.MemberAsync(Role.EmulationOfficer)), Actor.Of(await portal.MemberAsync(Role.Editor)));

        Assert.Null(await desk.AddAsync(entry, null, null, writer, Cancellation));
        var line = await NewestAsync(portal);
        Assert.Equal((1200m, "ngày công", 2024), (line.Quantity, line.Measure, line.Year));
        Assert.DoesNotContain("1.200", await reader.TextAsync("/dong-gop?nam=2024"), StringComparison.Ordinal);
        Assert.Equal("fourEyes", (await desk.VerifyAsync(line.Id, 1, writer, Cancellation))?.Code);

        Assert.Null(await desk.VerifyAsync(line.Id, 1, checker, Cancellation));
        var page = await reader.TextAsync("/dong-gop?nam=2024");
        Assert.Contains("1.200\u00A0ngày công", page, StringComparison.Ordinal);
        Assert.Contains("trong đó", page, StringComparison.Ordinal);

        Assert.Equal("state", (await desk.RemoveAsync(line.Id, 2, writer, Cancellation))?.Code);
        Assert.Null(await desk.CorrectAsync(line.Id, 2, "120", "Gõ thừa một số 0.", writer, Cancellation));
        Assert.DoesNotContain("1.200", await reader.TextAsync("/dong-gop?nam=2024"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_corrected_work_days_of_the_sample_are_told_on_its_page_and_add_up_to_what_the_title_says()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        var page = await reader.TextAsync("/nguoi-tot-viec-tot/dan-ban-gop-210-trieu-dong-xay-nha-van-hoa");

        Assert.Contains("trước đó ghi 9.000\u00A0ngày công", page, StringComparison.Ordinal);
        await using var db = portal.Database.Open();
        var lines = await db.Contributions.Where(row => row.Village == "bản Mẫu 10").ToListAsync(Cancellation);
        Assert.Equal(210_000_000m, lines.Sum(row => row.Measure == "đồng" ? row.Quantity : row.Value ?? 0));
    }

    [Fact]
    public async Task The_table_can_be_taken_home_and_runs_nothing_in_a_spreadsheet()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var desk = portal.Services.GetRequiredService<ContributionDesk>();
        Assert.Null(await desk.AddAsync(entry with { Kind = "hien-vat", What = "=HYPERLINK(\"x\")", Measure = "cái" }, null, null, Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation));
        Assert.Null(await desk.VerifyAsync((await NewestAsync(portal)).Id, 1, Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation));

        var table = await reader.GetStringAsync(new Uri("/dong-gop.csv", UriKind.Relative), Cancellation);

        Assert.StartsWith("Đơn vị lúc góp,Đơn vị hôm nay,Năm", table, StringComparison.Ordinal);
        Assert.Contains("Xã Hoang Thèn,Xã Khổng Lào,2023,Ngày công,,900,ngày công,90000000,1", table, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", table, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kind", "")]
    [InlineData("Quantity", "nhiều")]
    [InlineData("Quantity", "0")]
    [InlineData("Unit", "huyen-phong-tho")]
    [InlineData("GivenOn", "mùa xuân")]
    public async Task What_cannot_be_summed_is_not_taken(string field, string value)
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var wrong = field switch { "Kind" => entry with { Kind = value }, "Quantity" => entry with { Quantity = value }, "Unit" => entry with { Unit = value }, _ => entry with { GivenOn = value } };

        var reason = await portal.Services.GetRequiredService<ContributionDesk>().AddAsync(wrong, null, null, Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation);

        Assert.NotEmpty(Assert.IsType<Refusal>(reason).Problems);
    }

    private static async Task<Contribution> NewestAsync(TestPortal portal)
    {
        await using var db = portal.Database.Open();
        return (await db.Contributions.Where(row => row.RecordedBy != "seed").ToListAsync(Cancellation)).MaxBy(row => row.RecordedAt)!;
    }
}
