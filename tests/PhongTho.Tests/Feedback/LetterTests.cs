using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PhongTho.Cms.Feedback;
using PhongTho.Cms.Members;
using PhongTho.Portal.Hosting;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Nominations;
using Xunit;

namespace PhongTho.Tests.Feedback;

/// <summary>A letter from the form to its answer, through the doors of citizen and desk.</summary>
public sealed partial class LetterTests
{
    private const string Correction = "/gop-y-phan-anh/dinh-chinh";
    private const string Comment = "/gop-y-phan-anh";
    private const string Sender = "Sùng Thị Kínđáo";
    private const string Phone = "0912 345 678";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Clause", "C-III.3a")]
    public async Task Every_item_leads_to_the_form_and_its_sender_reads_the_answer_by_code()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var path = await StoryAsync(portal);
        var link = (await Forms.PageAsync(await GetAsync(reader, path))).QuerySelector("a[href^='/gop-y-phan-anh/dinh-chinh?bai=']")!.GetAttribute("href")!;

        var form = await Forms.PageAsync(await GetAsync(reader, link));
        using var sent = await SendAsync(portal, reader, form, ("loai", "dinh-chinh"), ("loi-viet", "Con số 400 m² phải là 600 m²."));
        var follow = sent.Headers.Location!.ToString();
        var code = Code().Match(follow).Value;
        using var editor = await portal.SignedInAsync(Role.Editor);
        var room = await editor.TextAsync("/manager/feedback/" + code);
        await StepAsync(editor, code, "assign", 0);
        await StepAsync(editor, code, "answer", 1, ("answer", "Đã kiểm tra và đính chính. Cảm ơn bạn."));
        var answered = await reader.TextAsync(follow);

        Assert.Equal(path, form.QuerySelector("input[name=bai]")!.GetAttribute("value"));
        Assert.Equal("/manager/edit/" + await ItemAsync(portal, path), EditLink().Match(room).Value);
        Assert.Contains("Đã kiểm tra và đính chính. Cảm ơn bạn.", answered, StringComparison.Ordinal);
        Assert.DoesNotContain("600 m²", answered, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "C-III.3a")]
    public async Task A_removal_needs_to_know_who_asks_and_has_two_days()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var form = await Forms.PageAsync(await GetAsync(reader, Correction + "?bai=" + await StoryAsync(portal)));

        using var nameless = await SendAsync(portal, reader, form, ("loai", "go"), ("loi-viet", "Gỡ ảnh của tôi, giữ bài."));
        var again = await Forms.PageAsync(nameless);
        using var sent = await SendAsync(portal, reader, again, ("loai", "go"), ("loi-viet", "Gỡ ảnh của tôi, giữ bài."), ("ho-ten", Sender), ("lien-he", Phone), ("quan-he", "chính tôi"), ("dong-y", "co"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nameless.StatusCode);
        Assert.Equal(["#ho-ten", "#lien-he"], again.QuerySelectorAll(".amiss a").Select(link => link.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var editor = await portal.SignedInAsync(Role.Editor);
        Assert.Contains("còn 2 ngày", await editor.TextAsync("/manager/feedback"), StringComparison.Ordinal);
        Assert.Contains("Góp ý chờ trả lời", await editor.TextAsync("/manager"), StringComparison.Ordinal);
        Assert.DoesNotContain("345 678", (await portal.Database.Open().Feedback.SingleAsync(Cancellation)).Contact, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "C-end")]
    public async Task A_difficulty_goes_to_the_office_at_once_and_is_shown_only_in_the_officers_words()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var form = await Forms.PageAsync(await GetAsync(reader, Comment + "?loai=vuong-mac"));
        using var sent = await SendAsync(portal, reader, form, ("loai", "vuong-mac"), ("xa", "xa-hoang-then-cu"), ("loi-viet", "Bản Kínxa chưa biết nộp đăng ký thi đua ở đâu."), ("ho-ten", Sender), ("dong-y", "co"));
        var code = Code().Match(sent.Headers.Location!.ToString()).Value;
        using var editor = await portal.SignedInAsync(Role.Editor);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);

        using var refused = await editor.PostFormAsync($"/manager/feedback/{code}?handler=answer", ("version", "1"), ("answer", "Nộp ở xã."));
        await StepAsync(officer, code, "answer", 1, ("answer", "Nộp ở Phòng Nội vụ."));
        var before = await reader.TextAsync(FeedbackShowing.Path);
        using var withName = await officer.PostFormAsync($"/manager/feedback/{code}?handler=show", ("version", "2"), ("question", $"Chị {Sender} hỏi nộp ở đâu?"), ("answer", "Nộp ở Phòng Nội vụ."));
        using var withPhone = await officer.PostFormAsync($"/manager/feedback/{code}?handler=show", ("version", "2"), ("question", "Đăng ký thi đua nộp ở đâu?"), ("answer", "Gọi 0912.345.678 để hỏi."));
        await StepAsync(officer, code, "show", 2, ("question", "Đăng ký thi đua nộp ở đâu?"), ("answer", "Nộp ở Phòng Nội vụ, trước ngày 31/3."));
        var after = await reader.TextAsync(FeedbackShowing.Path);
        await StepAsync(officer, code, "hide", 3);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.DoesNotContain("Đăng ký thi đua nộp", before, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (withName.StatusCode, withPhone.StatusCode));
        Assert.Contains("Đăng ký thi đua nộp ở đâu?", after, StringComparison.Ordinal);
        Assert.Contains("Xã Khổng Lào", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Kín", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Đăng ký thi đua nộp", await reader.TextAsync(FeedbackShowing.Path), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Clause", "C-III.3a")]
    public async Task Complaints_are_explained_not_taken_and_one_that_comes_is_not_kept()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        const string Explained = "/gop-y-phan-anh/khieu-nai-to-cao";
        var page = await Forms.PageAsync(await GetAsync(reader, Explained));
        using var body = new FormUrlEncodedContent([new("loi-viet", "Tôi tố cáo.")]);
        using var posted = await reader.PostAsync(new Uri(Explained, UriKind.Relative), body, Cancellation);
        var form = await Forms.PageAsync(await GetAsync(reader, Comment));
        using var sent = await SendAsync(portal, reader, form, ("loai", "gop-y"), ("loi-viet", "Tôi tố cáo ông Kínđáo nhận tiền."));
        var follow = sent.Headers.Location!.ToString();
        var code = Code().Match(follow).Value;
        using var editor = await portal.SignedInAsync(Role.Editor);

        await StepAsync(editor, code, "turnAway", 0);

        Assert.Contains("không nhận", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main form[method=post], main textarea"));
        Assert.False(posted.IsSuccessStatusCode);
        Assert.Contains("tiếp công dân", await reader.TextAsync(follow), StringComparison.Ordinal);
        await using var db = portal.Database.Open();
        Assert.Equal(("", FeedbackState.Declined), await db.Feedback.Select(row => new { row.Text, row.State }).ToListAsync(Cancellation) is [var kept] ? (kept.Text, kept.State) : default);
    }

    [Fact]
    [Trait("Clause", "C-III.3a")]
    public async Task Nothing_of_a_letter_is_public()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();
        var path = await StoryAsync(portal);
        var form = await Forms.PageAsync(await GetAsync(reader, Correction + "?bai=" + path));
        using var sent = await SendAsync(portal, reader, form, ("loai", "go"), ("loi-viet", "Gỡ tên cháu Kínxa giúp tôi."), ("ho-ten", Sender), ("lien-he", Phone), ("dong-y", "co"));
        var follow = sent.Headers.Location!.ToString();
        await portal.CaughtUpAsync(Cancellation);

        foreach (var address in new[] { "/", path, "/tim-kiem?q=kinxa", "/api/v1/search?q=kinxa", "/api/v1/suggest?q=kin", "/sitemap.xml", "/rss.xml", Comment, Correction, FeedbackShowing.Path, Comment + "/theo-doi", follow })
        {
            var text = await reader.TextAsync(address);
            Assert.False(text.Contains("Kínxa", StringComparison.Ordinal) || text.Contains("Kínđáo", StringComparison.Ordinal) || text.Contains("345 678", StringComparison.Ordinal), address);
        }

        using var page = await GetAsync(reader, follow);
        Assert.Equal(("noindex", "no-store"), (page.Headers.GetValues("X-Robots-Tag").Single(), page.Headers.CacheControl?.ToString()));
    }

    [Fact]
    [Trait("Clause", "C-III.3a")]
    public async Task Ninety_days_after_the_answer_the_sender_is_forgotten_and_what_a_removal_told_of_a_person()
    {
        await using var test = await TestDatabase.OpenAsync();
        var seal = new ContactSeal(new EphemeralDataProtectionProvider());
        var intake = new FeedbackIntake(test.Database, test.Books, seal, test.Clock);
        var desk = new FeedbackDesk(test.Database);
        var retention = new FeedbackRetention(test.Database, test.Clock, NullLogger<FeedbackRetention>.Instance);
        var entry = new FeedbackEntry { Kind = FeedbackKind.Removal, About = "Bài về bản Mẫu", Text = "Gỡ tên cháu giúp tôi.", Contact = new FeedbackContact(Sender, Phone, ""), Agrees = true };
        var taken = Assert.IsType<FeedbackOutcome.Taken>(await intake.ReceiveAsync(entry, [FeedbackKind.Removal], Cancellation));
        Assert.Null(await desk.AssignAsync(taken.Code, 0, People.Editor, Cancellation));
        Assert.Null(await desk.AnswerAsync(taken.Code, 1, "Đã gỡ tên khỏi bài.", People.Editor, Cancellation));

        test.Clock.Advance(TimeSpan.FromDays(89));
        await retention.RunDueAsync(Cancellation);
        var before = await KeptAsync();
        test.Clock.Advance(TimeSpan.FromDays(1));
        await retention.RunDueAsync(Cancellation);
        var after = await KeptAsync();

        Assert.NotNull(before.Contact);
        Assert.Equal((null, "", "Đã gỡ tên khỏi bài."), (after.Contact, after.Text, after.Answer));

        async Task<FeedbackLetter> KeptAsync()
        {
            await using var db = test.Database.Open();
            return await db.Feedback.SingleAsync(Cancellation);
        }
    }

    private static async Task<HttpResponseMessage> GetAsync(HttpClient reader, string address) => await reader.GetAsync(new Uri(address, UriKind.Relative), Cancellation);

    private static async Task<HttpResponseMessage> SendAsync(TestPortal portal, HttpClient reader, IHtmlDocument form, params (string Name, string Value)[] fields)
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var hidden = form.QuerySelectorAll("form.intake-form input[type=hidden]").Select(input => new KeyValuePair<string, string>(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))));
        return await reader.PostAsync(new Uri(form.QuerySelector("form.intake-form")!.GetAttribute("action")!, UriKind.Relative), content, Cancellation);
    }

    private static async Task StepAsync(HttpClient browser, string code, string handler, int version, params (string, string)[] fields)
    {
        using var answer = await browser.PostFormAsync($"/manager/feedback/{code}?handler={handler}", [("version", $"{version}"), .. fields]);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{handler}: {answer.StatusCode}");
    }

    private static async Task<string> StoryAsync(TestPortal portal)
    {
        await using var db = portal.Database.Open();
        return "/" + await db.Items.Where(item => item.Path.StartsWith("nguoi-tot-viec-tot/")).OrderBy(item => item.Path).Select(item => item.Path).FirstAsync(Cancellation);
    }

    private static async Task<string> ItemAsync(TestPortal portal, string path)
    {
        await using var db = portal.Database.Open();
        return (await db.Items.SingleAsync(item => item.Path == path.TrimStart('/'), Cancellation)).Id.ToString();
    }

    [GeneratedRegex(@"GY-\d{4}-\d{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"/manager/edit/[0-9a-f-]{36}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EditLink();
}
