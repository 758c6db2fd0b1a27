using System.Net;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Nominations;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>The rooms of registrations and plans, as a browser without script uses them.</summary>
public sealed class RegistrationRoomTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Clause", "C-II.2c1")]
    public async Task A_unit_registers_with_its_account_and_the_officer_takes_it_in_and_downloads_the_list()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        using var unit = await portal.SignedInAsync(Role.Contributor);
        using var opened = await officer.PostFormAsync(
            "/manager/registrations/round", ("nam", "2026"), ("opensOn", "2026-01-05"), ("deadline", "2026-12-15"), ("plansDueOn", "2026-12-15"), ("units", Newsroom.Unit), ("units", "xa-khong-lao"));
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);

        using var begun = await unit.PostFormAsync("/manager/registrations/new", "/manager/registrations/new?nam=2026", [("nam", "2026"), .. Fields("Met")]);
        var room = begun.Headers.Location!.ToString();
        using var sent = await unit.PostFormAsync(room, [("version", "1"), ("do", "submit"), .. Fields("NotMet")]);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (begun.StatusCode, sent.StatusCode));
        using var taken = await officer.PostFormAsync(room + "?handler=step", ("version", "3"), ("step", nameof(RegistrationStep.Accept)));

        var list = await officer.TextAsync("/manager/registrations?nam=2026");
        Assert.Contains("Sùng A Mẫumực", list, StringComparison.Ordinal);
        Assert.Contains("Đã tiếp nhận", list, StringComparison.Ordinal);
        Assert.Contains("đạt 0/4 tiêu chí", list, StringComparison.Ordinal);
        var csv = await officer.TextAsync("/manager/registrations?handler=sheet&format=csv&nam=2026");
        Assert.Contains("Xã Ví Dụ,Người dân trong cộng đồng dân cư,Anh Sùng A Mẫumực", csv, StringComparison.Ordinal);
        var sheet = await officer.GetByteArrayAsync(new Uri("/manager/registrations?handler=sheet&nam=2026", UriKind.Relative), Cancellation);
        Assert.Equal("PK"u8.ToArray(), sheet[..2]);
        using var editor = await portal.SignedInAsync(Role.Administrator);
        using var strangers = await editor.GetAsync(new Uri(room, UriKind.Relative), Cancellation);
        Assert.NotEqual(HttpStatusCode.OK, strangers.StatusCode);

        static (string, string)[] Fields(string answer) =>
        [
            ("don-vi", Newsroom.Unit), ("loai", "nguoi-dan"), ("ten", "Anh Sùng A Mẫumực"), ("huong-toi", "giay-khen-xa"), ("chi-tieu", "40 ngày công"), ("thu-truong", "Lò Thị Thử"), ("ngay-xac-nhan", "2026-11-20"),
            ("kq-citizen-law-abiding", answer), ("kq-citizen-supports-movements", answer), ("kq-citizen-contributes-nrd-welfare", answer), ("kq-citizen-cultural-family", answer), ("kq-household-mutual-help", "Met"),
        ];
    }

    [Fact]
    [Trait("Clause", "C-I.2a")]
    [Trait("Clause", "C-IV.1")]
    public async Task A_unit_tells_of_its_plan_and_the_office_sees_it_on_the_board()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        await portal.OpenYearAsync(2026, deadline: new(2026, 12, 15), plansDueOn: new(2026, 4, 30), People.Unit, Newsroom.Unit);
        using var unit = await portal.SignedInAsync(Role.Contributor);

        using var told = await unit.PostFormAsync("/manager/plans/edit", $"/manager/plans/edit?nam=2026&don-vi={Newsroom.Unit}",
            ("nam", "2026"), ("don-vi", Newsroom.Unit), ("version", "0"), ("state", "Issued"), ("number", "15/KH-UBND"), ("issuedOn", "2026-03-02"), ("link", ""), ("text", ""));
        using var others = await unit.GetAsync(new Uri($"/manager/plans/edit?nam=2026&don-vi={People.Unit}", UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (told.StatusCode, others.StatusCode));
        var board = await officer.TextAsync("/manager/plans?nam=2026");
        Assert.Contains("1/2", board, StringComparison.Ordinal);
        Assert.Contains("15/KH-UBND", board, StringComparison.Ordinal);
        Assert.Contains("Quá hạn", board, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "C-I.1b")]
    public async Task A_movements_page_gathers_its_news_exemplars_and_documents()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        var html = await reader.GetStringAsync(new Uri("/phong-trao/ca-nuoc-chung-suc-xay-dung-nong-thon-moi", UriKind.Relative), Cancellation);

        Assert.Contains("href=\"/nguoi-tot-viec-tot/", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/tin-tuc/", html[html.IndexOf("mentions", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("href=\"/van-ban/", html[html.IndexOf("<article", StringComparison.Ordinal)..html.IndexOf("</article>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }
}
