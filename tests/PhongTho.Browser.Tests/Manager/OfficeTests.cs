using Microsoft.Playwright;
using PhongTho.Cms.Members;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>A day of the emulation office without a mouse: one journey a room.</summary>
public sealed class OfficeTests(LivePortal portal)
{
    [Fact]
    public async Task A_decision_is_registered()
    {
        await using var reader = await OfficerAsync();
        var page = reader.Page;
        await page.GotoAsync("/manager/commendations/new");

        await page.WriteIntoAsync("#ten", "Tổ bàn phím bản Mẫu 61");
        await ChooseAsync(page, "#doi-tuong");
        await ChooseAsync(page, "#hinh-thuc");
        await page.WriteIntoAsync("#so-quyet-dinh", "611/QĐ-UBND");
        await page.WriteIntoAsync("#ngay-quyet-dinh", "9/11/2026");
        await page.WriteIntoAsync("#co-quan", "Chủ tịch UBND xã Dào San");
        await page.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Ghi vào sổ" }));

        await Expect(page.Locator(".told.done")).ToContainTextAsync("Đã ghi vào sổ, mã KT-");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Tổ bàn phím bản Mẫu 61");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_letter_is_answered()
    {
        var code = await portal.LetterAsync();
        await using var reader = await OfficerAsync();
        var page = reader.Page;
        await page.GotoAsync("/manager/feedback");

        await page.EnterAsync(page.Locator($"a[href='/manager/feedback/{code}']"));
        await page.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Nhận xử lý" }));
        await Expect(page.Locator(".told.done")).ToBeVisibleAsync();
        await page.WriteIntoAsync("#answer", "Cảm ơn bạn. Trang đã có nút phóng chữ.");
        await page.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Trả lời", Exact = true }));

        await Expect(page.Locator(".told.done")).ToContainTextAsync("Đã trả lời");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_result_is_checked()
    {
        var code = await portal.ResultAsync();
        await using var reader = await OfficerAsync();
        var page = reader.Page;
        await page.GotoAsync("/manager/replications?ngan=cho-kiem-tra");

        await page.EnterAsync(page.Locator($"a[href='/manager/replications/{code}']"));
        await page.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Kết quả đúng, cho lên trang" }));

        await Expect(page.Locator(".told.done")).ToContainTextAsync("Kết quả đã lên trang");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_year_of_registering_is_locked_and_taken_home()
    {
        await portal.ClosedYearAsync(2024);
        await using var reader = await OfficerAsync();
        var page = reader.Page;
        await page.GotoAsync("/manager/registrations?nam=2024");

        await page.EnterAsync(page.GetByRole(AriaRole.Button, new() { Name = "Chốt danh sách (1)" }));
        var sure = page.Locator("dialog[open] button").Last;
        await Expect(sure).ToBeVisibleAsync();
        await page.EnterAsync(sure);

        await Expect(page.Locator(".told.done").First).ToContainTextAsync("chốt");
        var file = await page.RunAndWaitForDownloadAsync(() => page.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Tải CSV" })));
        Assert.Contains("Đã chốt", await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task The_periodic_report_is_made()
    {
        await using var reader = await OfficerAsync();
        var page = reader.Page;
        await page.GotoAsync("/manager/reports");

        await page.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Quý", Exact = true }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("quý");
        var paper = await page.RunAndWaitForDownloadAsync(() => page.EnterAsync(page.GetByRole(AriaRole.Link, new() { Name = "Tải báo cáo (.docx)" })));

        Assert.EndsWith(".docx", paper.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(new FileInfo(await paper.PathAsync()).Length > 4000);
        Assert.Empty(reader.Complaints);
    }

    private async Task<Reader> OfficerAsync()
    {
        var reader = await portal.OpenAsync();
        await portal.SignInAsync(reader, Role.EmulationOfficer);
        return reader;
    }

    /// <summary>The first real choice of a list, by the arrow.</summary>
    private static async Task ChooseAsync(IPage page, string selector)
    {
        await page.ReachAsync(page.Locator(selector));
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.NotEqual("", await page.Locator(selector).InputValueAsync());
    }
}
