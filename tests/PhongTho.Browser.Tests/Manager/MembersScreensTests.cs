using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using PhongTho.Cms.Members;
using Xunit;

namespace PhongTho.Browser.Tests.Manager;

public sealed class MembersScreensTests(LivePortal portal)
{
    private static readonly string[] outside = ["/manager/sign-in", "/manager/set-up/khong-con"];

    private static readonly string[] inside =
    [
        "/manager/account", "/manager/account/keys", "/manager/account/app", "/manager/account/sessions", "/manager/account/welcome", "/manager/members", "/manager/members?state=closed",
        "/manager/members/new", "/manager/denied",
    ];

    [Fact]
    public async Task Every_screen_about_people_is_accessible_fits_and_complains_of_nothing()
    {
        await using var narrow = await portal.OpenAsync(360);
        await using var wide = await portal.OpenAsync(1280, isDark: true);
        foreach (var path in outside)
        {
            await LookAsync(narrow, path);
            await LookAsync(wide, path);
        }

        var member = await portal.SignInAsync(narrow, Role.Administrator);
        await portal.SignInAsync(wide, member);
        foreach (var path in inside.Append($"/manager/members/{member.Id}"))
        {
            await LookAsync(narrow, path);
            await LookAsync(wide, path);
        }

        Assert.Empty(narrow.Complaints.Concat(wide.Complaints));
    }

    private static async Task LookAsync(Reader reader, string path)
    {
        await reader.Page.GotoAsync(path);
        var overflow = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{path} is {overflow} px too wide.");
        var axe = await reader.Page.RunAxe(new AxeRunOptions { Iframes = false });
        Assert.True(axe.Violations.Length == 0, $"{path}: {string.Join("; ", axe.Violations.Select(violation => violation.Id + " " + violation.Nodes[0].Html))}");
    }
}
