using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>The library as an editor works in it.</summary>
public sealed class MediaTests(LivePortal portal)
{
    [Fact]
    public async Task From_the_keyboard_alone_a_picture_is_brought_in_described_pointed_at_and_found()
    {
        await using var reader = await MediaDesk.SitDownAsync(portal);
        var page = reader.Page;
        // Asked for before the page is opened: the browser must already be handing its file windows over when the key is pressed.
        var chosen = new TaskCompletionSource<IFileChooser>();
        page.FileChooser += (_, chooser) => chosen.TrySetResult(chooser);
        await page.GotoAsync("/manager/media");

        await page.WaitForFunctionAsync("() => Boolean(customElements.get('file-drop'))");
        await page.Locator("#tep-moi").FocusAsync();
        await Assertions.Expect(page.Locator("#tep-moi")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        var window = await chosen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await window.SetFilesAsync([MediaDesk.Photograph("Bàn phím một.jpg", 11)]);
        var describe = page.GetByRole(AriaRole.Link, new() { Name = "Viết mô tả ngay" });
        await describe.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("textarea").First.FocusAsync();
        await page.Keyboard.TypeAsync("Sườn đồi bản Mấn sau mưa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu mô tả" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Đã lưu mô tả của 1 tệp.")).ToBeVisibleAsync();
        await page.Locator("#tim").FocusAsync();
        await page.Keyboard.TypeAsync("suon doi ban man");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "ban-phim-mot.jpg" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Điểm chính của ảnh" }).FocusAsync();
        await page.Keyboard.PressAsync("Shift+ArrowLeft");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu mô tả" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("Đã lưu mô tả.")).ToBeVisibleAsync();
        Assert.Equal(("400", "480"), (await page.Locator("#focus-x").InputValueAsync(), await page.Locator("#focus-y").InputValueAsync()));
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_pasted_picture_goes_up_and_each_refused_file_says_why_beside_its_name()
    {
        await using var reader = await MediaDesk.SitDownAsync(portal);
        var page = reader.Page;
        await page.GotoAsync("/manager/media");

        await page.EvaluateAsync(
            """
            (bytes) => {
              const clipboard = new DataTransfer();
              clipboard.items.add(new File([Uint8Array.from(bytes)], "dán một.jpg", { type: "image/jpeg" }));
              clipboard.items.add(new File(["MZ"], "hỏng.exe"));
              document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
            }
            """,
            MediaDesk.Photograph("", 12, 640, 400).Buffer.Select(static value => (int)value).ToArray());

        await Assertions.Expect(page.Locator(".uploads .is-done .upload-name")).ToHaveTextAsync("dán một.jpg");
        await Assertions.Expect(page.Locator(".uploads .is-failed .upload-state")).ToContainTextAsync("không phải loại được nhận");
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "dan-mot.jpg" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_forms_field_gets_its_picture_from_the_window()
    {
        await using var reader = await MediaDesk.SitDownAsync(portal, 390);
        var page = reader.Page;
        await page.GotoAsync("/manager/media");
        await page.Locator("#tep-moi").SetInputFilesAsync([MediaDesk.Photograph("Cửa sổ chọn.jpg", 13)]);
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "cua-so-chon.jpg" })).ToBeVisibleAsync();
        await page.EvaluateAsync(
            """
            () => document.querySelector("main").insertAdjacentHTML("beforeend", `<form><media-field data-kind="image" data-picker="/manager/media/picker?kind=image">
              <input type="hidden" name="picture.media"><figure hidden></figure><button type="button" data-choose>Chọn ảnh bìa</button></media-field></form>`)
            """);

        await page.GetByRole(AriaRole.Button, new() { Name = "Chọn ảnh bìa" }).ClickAsync();
        await page.Locator("#picker-q").FillAsync("cua-so-chon");
        await Assertions.Expect(page.Locator("dialog [data-media-id]")).ToHaveCountAsync(1);
        var axe = await page.RunAxe(new AxeRunOptions { Iframes = false });
        await page.Locator("dialog [data-media-id]").ClickAsync();

        Assert.True(axe.Violations.Length == 0, string.Join("; ", axe.Violations.Select(violation => violation.Id + " " + violation.Nodes[0].Html)));
        Assert.Equal(36, (await page.Locator("[name='picture.media']").InputValueAsync()).Length);
        await Assertions.Expect(page.Locator("media-field img")).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Without_script_plain_forms_do_it_all()
    {
        await using var reader = await MediaDesk.SitDownAsync(portal, 360, hasScript: false);
        var page = reader.Page;
        await page.GotoAsync("/manager/media");

        await page.Locator("#tep-moi").SetInputFilesAsync([MediaDesk.Photograph("Không mã.jpg", 14)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên", Exact = true }).ClickAsync();
        await page.Locator("textarea").First.FillAsync("Đồi chè");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu mô tả" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "khong-ma.jpg" }).ClickAsync();
        await page.Locator("#focus-x").FillAsync("300");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu mô tả" }).ClickAsync();
        await page.GetByText("Xóa tệp…").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa hẳn tệp này" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Đã xóa «khong-ma.jpg».")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_screen_is_accessible_and_fits()
    {
        await using var light = await MediaDesk.SitDownAsync(portal, 360);
        await light.Page.GotoAsync("/manager/media");
        await light.Page.Locator("#tep-moi").SetInputFilesAsync([MediaDesk.Photograph("Xem màn hình.jpg", 15)]);
        var tile = light.Page.GetByRole(AriaRole.Link, new() { Name = "xem-man-hinh.jpg" });
        await Assertions.Expect(tile).ToBeVisibleAsync();
        var file = await tile.GetAttributeAsync("href");
        await using var dark = await MediaDesk.SitDownAsync(portal, 1280, isDark: true);
        string[] screens = ["/manager/media", "/manager/media?q=khongcogi", "/manager/media?folder=minh-hoa&kind=image", "/manager/media/upload", "/manager/media/describe", file!, file + "/replace"];
        foreach (var screen in screens)
        {
            foreach (var (reader, width) in new[] { (light, 360), (light, 768), (dark, 1280) })
            {
                await reader.Page.SetViewportSizeAsync(width, 900);
                await reader.Page.GotoAsync(screen);
                var over = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                var axe = await reader.Page.RunAxe(new AxeRunOptions { Iframes = false });
                Assert.True(over <= 0, $"{screen} at {width} px is {over} px too wide.");
                Assert.True(axe.Violations.Length == 0, $"{screen} at {width}: {string.Join("; ", axe.Violations.Select(violation => violation.Id + " " + violation.Nodes[0].Html))}");
            }
        }

        Assert.Empty(light.Complaints.Concat(dark.Complaints));
    }
}
