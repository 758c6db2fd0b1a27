using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Replications;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Taxonomy;
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
        await portal.CaughtUpAsync(Cancellation);
        Assert.Contains("nuoi-de-nhot-chuong-san", await reader.TextAsync("/api/v1/search?q=" + Uri.EscapeDataString("\"làm chuồng xong, đàn khỏe\"")), StringComparison.Ordinal);
        Assert.DoesNotContain("nuoi-de-nhot-chuong-san", await reader.TextAsync("/api/v1/search?q=" + Uri.EscapeDataString('"' + Name + '"')), StringComparison.Ordinal);
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
        var (desk, reports) = (portal.Services.GetRequiredService<ReplicationDesk>(), portal.Services.GetRequiredService<ReplicationReports>());
        var officer = Actor.Of(await portal.MemberAsync(Role.EmulationOfficer));
        var row = await ConfirmedAsync(portal);
        var result = new ResultEntry { Result = "Đã làm xong." };

        Assert.NotEmpty(await reports.ReceiveAsync(row.Code, "2345678abc", result, null, Cancellation));
        Assert.Null(await reports.WriteAsync(row.Code, row.Version, result, null, officer, Cancellation));
        Assert.Equal("fourEyes", (await desk.CheckAsync(row.Code, row.Version + 1, officer, Cancellation))?.Code);
        Assert.Null(await desk.CheckAsync(row.Code, row.Version + 1, Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation));
    }

    [Fact]
    public async Task A_picture_proves_the_result_to_who_checks_it_and_to_nobody_else()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        using var stranger = await portal.SignedInAsync(Role.Contributor);
        var secret = "";
        var row = await ConfirmedAsync(portal, told => secret = told);
        var address = "/lam-theo/ket-qua/" + row.Code;

        using var refused = await ReportAsync(portal, reader, address, secret, "khai.jpg", "%PDF-1.7 không phải ảnh"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var again = await Forms.PageAsync(refused);
        Assert.Equal(["#anh"], again.QuerySelectorAll(".amiss a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Đã làm xong một chuồng.", again.QuerySelector("#ket-qua")!.TextContent);
        Assert.Null((await FindAsync(portal, row.Code)).EvidenceFile);

        using var told = await ReportAsync(portal, reader, address, secret, "chuong.jpg", TestPictures.Telephone());
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        var room = "/manager/replications/" + row.Code;
        Assert.Contains("?handler=evidence", await officer.GetStringAsync(new Uri(room, UriKind.Relative), Cancellation), StringComparison.Ordinal);
        var kept = await officer.GetByteArrayAsync(new Uri(room + "?handler=evidence", UriKind.Relative), Cancellation);
        Assert.Equal([0xFF, 0xD8], kept[..2]);
        Assert.DoesNotContain("GPS", System.Text.Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        Assert.DoesNotContain("Exif", System.Text.Encoding.Latin1.GetString(kept), StringComparison.Ordinal);
        using var other = await stranger.GetAsync(new Uri(room + "?handler=evidence", UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);

        var first = (await FindAsync(portal, row.Code)).EvidenceFile!;
        using var newer = await ReportAsync(portal, reader, address, secret, "chuong.jpg", TestPictures.Jpeg(300, 200));
        var photos = portal.Services.GetRequiredService<ReplicationPhotos>();
        Assert.False(File.Exists(photos.PathOf(first)));
        Assert.True(File.Exists(photos.PathOf((await FindAsync(portal, row.Code)).EvidenceFile!)));
    }

    [Fact]
    public async Task A_unit_named_only_by_who_copied_and_who_gave_stays_in_the_register()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var register = portal.Services.GetRequiredService<UnitRegister>();
        var (slug, _) = await register.AddAsync(new UnitEntry("", "Mẫu Riêng", "Xã", "Xã Mẫu Riêng", null, null, null, null, [], []), Actor.Console, Cancellation);
        await ConfirmedAsync(portal, static _ => { }, slug!);
        var gift = new Contribution { Id = Guid.CreateVersion7(), Kind = "tien", What = "Tiền mặt", Quantity = 1, Measure = "đồng", Unit = slug };
        await using (var work = await portal.Database.BeginAsync(Actor.Console, Cancellation))
        {
            work.Db.Contributions.Add(gift);
            work.Record(ChangeVerb.ContributionsSaved, subject: "contribution:" + gift.Id.ToString("D"));
            await work.CommitAsync(Cancellation);
        }

        var reason = await register.DeleteAsync(slug!, Actor.Console, Cancellation);

        Assert.Equal("Chưa xóa được «Xã Mẫu Riêng» vì đang dùng ở «1 lượt làm theo»; «1 dòng của sổ đóng góp».", reason?.Message);
    }

    [Fact]
    public async Task The_dossier_lists_the_ways_of_doing_learned_from_its_person()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        await ConfirmedAsync(portal);
        await using var db = portal.Database.Open();
        var item = await db.Items.SingleAsync(row => row.Path == "nguoi-tot-viec-tot/mo-hinh-nuoi-de-nhot-chuong-cua-chi-sung-thi-thu", Cancellation);
        var subject = await db.RevisionSubjects.Where(row => row.ItemId == item.Id).Select(row => row.SubjectId).FirstAsync(Cancellation);

        var page = await officer.GetStringAsync(new Uri("/manager/subjects/" + subject, UriKind.Relative), Cancellation);

        Assert.Contains("Cách làm hay, ai làm theo", page, StringComparison.Ordinal);
        Assert.Contains("1 nơi làm theo, 1 hộ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_to_reach_them_is_forgotten_ninety_days_after_nothing_is_left_to_ask()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var desk = portal.Services.GetRequiredService<ReplicationDesk>();
        var row = await ConfirmedAsync(portal);
        Assert.Null(await portal.Services.GetRequiredService<ReplicationReports>().WriteAsync(
            row.Code, row.Version, new ResultEntry { Result = "Làm được một chuồng." }, new IncomingPhoto(() => new MemoryStream(TestPictures.Jpeg(300, 200)), "a.jpg"), Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation));
        row = await FindAsync(portal, row.Code);
        var picture = portal.Services.GetRequiredService<ReplicationPhotos>().PathOf(row.EvidenceFile!);
        Assert.Null(await desk.StopAsync(row.Code, row.Version, "Dịch bệnh.", Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation));
        var retention = portal.Services.GetRequiredService<ReplicationRetention>();

        portal.Time.Leap(ReplicationRetention.Kept - TimeSpan.FromHours(1));
        await retention.RunDueAsync(Cancellation);
        Assert.NotNull((await FindAsync(portal, row.Code)).Contact);
        Assert.True(File.Exists(picture));

        portal.Time.Leap(TimeSpan.FromHours(2));
        await retention.RunDueAsync(Cancellation);
        Assert.True(await FindAsync(portal, row.Code) is { Contact: null, EvidenceFile: null, ForgottenAt: not null });
        Assert.False(File.Exists(picture));
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

    private static async Task<HttpResponseMessage> ReportAsync(TestPortal portal, HttpClient reader, string address, string secret, string file, byte[] bytes)
    {
        var form = await Forms.PageAsync(await reader.GetAsync(new Uri($"{address}?ma={secret}", UriKind.Relative), Cancellation));
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        using var content = new MultipartFormDataContent
        {
            { new StringContent(form.QuerySelector("input[name=ve]")!.GetAttribute("value")!), "ve" },
            { new StringContent(secret), "ma" },
            { new StringContent("Đã làm xong một chuồng."), "ket-qua" },
            { new ByteArrayContent(bytes) { Headers = { ContentType = new("image/jpeg") } }, "anh", file },
        };
        return await reader.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
    }

    private static Task<Replication> ConfirmedAsync(TestPortal portal) => ConfirmedAsync(portal, static _ => { });

    private static async Task<Replication> ConfirmedAsync(TestPortal portal, Action<string> tell, string unit = "xa-khong-lao")
    {
        var pages = portal.Services.GetRequiredService<ReplicationPages>();
        var (item, _) = (await pages.FindAsync("nuoi-de-nhot-chuong-san", Cancellation))!.Value;
        var entry = new ReplicationEntry
        {
            Kind = ReplicatorKind.Household,
            Who = Name,
            Unit = unit,
            Contact = new ReplicatorContact(Forms.Nominator, Forms.Phone),
            Agrees = true,
        };
        var taken = Assert.IsType<ReplicationOutcome.Taken>(await portal.Services.GetRequiredService<ReplicationIntake>().ReceiveAsync(item, entry, null, Cancellation));
        tell(taken.Secret);
        Assert.Null(await portal.Services.GetRequiredService<ReplicationDesk>().ConfirmAsync(taken.Code, 1, Actor.Of(await portal.MemberAsync(Role.Editor)), Cancellation));
        return await FindAsync(portal, taken.Code);
    }

    private static async Task<Replication> FindAsync(TestPortal portal, string code)
    {
        await using var db = portal.Database.Open();
        return await db.Replications.SingleAsync(row => row.Code == code, Cancellation);
    }
}
