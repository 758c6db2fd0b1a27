using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PhongTho.Browser.Tests.Manager;
using PhongTho.Cms.Members;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests;

/// <summary>«Muốn làm theo» on a cheap phone, without script.</summary>
[Trait("Clause", "C-I.2b")]
public sealed class ReplicateTests(LivePortal portal)
{
    [Fact]
    public async Task Who_wants_to_copy_registers_at_360_px_without_script_and_the_room_sees_it()
    {
        await using var reader = await portal.OpenAsync(360, hasScript: false);
        var page = reader.Page;
        await page.GotoAsync("/cach-lam-hay/canh-ruong-mot-giong-mot-lich");

        await page.GetByRole(AriaRole.Link, new() { Name = "Tôi, đơn vị tôi muốn làm theo" }).ClickAsync();
        await page.GetByLabel("Cơ quan, tổ, nhóm, bản", new() { Exact = true }).CheckAsync();
        await page.Locator("#ten").FillAsync("12 hộ bản Thử");
        await page.Locator("#so-ho").FillAsync("12");
        await page.Locator("#xa").SelectOptionAsync("xa-dao-san");
        await page.Locator("#ban").FillAsync("bản Thử");
        await page.Locator("#tu").FillAsync("3/2026");
        await page.Locator("#ho-ten").FillAsync("Lò Thị Mẫu");
        await page.Locator("#lien-he").FillAsync("0912 000 111");
        await page.Locator("#dong-y").CheckAsync();

        // A hand this fast is asked to read once more, and nothing typed is lost meanwhile.
        for (var tries = 0; tries < 200 && !page.Url.Contains("/theo-doi/", StringComparison.Ordinal); tries++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Ghi danh làm theo" }).ClickAsync();
        }

        await Expect(page.Locator("h1")).ToHaveTextAsync("Đã nhận lượt ghi danh của bạn");
        var code = await page.Locator(".keep dd").First.InnerTextAsync();
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0);

        await using var desk = await portal.OpenAsync(360);
        await portal.SignInAsync(desk, Role.EmulationOfficer);
        foreach (var room in new[] { "/manager/replications", "/manager/replications/" + code, "/manager/contributions", "/manager/contributions?ngan=da-kiem-tra", "/manager/tracking" })
        {
            await desk.Page.GotoAsync(room);
            Assert.True(await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, room);
            var axe = await desk.Page.RunAxe();
            Assert.True(axe.Violations.Length == 0, room + ": " + string.Join("; ", axe.Violations.Select(violation => violation.Id + " " + violation.Nodes[0].Html)));
        }

        Assert.Empty(reader.Complaints.Concat(desk.Complaints));
    }
}
