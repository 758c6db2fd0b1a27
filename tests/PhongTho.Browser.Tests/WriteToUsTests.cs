using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhongTho.Browser.Tests.Manager;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Members;
using Xunit;

namespace PhongTho.Browser.Tests;

[Trait("Clause", "C-III.3a")]
public sealed class WriteToUsTests(LivePortal portal)
{
    [Fact]
    public async Task On_a_small_phone_without_script_a_reader_asks_for_a_correction_and_follows_it()
    {
        await using var phone = await portal.OpenAsync(360, hasScript: false);
        var page = phone.Page;
        await page.GotoAsync("/nguoi-tot-viec-tot");
        await page.Locator("main h3 a").First.ClickAsync();

        await page.Locator("a[href*='/dinh-chinh?bai=']").ClickAsync();
        await page.GetByText("Sửa chỗ chưa đúng").ClickAsync();
        await page.Locator("#loi-viet").FillAsync("Con số trong bài chưa đúng, phải là 600 m².");
        await SendAsync(page);

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Đã nhận thư góp ý của bạn");
        var code = await page.Locator(".keep dd").First.InnerTextAsync();
        var secret = await page.Locator(".keep dd").Nth(1).InnerTextAsync();
        await page.GotoAsync("/gop-y-phan-anh/theo-doi");
        await page.Locator("#code").FillAsync(code.ToLowerInvariant());
        await page.Locator("#ma").FillAsync(secret);
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem" }).ClickAsync();

        await Assertions.Expect(page.Locator(".way .now, .way [aria-current=step]").First).ToContainTextAsync("Đã nhận");
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task The_desk_of_letters_and_the_forms_fit_their_screens_and_are_accessible()
    {
        var intake = portal.Services.GetRequiredService<FeedbackIntake>();
        var entry = new FeedbackEntry { Kind = FeedbackKind.Difficulty, Unit = "xa-khong-lao", Text = "Bản Mẫu chưa biết nộp đăng ký thi đua ở đâu.", Contact = new FeedbackContact("Lò Thị Mẫu", "0912 000 111", ""), Agrees = true };
        var taken = (FeedbackOutcome.Taken)await intake.ReceiveAsync(entry, [FeedbackKind.Difficulty], TestContext.Current.CancellationToken);
        await using var light = await portal.OpenAsync(360);
        await using var dark = await portal.OpenAsync(1280, isDark: true);
        await portal.SignInAsync(light, Role.Publisher);
        await portal.SignInAsync(dark, Role.Publisher);

        foreach (var path in new[]
        {
            "/manager", "/manager/feedback", "/manager/feedback/" + taken.Code, "/manager/feedback/promises",
            "/gop-y-phan-anh", "/gop-y-phan-anh/dinh-chinh", FeedbackShowing.Path, $"/gop-y-phan-anh/theo-doi/{taken.Code}?ma={taken.Secret}&moi=1",
        })
        {
            await IsFineAsync(light.Page, path, 360);
            await IsFineAsync(dark.Page, path, 1280);
        }

        Assert.Empty(light.Complaints.Concat(dark.Complaints));
    }

    /// <summary>Faster than people are, the form comes back whole; it is sent again until it is taken.</summary>
    private static async Task SendAsync(IPage page)
    {
        var status = 0;
        for (var tries = 0; tries < 400 && status != 302; tries++)
        {
            await Assertions.Expect(page.Locator("#loi-viet")).ToHaveValueAsync("Con số trong bài chưa đúng, phải là 600 m².");
            var answer = await page.RunAndWaitForResponseAsync(
                () => page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị" }).ClickAsync(), static answer => answer.Request.Method == "POST");
            status = answer.Status;
        }

        Assert.Equal(302, status);
    }

    private static async Task IsFineAsync(IPage page, string path, int width)
    {
        await page.GotoAsync(path);
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{path} at {width} px is {overflow} px too wide.");
        var axe = await page.RunAxe();
        Assert.True(axe.Violations.Length == 0, path + ": " + string.Join("; ", axe.Violations.Select(violation => violation.Id + " " + violation.Nodes[0].Html)));
    }
}
