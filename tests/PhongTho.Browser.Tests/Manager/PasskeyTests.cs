using Microsoft.Playwright;
using PhongTho.Cms.Members;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

public sealed class PasskeyTests(LivePortal portal)
{
    [Fact]
    public async Task A_passkey_made_on_a_device_signs_its_person_in_without_a_password()
    {
        await using var reader = await portal.OpenAsync();
        var page = reader.Page;
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        // Browsers keep passkeys for names, not for numbers: the same socket by its name.
        var home = portal.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal).Replace("[::1]", "localhost", StringComparison.Ordinal);
        var member = await portal.MemberAsync(Role.Editor);
        await page.GotoAsync(home + "/manager/sign-in");
        await page.FillAsync("#email", member.Email!);
        await page.FillAsync("#password", MembersLive.Password);
        await page.ClickAsync("form button[type=submit]");
        await Expect(page).ToHaveURLAsync(home + "/manager");

        await page.GotoAsync(home + "/manager/account/keys");
        await page.FillAsync("#password", MembersLive.Password);
        await page.ClickAsync("passkey-add [data-start]");
        await Expect(page.Locator(".told.done")).ToBeVisibleAsync();
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(home + "/manager/sign-in");

        // The virtual device answers the quiet offer of the address field as soon as it is made; a person would choose it there.
        await Expect(page).ToHaveURLAsync(home + "/manager", new PageAssertionsToHaveURLOptions { Timeout = 30_000 });
        await Expect(page.Locator(".me-name")).ToHaveTextAsync(member.Name);
        Assert.Empty(reader.Complaints);
    }
}
