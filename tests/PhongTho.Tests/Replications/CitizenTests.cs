using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Replications;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Nominations;
using Xunit;

namespace PhongTho.Tests.Replications;

/// <summary>From «muốn làm theo» to a checked result on the page, through the real forms.</summary>
[Trait("Clause", "C-I.2b")]
[Trait("Clause", "C-III.1")]
public sealed class CitizenTests
{
    private const string Form = "/lam-theo/nuoi-de-nhot-chuong-san";

    private const string Model = "/cach-lam-hay/nuoi-de-nhot-chuong-san";

    private const string Name = "Giàng A Kínđáo";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_registers_is_confirmed_reports_and_is_read_by_others_without_being_named()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);

        var sent = await SendAsync(portal, reader, Form, Fields());

        Assert.StartsWith("/lam-theo/theo-doi/NR-2026-000001?ma=", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        await using (var db = portal.Database.Open())
        {
            var kept = await db.Replications.SingleAsync(row => row.Code == "NR-2026-000001", Cancellation);
            Assert.Equal(("xa-khong-lao", ReplicationState.Registered, 3, "2026-03"), (kept.Unit, kept.State, kept.Households, kept.StartedOn?.ToString()));
            Assert.DoesNotContain(Forms.Phone, kept.Contact, StringComparison.Ordinal);
        }

        Assert.Contains("Chưa có nơi nào làm theo", await reader.TextAsync(Model), StringComparison.Ordinal);

        using (await officer.PostFormAsync("/manager/replications/NR-2026-000001?handler=confirm", "/manager/replications/NR-2026-000001", ("version", "1")))
        {
        }

        var confirmed = await reader.TextAsync(Model);
        Assert.Contains("Đã có 1 nơi làm theo", confirmed, StringComparison.Ordinal);
        Assert.Contains("3 hộ ở bản Mẫu 8", confirmed, StringComparison.Ordinal);
        Assert.Contains("Xã Khổng Lào", confirmed, StringComparison.Ordinal);

        var secret = sent.Headers.Location!.ToString().Split("ma=")[1].Split('&')[0];
        Assert.Contains("Báo kết quả", await reader.TextAsync("/lam-theo/theo-doi/NR-2026-000001?ma=" + secret), StringComparison.Ordinal);
        var told = await SendAsync(portal, reader, "/lam-theo/ket-qua/NR-2026-000001", new() { ["ma"] = secret, ["ket-qua"] = "Làm chuồng xong, đàn khỏe.", ["gia-tri"] = "12", ["don-vi"] = "con" }, "?ma=" + secret);
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        Assert.DoesNotContain("đàn khỏe", await reader.TextAsync(Model), StringComparison.Ordinal);

        using (await officer.PostFormAsync("/manager/replications/NR-2026-000001?handler=check", "/manager/replications/NR-2026-000001", ("version", "3")))
        {
        }

        var page = await reader.TextAsync(Model);
        Assert.Contains("Làm chuồng xong, đàn khỏe.", page, StringComparison.Ordinal);
        Assert.Contains("12\u00A0con", page, StringComparison.Ordinal);
        foreach (var secretly in new[] { Name, Forms.Phone, Forms.Nominator })
        {
            Assert.DoesNotContain(secretly, page, StringComparison.Ordinal);
            await using var db = portal.Database.Open();
            Assert.False(await db.Changes.AnyAsync(change => change.Note != null && change.Note.Contains(secretly), Cancellation));
        }
    }

    [Fact]
    public async Task What_is_amiss_is_said_and_everything_typed_comes_back()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var fields = Fields();
        (fields["ten"], fields["tu"], fields["so-ho"]) = ("", "mùa xuân", "nhiều");

        var sent = await SendAsync(portal, reader, Form, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        var page = await Forms.PageAsync(sent);
        Assert.Equal(["#ten", "#so-ho", "#tu"], page.QuerySelectorAll(".amiss a").Select(link => link.GetAttribute("href")));
        Assert.Equal("mùa xuân", page.QuerySelector("#tu")!.GetAttribute("value"));
        Assert.Equal("xa-hoang-then-cu", page.QuerySelector("select option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_result_needs_the_word_that_opens_it_and_whoever_wrote_it_does_not_check_it()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var desk = portal.Services.GetRequiredService<ReplicationDesk>();
        var officer = Actor.Of(await portal.MemberAsync(Role.EmulationOfficer));
        var row = await ConfirmedAsync(portal);
        var result = new ResultEntry { Result = "Đã làm xong." };

        Assert.NotEmpty(await desk.ReportAsync(row.Code, "2345678abc", result, Cancellation));
        Assert.Null(await desk.ReportAsync(row.Code, row.Version, result, officer, Cancellation));
        Assert.Equal("fourEyes", (await desk.CheckAsync(row.Code, row.Version + 1, officer, Cancellation))?.Code);
        Assert.Null(await desk.CheckAsync(row.Code, row.Version + 1, Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation));
    }

    [Fact]
    public async Task How_to_reach_them_is_forgotten_ninety_days_after_nothing_is_left_to_ask()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var desk = portal.Services.GetRequiredService<ReplicationDesk>();
        var row = await ConfirmedAsync(portal);
        Assert.Null(await desk.StopAsync(row.Code, row.Version, "Dịch bệnh.", Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation));
        var retention = portal.Services.GetRequiredService<ReplicationRetention>();

        portal.Time.Leap(ReplicationRetention.Kept - TimeSpan.FromHours(1));
        await retention.RunDueAsync(Cancellation);
        Assert.NotNull((await FindAsync(portal, row.Code)).Contact);

        portal.Time.Leap(TimeSpan.FromHours(2));
        await retention.RunDueAsync(Cancellation);
        Assert.True(await FindAsync(portal, row.Code) is { Contact: null, ForgottenAt: not null });
    }

    private static Dictionary<string, string> Fields() => new(StringComparer.Ordinal)
    {
        ["la"] = "household",
        ["ten"] = Name,
        ["so-ho"] = "3",
        ["xa"] = "xa-hoang-then-cu",
        ["ban"] = "Bản Mẫu 8",
        ["tu"] = "3/2026",
        ["y-dinh"] = "Tôi muốn xem chuồng trước.",
        ["ho-ten"] = Forms.Nominator,
        ["lien-he"] = Forms.Phone,
        ["dong-y"] = "co",
        ["trang-web"] = "",
        ["cong"] = "",
    };

    private static async Task<HttpResponseMessage> SendAsync(TestPortal portal, HttpClient reader, string address, Dictionary<string, string> fields, string query = "")
    {
        var form = await Forms.PageAsync(await reader.GetAsync(new Uri(address + query, UriKind.Relative), Cancellation));
        fields["ve"] = form.QuerySelector("input[name=ve]")!.GetAttribute("value")!;
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        using var content = new FormUrlEncodedContent(fields);
        return await reader.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
    }

    private static async Task<Replication> ConfirmedAsync(TestPortal portal)
    {
        var pages = portal.Services.GetRequiredService<ReplicationPages>();
        var (item, _) = (await pages.FindAsync("nuoi-de-nhot-chuong-san", Cancellation))!.Value;
        var entry = new ReplicationEntry
        {
            Kind = ReplicatorKind.Household,
            Who = Name,
            Unit = "xa-khong-lao",
            Contact = new ReplicatorContact(Forms.Nominator, Forms.Phone),
            Agrees = true,
        };
        var taken = Assert.IsType<ReplicationOutcome.Taken>(await portal.Services.GetRequiredService<ReplicationIntake>().ReceiveAsync(item, entry, null, Cancellation));
        Assert.Null(await portal.Services.GetRequiredService<ReplicationDesk>().ConfirmAsync(taken.Code, 1, Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation));
        return await FindAsync(portal, taken.Code);
    }

    private static async Task<Replication> FindAsync(TestPortal portal, string code)
    {
        await using var db = portal.Database.Open();
        return await db.Replications.SingleAsync(row => row.Code == code, Cancellation);
    }
}
