using System.Net;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office;
using PhongTho.Cms.Office.Councils;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>The council in time, on its page and in the office's room.</summary>
[Trait("Clause", "C-III.4")]
public sealed class CouncilTests
{
    private static readonly Uri page = new("/gioi-thieu/hoi-dong-tdkt", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_shows_who_sits_on_it_today_and_what_each_is_in_charge_of()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        var html = await reader.GetStringAsync(page, Cancellation);

        Assert.Contains("Bà Vàng Thị Ví Dụ", html, StringComparison.Ordinal);
        Assert.Contains("Phụ trách: Các cuộc vận động", html, StringComparison.Ordinal);
        Assert.Contains("Hội đồng không làm gì", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Ông Tẩn A Mẫu", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_changes_a_seat_and_readers_see_it_at_once()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        using var reader = portal.Reader();
        await reader.GetStringAsync(page, Cancellation);
        var seen = Cms.Sites.Stamp.Of(await portal.Get<OfficeSettings>().ReadAsync(Council.Key, new Council(), Cancellation));

        using var answer = await officer.PostFormAsync("/manager/council", ("Seen", seen), ("decision", "Quyết định mẫu"), ("member", "m1"), ("m1.name", "Bà Lò Thị Thử"), ("m1.role", "Chủ tịch"), ("m1.area", "Chung"), ("m1.from", "2026-11-01"),
            ("member", "m2"), ("m2.name", ""), ("m2.role", "Bỏ qua"));
        using var again = await officer.PostFormAsync("/manager/council", ("Seen", seen), ("member", "m1"), ("m1.name", "Người khác"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (answer.StatusCode, again.StatusCode));
        var html = await reader.GetStringAsync(page, Cancellation);
        Assert.Contains("Bà Lò Thị Thử", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Bà Vàng Thị Ví Dụ", html, StringComparison.Ordinal);
        using var editor = await portal.SignedInAsync(Role.Editor);
        using var refused = await editor.GetAsync(new Uri("/manager/council", UriKind.Relative), Cancellation);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
    }
}
