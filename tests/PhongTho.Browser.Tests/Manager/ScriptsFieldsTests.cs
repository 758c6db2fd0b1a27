using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>Pictures, files, items, previews and trees.</summary>
public sealed class ScriptsFieldsTests(LivePortal portal)
{
    [Fact]
    public async Task A_picture_is_searched_and_chosen_without_leaving_the_form()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;

        await page.Locator("fieldset [data-choose]").ClickAsync();
        await page.Locator("#mq").PressSequentiallyAsync("hoa");
        await Expect(page.GetByText("hoa lop.jpg")).ToBeVisibleAsync();
        await Expect(page.Locator("#mq")).ToBeFocusedAsync();
        await page.GetByText("Trang sau").ClickAsync();
        await page.GetByText("trang2 lop.jpg").ClickAsync();

        await Expect(page.Locator("[name='picture.media']")).ToHaveValueAsync("m1");
        await Expect(page.Locator("#alt")).ToHaveValueAsync("Lớp học đêm");
        await Expect(page.Locator("fieldset figure img")).ToHaveAttributeAsync("src", "/picture.svg");
        await Expect(page.Locator("fieldset [data-choose]")).ToBeFocusedAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Files_go_one_by_one_and_each_says_what_became_of_it()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);

        await reader.Page.Locator("#files").SetInputFilesAsync(
        [
            new FilePayload { Name = "a.jpg", MimeType = "image/jpeg", Buffer = [1] },
            new FilePayload { Name = "b.exe", MimeType = "application/x-msdownload", Buffer = [1] },
            new FilePayload { Name = "c.jpg", MimeType = "image/jpeg", Buffer = [1] },
        ]);

        await Expect(reader.Page.Locator(".uploads .is-done")).ToHaveCountAsync(2);
        await Expect(reader.Page.Locator(".uploads .is-failed")).ToContainTextAsync("b.exe");
        await Expect(reader.Page.Locator(".uploads .is-failed .upload-state")).ToHaveTextAsync("Tệp loại này không nhận được.");
        Assert.Equal(["a.jpg", "b.exe", "c.jpg"], stage.Uploaded.Select(form => form.File));
        Assert.All(stage.Uploaded, form => Assert.Equal(("lop-hoc", "token-1"), (form["folder"], form["__RequestVerificationToken"])));
    }

    [Fact]
    public async Task An_item_is_found_while_typing_and_chosen_by_keyboard()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        var typed = page.Locator("#related");

        await typed.PressSequentiallyAsync("mau");
        await Expect(page.Locator(".item-choices [role=option]")).ToHaveCountAsync(2);
        await typed.PressAsync("ArrowDown");
        await typed.PressAsync("ArrowDown");
        await typed.PressAsync("Enter");
        await Expect(page.Locator("[name=related]")).ToHaveValueAsync("12");
        await typed.FillAsync("không chọn gì");
        await page.Locator("#title").FocusAsync();

        await Expect(typed).ToHaveValueAsync("Anh Giàng A Mẩu");
        await Expect(page.Locator("[name=related]")).ToHaveValueAsync("12");
    }

    [Fact]
    public async Task The_point_of_a_picture_is_set_by_mouse_and_arrows()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);

        await reader.Page.Locator("focal-point img").ClickAsync(new LocatorClickOptions { Position = new Position { X = 100, Y = 30 }, Force = true });
        await reader.Page.Keyboard.PressAsync("ArrowRight");

        await Expect(reader.Page.Locator("[name=focusX]")).ToHaveValueAsync("270");
        await Expect(reader.Page.Locator("[name=focusY]")).ToHaveValueAsync("100");
    }

    [Fact]
    public async Task The_preview_is_drawn_again_after_saving_where_one_was_reading()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;
        var shown = page.FrameLocator("live-preview iframe:not(.is-coming)");
        await page.Locator("live-preview").ScrollIntoViewIfNeededAsync();
        await Expect(shown.Locator("h1")).ToHaveTextAsync("Bản 3");
        await page.EvaluateAsync("document.querySelector('live-preview iframe').contentWindow.scrollTo(0, 700)");

        await page.Locator("#title").EvaluateAsync("(field) => { field.value = 'Mới'; field.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Expect(shown.Locator("h1")).ToHaveTextAsync("Bản 4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Máy tính", Exact = true }).ClickAsync();

        Assert.Equal(700, await page.EvaluateAsync<int>("document.querySelector('live-preview iframe').contentWindow.scrollY"));
        Assert.Equal("1280", await page.Locator("live-preview iframe").GetAttributeAsync("width"));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('live-preview iframe').getBoundingClientRect().width <= innerWidth"));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_tree_is_put_in_order_by_keyboard_and_by_hand()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;

        await page.Locator("[data-id=b] .grip").FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowRight");
        Assert.Equal("a<,b<a,c<", await TreeAsync(page));
        await page.Keyboard.PressAsync("Alt+ArrowLeft");
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        Assert.Equal("b<,a<,c<", await TreeAsync(page));
        var hand = await Hand.OnAsync(page, "mouse");
        await hand.PressAsync(page.Locator("[data-id=c] .grip"));
        var row = await page.Locator("[data-id=a] > .tree-row").BoundingBoxAsync();
        await hand.MoveAsync(row!.X + 60, row.Y + row.Height - 3);
        await hand.ReleaseAsync();

        Assert.Equal("b<,a<,c<a", await TreeAsync(page));
    }

    [Fact]
    public async Task Markdown_is_looked_at_and_letters_are_counted()
    {
        await using var stage = await ScriptsStage.StartAsync();
        await using var reader = await stage.OpenAsync(portal);
        var page = reader.Page;

        await page.GetByRole(AriaRole.Tab, new() { Name = "Xem trước" }).ClickAsync();
        await Expect(page.Locator(".markdown-preview strong")).ToHaveTextAsync("Đậm");
        await page.Locator("#title").FillAsync("Lơ\u0301p xo\u0301a mu\u0300 chư\u0303");
        await Expect(page.Locator(".counter")).ToHaveTextAsync("14/80 ký tự · hơi ngắn");
        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("/");

        await Expect(page.Locator("[data-search]")).ToBeFocusedAsync();
    }

    private static Task<string> TreeAsync(IPage page) =>
        page.EvaluateAsync<string>("[...document.querySelectorAll('sort-tree [name=order]')].map((field) => field.value + '<' + document.querySelector(`[name='parent.${field.value}']`).value).join()");
}
