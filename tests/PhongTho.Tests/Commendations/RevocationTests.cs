using System.Text.Json;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace PhongTho.Tests.Commendations;

/// <summary>A revoked decision stays in the register, said to be revoked; as an honour it is gone everywhere at once.</summary>
[Trait("Rule", "R6")]
public sealed class RevocationTests
{
    private const string Badge = "Giấy khen";
    private const string Number = "1093/QĐ-UBND";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_badge_vanishes_at_once()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        await portal.CaughtUpAsync(Cancellation);
        await BadgesAsync(portal, areThere: true);

        await portal.RevokeAsync(Register.HeroCode);

        await BadgesAsync(portal, areThere: false);
        var register = await portal.TextAsync("/khen-thuong?nam=2023");
        Assert.Contains("Bị hủy bỏ theo Quyết định số 120/QĐ-UBND", register, StringComparison.Ordinal);
        var row = (await ApiAsync(portal, "/api/v1/commendations?limit=100")).EnumerateArray().Single(entry => entry.GetProperty("id").GetString() == Register.HeroCode);
        Assert.Equal(("revoked", "120/QĐ-UBND"), (row.GetProperty("status").GetString(), row.GetProperty("revokedBy").GetString()));
        Assert.Contains("Đã hủy bỏ", await portal.TextAsync("/khen-thuong.csv?nam=2023"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_consent_takes_the_row_along()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var publisher = portal.Services.GetRequiredService<Publisher>();
        var item = await portal.ItemAsync(Register.HeroPath);
        await using (var db = portal.Database.Open())
        {
            var version = (await db.Items.FindAsync([item], Cancellation))!.Version;
            Assert.IsType<Outcome.Done>(await publisher.WithdrawAsync(item, version, Actor.Console, Cancellation));
        }

        await portal.CaughtUpAsync(Cancellation);

        foreach (var address in new[] { "/khen-thuong", "/khen-thuong/dot-xuat", "/khen-thuong.csv", "/api/v1/commendations?limit=100" })
        {
            Assert.DoesNotContain("Giàng A Mẫu", await portal.TextAsync(address), StringComparison.Ordinal);
        }

        Assert.Contains("quyết định khen cá nhân, hộ gia đình không nêu ở đây", await portal.TextAsync("/khen-thuong"), StringComparison.Ordinal);
    }

    private static async Task BadgesAsync(TestPortal portal, bool areThere)
    {
        var page = await portal.TextAsync("/" + Register.HeroPath);
        Assert.Equal(areThere, page.Contains("class=\"commended\"", StringComparison.Ordinal));
        Assert.Equal(areThere, page.Contains("\"award\":[\"" + Badge, StringComparison.Ordinal));
        Assert.Equal(!areThere, page.Contains("đã bị hủy bỏ theo Quyết định số 120/QĐ-UBND", StringComparison.Ordinal));
        Assert.Equal(areThere, (await portal.TextAsync("/")).Contains("5 ngày từ việc làm đến quyết định", StringComparison.Ordinal));
        Assert.Equal(areThere, (await portal.TextAsync("/khen-thuong/dot-xuat/rss.xml")).Contains(Register.HeroPath, StringComparison.Ordinal));

        var item = (await ApiAsync(portal, "/api/v1/exemplars?limit=100")).EnumerateArray().Single(entry => entry.GetProperty("path").GetString() == "/" + Register.HeroPath);
        Assert.Equal(areThere ? 1 : 0, item.GetProperty("commendations").GetArrayLength());
        Assert.DoesNotContain("commendations", item.GetProperty("body").GetRawText(), StringComparison.Ordinal);

        var found = JsonDocument.Parse(await portal.TextAsync("/api/v1/search?limit=100&q=" + Uri.EscapeDataString("hình thức:\"Giấy khen của Chủ tịch UBND huyện\""))).RootElement.GetProperty("hits");
        Assert.Equal(areThere, found.EnumerateArray().Any(hit => hit.GetProperty("path").GetString() == "/" + Register.HeroPath));
        var byNumber = JsonDocument.Parse(await portal.TextAsync("/api/v1/search?type=exemplar&q=" + Uri.EscapeDataString(Number))).RootElement.GetProperty("hits");
        Assert.Equal(areThere, byNumber.EnumerateArray().Any(hit => hit.GetProperty("path").GetString() == "/" + Register.HeroPath));
    }

    private static async Task<JsonElement> ApiAsync(TestPortal portal, string address) => JsonDocument.Parse(await portal.TextAsync(address)).RootElement.GetProperty("items");
}
