using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PhongTho.Browser.Tests.Manager;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;
using Xunit;

namespace PhongTho.Browser.Tests;

public sealed class NominateTests(LivePortal portal)
{
    // A photograph of one red square, so that the test needs no file beside it.
    private const string Photo = "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR42mM4oaFBEmIY1TCqYfhqAAB8MxgQ+iSj5QAAAABJRU5ErkJggg==";

    [Fact]
    public async Task The_triage_desk_and_the_follow_pages_fit_their_screens_and_are_accessible()
    {
        var intake = portal.Services.GetRequiredService<NominationIntake>();
        var entry = new NominationEntry
        {
            Kind = "ho-gia-dinh",
            Name = "Gia đình Vàng A Mẫu",
            Unit = "xa-sin-suoi-ho",
            Village = "bản Mẫu 1",
            Deed = "Trồng lê trên đất dốc và giúp chín nhà khác cùng trồng.",
            When = "từ năm 2020",
            Result = "9 nhà làm theo",
            Fields = ["nong-nghiep"],
            Criteria = [new CriterionAssessment { Criterion = "household-mutual-help", Result = CriterionResult.Met }],
            IsSubjectAware = true,
            Contact = new NominatorContact("Lò Thị Mẫu", "0912 000 111", "hàng xóm"),
            Agrees = true,
        };
        var taken = (NominationOutcome.Taken)await intake.ReceiveAsync(
            entry, [new IncomingPhoto(() => new MemoryStream(Convert.FromBase64String(Photo)), "anh.png")], null, TestContext.Current.CancellationToken);
        await using var light = await portal.OpenAsync(360);
        await using var dark = await portal.OpenAsync(1280, isDark: true);
        await portal.SignInAsync(light, Role.Editor);
        await portal.SignInAsync(dark, Role.Editor);

        foreach (var room in new[] { "/manager/nominations", "/manager/nominations/" + taken.Code, "/manager/nominations/new" })
        {
            await light.Page.GotoAsync(room);
            await IsFineAsync(light.Page, 360);
            await dark.Page.GotoAsync(room);
            await IsFineAsync(dark.Page, 1280);
        }

        foreach (var page in new[] { "/gioi-thieu-guong/theo-doi", $"/gioi-thieu-guong/theo-doi/{taken.Code}?ma={taken.Secret}&moi=1" })
        {
            await light.Page.GotoAsync(page);
            await IsFineAsync(light.Page, 360);
            await dark.Page.GotoAsync(page);
            await IsFineAsync(dark.Page, 1280);
        }

        Assert.Empty(light.Complaints.Concat(dark.Complaints));
    }

    private static async Task IsFineAsync(IPage page, int width)
    {
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{page.Url} at {width} px is {overflow} px too wide.");
        var axe = await page.RunAxe();
        Assert.True(axe.Violations.Length == 0, string.Join("; ", axe.Violations.Select(violation => violation.Id + " " + violation.Nodes[0].Html)));
    }
}
