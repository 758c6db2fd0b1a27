using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PhongTho.Cms.Members;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>The desk and the rooms where the site is kept, in a browser.</summary>
public sealed class RoomsTests(LivePortal portal)
{
    private static readonly string[] screens =
    [
        "/manager", "/manager/desk/moi-dang", "/manager/content", "/manager/content?q=khongcogi", "/manager/content/trash", "/manager/settings", "/manager/menus", "/manager/pages",
        "/manager/sections", "/manager/sections/edit?path=tin-tuc", "/manager/sections/edit", "/manager/terms", "/manager/terms/linh-vuc", "/manager/terms/the", "/manager/terms/linh-vuc/nong-nghiep",
        "/manager/units", "/manager/units/edit?slug=huyen-phong-tho", "/manager/units/edit", "/manager/redirects", "/manager/audit",
        "/manager/commendations", "/manager/commendations/new", "/manager/commendations/rules", "/manager/commendations/KT-2024-000004", "/manager/commendations/KT-2024-000004/edit",
        "/manager/feedback", "/manager/feedback/promises", "/manager/replications", "/manager/contributions?ngan=da-kiem-tra", "/manager/tracking",
        "/manager/registrations?nam=2023", "/manager/registrations/new?nam=2023", "/manager/registrations/round?nam=2023", "/manager/plans?nam=2023", "/manager/plans/edit?nam=2023&don-vi=xa-dao-san",
        "/manager/consultations", "/manager/consultations/edit?ma=danh-sach-de-nghi-khen-thuong-cuoi-nam-2026", "/manager/council", "/manager/reports?ky=2026", "/manager/reports/settings", "/manager/plan",
        "/manager/search", "/manager/search?words=trồng sâm", "/manager/words", "/manager/words?q=ubnd&short=UBND", "/manager/words?words=trồng sâm",
        "/manager/rankings?nam=2024", "/manager/rankings/table?nam=2026", "/manager/rankings/block?nam=2024&khoi=cum-thi-dua-mau-so-1", "/manager/rankings/sheet?nam=2024&khoi=cum-thi-dua-mau-so-1&tap-the=t1",
        "/manager/inspections", "/manager/inspections/edit", "/manager/meetings",
    ];

    [Fact]
    public async Task Every_room_is_accessible_and_fits_light_and_dark()
    {
        var registration = await portal.ClosedYearAsync(2023);
        var (letter, result) = (await portal.LetterAsync(), await portal.ReplicationAsync());
        await using var light = await portal.OpenAsync(360);
        await using var dark = await portal.OpenAsync(1280, isDark: true);
        await portal.SignInAsync(light, Role.Publisher, Role.Administrator, Role.EmulationOfficer);
        await portal.SignInAsync(dark, Role.Publisher, Role.Administrator, Role.EmulationOfficer);
        var faults = new List<string>();
        foreach (var screen in screens.Concat([$"/manager/registrations/{registration}", "/manager/feedback/" + letter, "/manager/replications/" + result]))
        {
            await light.Page.SetViewportSizeAsync(360, 900);
            await LookAsync(light, screen, 360, faults);
            await light.Page.SetViewportSizeAsync(768, 900);
            faults.AddRange(await OverAsync(light, screen, 768));
            await LookAsync(dark, screen, 1280, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(light.Complaints.Concat(dark.Complaints));
    }

    [Fact]
    public async Task From_the_keyboard_alone_a_page_moves_in_the_tree_and_its_old_address_leads_on()
    {
        await using var reader = await portal.OpenAsync();
        await portal.SignInAsync(reader, Role.Administrator);
        var page = reader.Page;
        await page.GotoAsync("/manager/pages");
        var row = page.Locator("li[data-id]", new PageLocatorOptions { Has = page.Locator("> .tree-row .tree-name", new PageLocatorOptions { HasText = "Hỏi đáp" }) }).Last;

        await row.Locator(".tree-name").First.FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowRight");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu thứ tự" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".told.done")).ToContainTextAsync("Đã xếp lại cây trang");
        await page.GotoAsync("/hoi-dap");
        Assert.EndsWith("/hoi-dap", page.Url, StringComparison.Ordinal);
        Assert.NotEqual(portal.Url + "/hoi-dap", page.Url);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_unit_ends_and_lists_say_what_it_belongs_to_now()
    {
        await using var reader = await portal.OpenAsync(390);
        await portal.SignInAsync(reader, Role.Administrator);
        var page = reader.Page;

        await page.GotoAsync("/manager/units");
        await page.GetByRole(AriaRole.Link, new() { Name = "Thêm đơn vị" }).ClickAsync();
        await page.GetByLabel("Loại").SelectOptionAsync("Xã");
        await page.GetByLabel("Tên", new() { Exact = true }).FillAsync("Bản Mẫu");
        await page.GetByLabel("Tên đầy đủ").FillAsync("Xã Bản Mẫu");
        await page.GetByLabel("Đến hết ngày").FillAsync("2025-06-30");
        await page.Locator("summary", new() { HasText = "Đơn vị kế thừa" }).ClickAsync();
        await page.Locator("label", new() { HasText = "Xã Dào San" }).Locator("input[value=xa-dao-san]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu đơn vị" }).ClickAsync();

        await Expect(page.Locator("tr", new() { HasText = "Xã Bản Mẫu" })).ToContainTextAsync("nay thuộc Xã Dào San");
        Assert.Empty(reader.Complaints);
    }

    /// <summary>The accessibility check costs seconds, so it looks at the narrow light screen and the wide dark one.</summary>
    private static async Task LookAsync(Reader reader, string screen, int width, List<string> faults)
    {
        var answer = await reader.Page.GotoAsync(screen);
        faults.AddRange(answer is { Ok: true } ? [] : [$"{screen} answers {answer?.Status}."]);
        faults.AddRange(await OverAsync(reader, screen, width));
        var axe = await reader.Page.RunAxe(new AxeRunOptions { Iframes = false });
        faults.AddRange(axe.Violations.Select(violation => $"{screen} at {width}: {violation.Id} {violation.Nodes[0].Html}"));
    }

    private static async Task<IEnumerable<string>> OverAsync(Reader reader, string screen, int width)
    {
        var over = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return over > 0 ? [$"{screen} at {width} px is {over} px too wide."] : [];
    }
}
