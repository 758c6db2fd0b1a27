using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PhongTho.Cms.Members;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>A whole day of the newsroom: a unit's contributor writes of a neighbour, an editor sends it back, the managing editor publishes, a citizen finds it; withdrawn, it is gone.</summary>
public sealed partial class NewsroomJourneyTests(LivePortal portal)
{
    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task From_a_neighbours_good_deed_to_a_citizens_phone_and_away_again(int width, bool byKeyboard)
    {
        var name = $"Hoàng Thị Minh Họa {width}{(byKeyboard ? " phím" : "")}";
        await using var contributor = await portal.OpenAsync(width);
        await using var editor = await portal.OpenAsync(width);
        await using var publisher = await portal.OpenAsync(width);
        await using var citizen = await portal.OpenAsync(360);
        await portal.SignInAsync(contributor, Role.Contributor);
        await portal.SignInAsync(editor, Role.Editor);
        await portal.SignInAsync(publisher, Role.Publisher);
        var desk = new NewsroomDesk(contributor.Page, byKeyboard);
        var title = $"Chị {name} dạy nghề dệt cho 12 em gái";

        await desk.StartAsync("Gương điển hình");
        await desk.TypeAsync(desk.Field("title"), title);
        await desk.TypeAsync(desk.Field("summary"), "Mỗi tối thứ bảy, gian bếp thành lớp học dệt vải của bản.");
        await desk.TypeAsync(desk.Field("subjectName"), name);
        await desk.ChooseAsync(desk.Field("subjectKind"), "nguoi-dan", "Người dân");
        await desk.AddPictureAsync($"dệt vải {width} {byKeyboard}.jpg", "Khung cửi bên cửa sổ gian bếp");
        await desk.AddTextAsync("Chị bắt đầu với một khung cửi mượn của mẹ.");
        await desk.SavedAsync();
        var room = contributor.Page.Url;
        await desk.ActAsync("Submit");
        await Expect(contributor.Page.GetByText("Đã gửi duyệt.")).ToBeVisibleAsync();
        await portal.LostAsync(citizen, Bare(name), title);

        var reading = new NewsroomDesk(editor.Page, byKeyboard);
        await reading.KeepDossierAsync(name);
        await reading.OpenFromDeskAsync(title);
        await reading.ChooseDossierAsync(Bare(name), name);
        await reading.SavedAsync();
        await reading.ActAsync("RequestChanges", "Xin thêm số em đã tự dệt được váy.");
        await Expect(editor.Page.GetByText("Đã gửi yêu cầu sửa")).ToBeVisibleAsync();

        await desk.OpenFromDeskAsync(title);
        await Expect(contributor.Page.Locator(".review-note")).ToContainTextAsync("Xin thêm số em");
        await desk.AddTextAsync("Bảy em đã tự dệt được váy của mình.");
        await desk.SavedAsync();
        await desk.ActAsync("Submit");
        await Expect(contributor.Page.GetByText("Đã gửi duyệt.")).ToBeVisibleAsync();

        var deciding = new NewsroomDesk(publisher.Page, byKeyboard);
        await deciding.OpenFromDeskAsync(title);
        await deciding.ActAsync("Approve");
        await Expect(publisher.Page.GetByText("Đã duyệt.")).ToBeVisibleAsync();
        await deciding.ActAsync("Publish");
        await Expect(publisher.Page.GetByText("Đã đăng.")).ToBeVisibleAsync();

        await portal.FoundAsync(citizen, Bare(name), title);
        await citizen.Page.Locator("main a", new PageLocatorOptions { HasText = title }).First.ClickAsync();
        await Expect(citizen.Page.Locator("h1")).ToContainTextAsync(name);
        await Expect(citizen.Page.Locator("main")).ToContainTextAsync("Bảy em đã tự dệt được váy");
        var picture = citizen.Page.GetByAltText("Khung cửi bên cửa sổ gian bếp").First;
        await Expect(picture).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await picture.EvaluateAsync<int>("image => image.naturalWidth") > 0);
        var address = citizen.Page.Url;

        await publisher.Page.GotoAsync(room);
        await deciding.ActAsync("Withdraw");
        await Expect(publisher.Page.Locator(".badge", new PageLocatorOptions { HasText = "Đã rút" })).ToBeVisibleAsync();
        var gone = await citizen.Page.GotoAsync(address);
        Assert.Equal(410, gone!.Status);
        Assert.DoesNotContain(name, await citizen.Page.ContentAsync(), StringComparison.Ordinal);
        await portal.LostAsync(citizen, Bare(name), title);
        Assert.All([contributor, editor, publisher, citizen], reader => Assert.Empty(reader.Complaints));
    }

    /// <summary>As a citizen types it: without marks.</summary>
    private static string Bare(string name) => Marks().Replace(name.Normalize(System.Text.NormalizationForm.FormD), "").Replace('đ', 'd').Replace('Đ', 'D');

    [GeneratedRegex(@"\p{Mn}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
