using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Nominations;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Nominations;

public sealed class CitizenTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_form_is_one_page_for_all_readers_and_sets_no_cookie()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        using var first = await reader.GetAsync(new Uri(Forms.Address, UriKind.Relative), Cancellation);
        using var second = await reader.GetAsync(new Uri(Forms.Address, UriKind.Relative), Cancellation);

        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.NotNull(first.Headers.ETag);
        var page = await Forms.PageAsync(first);
        Assert.Equal("Giới thiệu gương người tốt, việc tốt", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Kể những gì", page.QuerySelector(".intake-about")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("input[checked]"));
        Assert.Equal(19, page.QuerySelectorAll("input[name=tieu-chi]").Length);
        Assert.Contains(page.QuerySelectorAll("select[name=xa] option"), option => option.TextContent == "Xã Khổng Lào (gồm Hoang Thèn, Khổng Lào, Bản Lang cũ)" || option.TextContent.StartsWith("Xã Khổng Lào (gồm ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_sent_is_kept_under_todays_commune_and_opens_a_page_to_follow()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var fields = Forms.Fields();
        fields["ve"] = await reader.TicketAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(3));

        using var sent = await reader.SendAsync(fields, [("anh.jpg", TestPictures.Telephone())], TestPortal.BaseUrl, "same-origin");
        using var answer = await reader.GetAsync(sent.Headers.Location, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.StartsWith("/gioi-thieu-guong/theo-doi/GT-2026-000001?ma=", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal("noindex", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        var page = await Forms.PageAsync(answer);
        Assert.Contains("GT-2026-000001", page.QuerySelector(".keep")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("svg.qr path[d^='M']"));

        await using var db = portal.Database.Open();
        var kept = await db.Nominations.Include(row => row.Photos).SingleAsync(Cancellation);
        Assert.Equal(("xa-khong-lao", "lo van kindao", NominationState.Received), (kept.Unit, kept.PlainName, kept.State));
        Assert.DoesNotContain("Bímậtnhất", kept.Contact, StringComparison.Ordinal);
        var photo = await File.ReadAllBytesAsync(portal.Services.GetRequiredService<NominationPhotos>().PathOf(Assert.Single(kept.Photos).FileName), Cancellation);
        Assert.DoesNotContain(TestPictures.Secret, System.Text.Encoding.Latin1.GetString(photo), StringComparison.Ordinal);
        Assert.False(await db.Media.AnyAsync(file => file.Path.Contains("gioi-thieu-guong"), Cancellation));
    }

    [Fact]
    public async Task What_is_amiss_is_said_in_one_place_and_everything_typed_comes_back()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var fields = Forms.Fields();
        fields["ve"] = await reader.TicketAsync();
        (fields["ten"], fields["lien-he"]) = ("", "không có");
        fields.Remove("dong-y");
        portal.Clock.Advance(TimeSpan.FromMinutes(3));

        using var sent = await reader.SendAsync(fields, [("anh.jpg", TestPictures.Jpeg(200, 100))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.Equal("no-store", sent.Headers.CacheControl?.ToString());
        var page = await Forms.PageAsync(sent);
        Assert.Equal(["#ten", "#lien-he", "#dong-y"], page.QuerySelectorAll(".amiss a").Select(link => link.GetAttribute("href")));
        Assert.All(page.QuerySelectorAll(".amiss a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Contains("xin chọn lại", page.QuerySelector(".amiss")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Forms.Entry.Deed, page.QuerySelector("textarea[name=viec]")!.TextContent.Trim());
        Assert.Equal(["ho-gia-dinh", "nong-thon-moi", "household-mutual-help", "co"], page.QuerySelectorAll("input[checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal("xa-hoang-then-cu", page.QuerySelector("select option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_machine_is_turned_away_and_a_person_it_hits_may_send_again()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var ticket = await reader.TicketAsync();
        var fields = Forms.Fields();
        (string Way, string Ticket, string Trap, string? Origin, string? Site)[] ways =
        [
            ("too fast", ticket, "", null, null),
            ("no ticket", "", "", null, null),
            ("forged ticket", "CfDJ8" + new string('A', 80), "", null, null),
            ("honeypot", ticket, "http://mua-ban.example", null, null),
            ("foreign origin", ticket, "", "https://khac.example", null),
            ("foreign site", ticket, "", null, "cross-site"),
        ];

        foreach (var (way, brought, trap, origin, site) in ways)
        {
            (fields["ve"], fields["trang-web"]) = (brought, trap);
            using var sent = await reader.SendAsync(fields, origin: origin, site: site);
            Assert.True(sent.StatusCode == HttpStatusCode.UnprocessableEntity, way);
            var page = await Forms.PageAsync(sent);
            await using var db = portal.Database.Open();
            Assert.False(await db.Nominations.AnyAsync(Cancellation), way);
            portal.Clock.Advance(TimeSpan.FromSeconds(10));
            ticket = page.QuerySelector("input[name=ve]")!.GetAttribute("value")!;
        }

        (fields["ve"], fields["trang-web"]) = (ticket, "");
        using var again = await reader.SendAsync(fields);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task One_address_sends_so_many_and_no_more_and_keeps_its_words()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var fields = Forms.Fields();
        fields["ve"] = await reader.TicketAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 9; i++)
        {
            using var sent = await reader.SendAsync(fields);
            answers.Add(sent.StatusCode);
            if (sent.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.Contains(Forms.Entry.Village, WebUtility.HtmlDecode(await sent.Content.ReadAsStringAsync(Cancellation)), StringComparison.Ordinal);
            }
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Redirect, 8), HttpStatusCode.TooManyRequests], answers);
    }

    [Fact]
    public async Task A_file_that_is_no_photograph_is_refused_with_its_name()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var fields = Forms.Fields();
        fields["ve"] = await reader.TicketAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        foreach (var bytes in new[] { "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"u8.ToArray(), "%PDF-1.7 xin chao"u8.ToArray(), TestPictures.PngClaiming(60_000, 60_000) })
        {
            using var sent = await reader.SendAsync(fields, [("hinh.jpg", TestPictures.Jpeg(200, 100)), ("xau.jpg", bytes)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
            Assert.NotNull((await Forms.PageAsync(sent)).QuerySelector(".amiss a[href='#anh']"));
        }

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(portal.Folder, "nominations")));
    }

    [Fact]
    public async Task Guessing_learns_nothing_and_ends_soon()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var taken = await portal.TakeAsync();

        var wrongSecret = await reader.TextAsync($"/gioi-thieu-guong/theo-doi/{taken.Code}?ma=2345678abc");
        var noSuchCode = await reader.TextAsync("/gioi-thieu-guong/theo-doi/GT-2026-000999?ma=2345678abc");
        var right = await reader.TextAsync($"/gioi-thieu-guong/theo-doi/{taken.Code.ToUpperInvariant()}?ma={taken.Secret.ToUpperInvariant()}");
        HttpStatusCode last = default;
        for (var i = 0; i < 30; i++)
        {
            using var guess = await reader.GetAsync(new Uri($"/gioi-thieu-guong/theo-doi/{taken.Code}?ma=x{i}", UriKind.Relative), Cancellation);
            last = guess.StatusCode;
        }

        Assert.Equal(wrongSecret.Replace(taken.Code, "", StringComparison.Ordinal), noSuchCode.Replace("GT-2026-000999", "", StringComparison.Ordinal));
        Assert.Contains("Đang ở bước nào", right, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task Nothing_of_a_nomination_is_public_and_the_log_knows_nobody()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var taken = await portal.TakeAsync(null, new IncomingPhoto(() => new MemoryStream(TestPictures.Jpeg(400, 300)), "a.jpg"));
        var desk = portal.Services.GetRequiredService<NominationDesk>();
        Assert.Null(await desk.TriageAsync(taken.Code, 0, People.Editor, Cancellation));
        Assert.Null(await desk.ForwardAsync(taken.Code, 1, "xa-khong-lao", People.Editor, Cancellation));
        Assert.Null(await desk.ConfirmAsync(taken.Code, 2, People.Editor, Cancellation));
        var (item, _) = await portal.Services.GetRequiredService<NominationArticle>().BeginAsync(taken.Code, 3, People.Editor, Cancellation);
        await portal.CaughtUpAsync(Cancellation);

        await using var db = portal.Database.Open();
        var media = await db.Media.SingleAsync(file => file.Path.StartsWith("gioi-thieu-guong/"), Cancellation);
        string[] addresses =
        [
            "/", "/nguoi-tot-viec-tot", "/nguoi-tot-viec-tot/guong-gia-dinh-ong-lo-van-kindao", "/dia-phuong/xa-khong-lao", "/tim-kiem?q=kindao", "/tim-kiem?q=0912345678", "/api/v1/search?q=kindao",
            "/api/v1/suggest?q=kin", "/api/v1/exemplars?limit=100", $"/api/v1/exemplars/{item}", "/api/v1/media", $"/api/v1/media/{media.Id}", media.Url, "/sitemap.xml", "/rss.xml", "/luu-tru/2026-11",
            Forms.Address, "/gioi-thieu-guong/theo-doi", $"/gioi-thieu-guong/theo-doi/{taken.Code}?ma={taken.Secret}", $"/gioi-thieu-guong/theo-doi/{taken.Code}?ma={taken.Secret}&moi=1",
        ];
        foreach (var address in addresses)
        {
            var text = await reader.TextAsync(address);
            foreach (var hidden in new[] { "Bímậtnhất", "345 678", "Kínđáo", "Kínxa" })
            {
                Assert.False(text.Contains(hidden, StringComparison.OrdinalIgnoreCase), $"{address} shows {hidden}.");
            }
        }

        var log = await db.Changes.Where(change => change.Subject == "nomination:" + taken.Code).OrderBy(change => change.Position).ToListAsync(Cancellation);
        Assert.Equal(
            [(ChangeVerb.NominationReceived, null), (ChangeVerb.NominationMoved, "Đang xem"), (ChangeVerb.NominationMoved, "Chờ đơn vị xác minh"), (ChangeVerb.NominationMoved, "Đã xác nhận"), (ChangeVerb.NominationMoved, "Đã thành bài")],
            log.Select(change => (change.Verb, change.Note)));
        Assert.Equal("citizen", log[0].Actor);
    }
}
