using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests;

public sealed class SearchTests(LivePortal portal)
{
    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Suggestions_come_while_typing_and_are_chosen_by_keyboard(int width)
    {
        await using var reader = await portal.OpenAsync(width);
        var page = reader.Page;
        await page.GotoAsync("/tim-kiem");
        var box = page.Locator("main").GetByRole(AriaRole.Combobox).Or(page.Locator("#tim"));

        await box.PressSequentiallyAsync("hien d");
        var options = page.GetByRole(AriaRole.Option);
        await Expect(options.First).ToBeVisibleAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.Locator("main .search-box [role=status]")).ToContainTextAsync("gợi ý");
        await Folded(page, width);
        Assert.Empty((await page.RunAxe(new AxeRunOptions { Iframes = false })).Violations.Select(violation => $"{violation.Id} {violation.Nodes[0].Html}"));
        await box.PressAsync("ArrowDown");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        var id = await options.First.GetAttributeAsync("id");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", id!);
        await box.PressAsync("Escape");
        await Expect(options).ToHaveCountAsync(0);
        await box.PressSequentiallyAsync("at");
        await Expect(options.First).ToBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");

        await Expect(page).Not.ToHaveURLAsync(portal.Url + "/tim-kiem");
        await Expect(page.Locator("h1")).ToHaveCountAsync(1);
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task Without_script_the_box_is_a_form_and_the_results_stand_on_a_narrow_screen()
    {
        await using var reader = await portal.OpenAsync(360, hasScript: false);
        var page = reader.Page;
        await page.GotoAsync("/tim-kiem");

        await page.Locator("#tim").FillAsync("hieens ddaats mowr dduwowngf");
        await page.Locator("main .search-box button").ClickAsync();

        await Expect(page.Locator("main")).ToContainTextAsync("Hiểu là: hiến đất mở đường");
        await Expect(page.Locator("main mark").First).ToBeVisibleAsync();
        await Folded(page, 360);
    }

    private static async Task Folded(IPage page, int width) =>
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, width);
}
