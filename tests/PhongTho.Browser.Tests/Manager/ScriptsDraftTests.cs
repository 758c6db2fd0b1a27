using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>Autosave against every kind of trouble: the status line tells the truth and no word is lost.</summary>
public sealed class ScriptsDraftTests(LivePortal portal)
{
    [Fact]
    public async Task What_is_typed_is_saved_by_itself_with_the_version_it_was_read_at()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        await Expect(Status(reader)).ToHaveTextAsync("Đã lưu lúc 13:00");

        await reader.Page.Locator("#title").FillAsync("Mới");
        await Expect(Status(reader)).ToHaveTextAsync("Có thay đổi chưa lưu");
        await Expect(Status(reader)).ToHaveTextAsync("Đã lưu lúc 14:04");

        var saved = Assert.Single(stage.Saved);
        Assert.Equal(("Mới", "3", "token-1"), (saved["title"], saved["version"], saved["__RequestVerificationToken"]));
        await Expect(reader.Page.Locator("[name=version]")).ToHaveValueAsync("4");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_failing_server_and_a_dead_network_are_tried_again_until_they_answer()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        stage.Troubles.Enqueue(500);
        stage.Troubles.Enqueue(503);

        await reader.Page.Locator("#title").FillAsync("Một");
        await Expect(Status(reader)).ToHaveTextAsync("Chưa gửi được, còn thay đổi chưa lưu. Tự thử lại…");
        await Expect(Status(reader)).ToHaveTextAsync("Đã lưu lúc 14:04");
        await reader.Page.Context.SetOfflineAsync(true);
        await reader.Page.Locator("#title").FillAsync("Hai");
        await Expect(Status(reader)).ToHaveTextAsync("Chưa gửi được, còn thay đổi chưa lưu. Tự thử lại…");
        await reader.Page.Context.SetOfflineAsync(false);
        await Expect(Status(reader)).ToHaveTextAsync("Đã lưu lúc 14:05");

        Assert.Equal(["Một", "Hai"], stage.Saved.Select(form => form["title"]));
    }

    [Fact]
    public async Task One_request_at_a_time_and_the_newest_words_win()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        stage.Hold = new TaskCompletionSource();

        await reader.Page.Locator("#title").FillAsync("Một");
        await Expect(Status(reader)).ToHaveTextAsync("Đang lưu…");
        await reader.Page.Locator("#title").FillAsync("Hai");
        await reader.Page.Locator("#title").FillAsync("Ba");
        var hold = stage.Hold;
        stage.Hold = null;
        hold.SetResult();
        await Expect(Status(reader)).ToHaveTextAsync("Đã lưu lúc 14:05");

        Assert.Equal([("Một", "3"), ("Ba", "4")], stage.Saved.Select(form => (form["title"], form["version"])));
    }

    [Fact]
    public async Task Somebody_else_s_text_is_never_written_over_and_one_s_own_never_lost()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        var asked = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Type);
            _ = dialog.DismissAsync();
        };
        stage.Troubles.Enqueue(409);

        await page.Locator("#title").PressSequentiallyAsync("x");
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("Lò Văn Ví Dụ đã lưu bài này lúc 14:03.");
        await page.Locator("#title").PressSequentiallyAsync("y");
        var comparison = await page.RunAndWaitForPopupAsync(() => page.Locator(".draft-bar button").ClickAsync());
        await Expect(comparison.Locator("h1")).ToHaveTextAsync("xyLớp xóa mù chữ");
        await page.EvaluateAsync("location.href = '/edit/8'");

        await Expect(Status(reader)).ToHaveTextAsync("Có thay đổi chưa lưu");
        await Expect(page.Locator("#title")).ToHaveValueAsync("xyLớp xóa mù chữ");
        Assert.Equal(["beforeunload"], asked);
        Assert.Empty(stage.Saved);
        Assert.Empty(stage.Posted);
    }

    [Fact]
    public async Task Who_was_signed_out_signs_in_elsewhere_and_goes_on()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        stage.Troubles.Enqueue(401);

        await reader.Page.Locator("#title").FillAsync("Một");
        await Expect(reader.Page.Locator(".draft-bar")).ToContainTextAsync("Bạn đã bị đăng xuất.");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Thử lại" }).ClickAsync();

        await Expect(Status(reader)).ToHaveTextAsync("Đã lưu lúc 14:04");
        await Expect(reader.Page.Locator(".draft-bar")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_refusal_leads_to_its_field_and_is_not_repeated_until_something_changes()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        stage.Troubles.Enqueue(400);

        await reader.Page.Locator("#title").FillAsync("");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Hãy viết tiêu đề." }).ClickAsync();
        await Expect(reader.Page.Locator("#title")).ToBeFocusedAsync();
        Assert.Empty(stage.Saved);
        await reader.Page.Keyboard.TypeAsync("Có rồi");

        await Expect(Status(reader)).ToHaveTextAsync("Đã lưu lúc 14:04");
        await Expect(reader.Page.Locator(".draft-bar")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_button_waits_for_the_words_and_does_nothing_without_network()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#title").FillAsync("Một");

        await page.Locator("button[value=save]").ClickAsync();
        await Expect(Status(reader)).ToContainTextAsync("Chưa gửi được");
        await Expect(page.Locator("#title")).ToHaveValueAsync("Một");
        await page.Context.SetOfflineAsync(false);
        await page.RunAndWaitForResponseAsync(() => page.Locator("button[value=save]").ClickAsync(), response => response.Status == 302);

        var posted = Assert.Single(stage.Posted);
        Assert.Equal(("Một", "save", "4"), (posted["title"], posted["do"], posted["version"]));
    }

    [Fact]
    public async Task Enter_in_a_line_sends_no_form_and_a_grave_button_asks_first()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        var grave = page.GetByRole(AriaRole.Button, new() { Name = "Bỏ bài" });

        await page.Locator("#title").PressAsync("Enter");
        await grave.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Thôi" })).ToBeFocusedAsync();
        await page.Mouse.ClickAsync(4, 4);
        await Expect(page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Expect(grave).ToBeFocusedAsync();
        await grave.ClickAsync();
        await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Chuyển vào thùng rác" }).ClickAsync(), response => response.Status == 302);

        Assert.Equal("trash", Assert.Single(stage.Posted)["do"]);
    }

    private static ILocator Status(Reader reader) => reader.Page.Locator(".draft-status");
}
