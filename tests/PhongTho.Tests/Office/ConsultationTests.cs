using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Consultations;
using PhongTho.Portal.Hosting;
using PhongTho.Portal.Public.Intake;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Office;

/// <summary>Lists put before people: what readers see by the calendar, and what stays with the office.</summary>
[Trait("Clause", "C-III.2b")]
public sealed class ConsultationTests
{
    private const string Slug = "danh-sach-de-nghi-khen-thuong-cuoi-nam-2026";

    private const string Address = "/khen-thuong/lay-y-kien/" + Slug;

    private const string Secret = "Ýkiếnkínđáo về tổ tự quản";

    private const string Name = "Hoàng Thị Bímậtnhất";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_comment_reaches_the_office_and_nobody_else()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        using var sent = await SendAsync(portal, reader, Address, ("y-kien", Secret), ("ho-ten", Name), ("lien-he", "0912 345 678"), ("dong-y", "co"));
        Assert.Equal((HttpStatusCode.Redirect, Address + "/da-gui"), (sent.StatusCode, sent.Headers.Location?.ToString()));
        foreach (var address in new[] { Address, Address + "/da-gui", "/khen-thuong/lay-y-kien", "/tim-kiem?q=k%C3%ADn%C4%91%C3%A1o" })
        {
            var html = await reader.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
            Assert.DoesNotContain(Name, html, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, html, StringComparison.Ordinal);
        }

        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        var room = await officer.GetStringAsync(new Uri("/manager/consultations/edit?ma=" + Slug, UriKind.Relative), Cancellation);
        Assert.Contains(Secret, room, StringComparison.Ordinal);
        Assert.Contains(Name, room, StringComparison.Ordinal);
        await using var db = portal.Database.Open();
        var kept = await db.ConsultationComments.SingleAsync(Cancellation);
        Assert.DoesNotContain(Name, kept.Contact!, StringComparison.Ordinal);
        Assert.DoesNotContain(await db.Changes.Select(change => change.Note + change.Subject).ToListAsync(Cancellation), said => said.Contains("Bímật", StringComparison.Ordinal) || said.Contains("kínđáo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_calendar_closes_it_by_itself_and_a_late_comment_is_told_so()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var (address, _) = await ShownAsync(portal, new(2026, 11, 24));
        using var reader = portal.Reader();
        Assert.Contains("Đang nhận ý kiến", await reader.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation), StringComparison.Ordinal);

        portal.Time.Leap(TimeSpan.FromHours(16) + TimeSpan.FromSeconds(1));
        await portal.Get<ConsultationTurns>().RunDueAsync(Cancellation);

        var html = await reader.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Contains("Hết hạn, chờ kết quả", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\"", html, StringComparison.Ordinal);
        using var late = await SendAsync(portal, reader, address, ("y-kien", Secret));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("không còn nhận ý kiến", await late.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await using var db = portal.Database.Open();
        Assert.Empty(await db.ConsultationComments.ToListAsync(Cancellation));
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task A_person_who_did_not_agree_is_not_named()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        var html = await reader.GetStringAsync(new Uri(Address, UriKind.Relative), Cancellation);

        Assert.Contains("Tổ tự quản đường biên bản Mẫu 3", html, StringComparison.Ordinal);
        Assert.Contains("Tẩn Thị Mẫu", html, StringComparison.Ordinal);
        Assert.Contains("Một cá nhân (chưa đồng ý nêu tên)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Giàng A Minh Họa", html, StringComparison.Ordinal);

        await using (var db = portal.Database.Open())
        {
            var subject = await db.Subjects.SingleAsync(row => row.Name == "Tẩn Thị Mẫu", Cancellation);
            Assert.Null(await portal.Get<ConsentDesk>().WithdrawAsync(subject.Id, People.Officer, Cancellation));
        }

        var after = await reader.GetStringAsync(new Uri(Address, UriKind.Relative), Cancellation);
        Assert.DoesNotContain("Tẩn Thị Mẫu", after, StringComparison.Ordinal);
        using var officer = await portal.SignedInAsync(Role.EmulationOfficer);
        Assert.Contains("chưa có đồng ý đang có hiệu lực cho", WebUtility.HtmlDecode(await officer.GetStringAsync(new Uri("/manager/consultations/edit?ma=" + Slug, UriKind.Relative), Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_office_posts_a_list_and_its_outcome_only_after_the_end()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var desk = portal.Get<ConsultationDesk>();
        Assert.Equal("right", (await desk.AddAsync(Edit(new(2026, 11, 24)), People.Editor, Cancellation)).Reason?.Code);
        var (hidden, _) = await desk.AddAsync(Edit(new(2026, 11, 24)), People.Officer, Cancellation);
        var (address, slug) = await ShownAsync(portal, new(2026, 11, 24));
        var done = Edit(new(2026, 11, 24)) with { Notice = new ConsultationNotice { Text = "Danh sách.", Outcome = "Không có ý kiến phản đối." } };
        using var reader = portal.Reader();

        using var draft = await reader.GetAsync(new Uri("/khen-thuong/lay-y-kien/" + hidden, UriKind.Relative), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, draft.StatusCode);
        Assert.Equal("early", (await desk.SaveAsync(slug, 2, done, People.Officer, Cancellation))?.Code);
        portal.Time.Leap(TimeSpan.FromHours(17));
        Assert.Null(await desk.SaveAsync(slug, 2, done, People.Officer, Cancellation));

        var html = await reader.GetStringAsync(new Uri(address, UriKind.Relative), Cancellation);
        Assert.Contains("Không có ý kiến phản đối.", html, StringComparison.Ordinal);
        Assert.Contains("Đã nhận 0 ý kiến.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_commented_is_forgotten_ninety_days_after_the_end()
    {
        await using var test = await TestDatabase.OpenAsync();
        var seal = new ContactSeal(new EphemeralDataProtectionProvider());
        var desk = new ConsultationDesk(test.Database, seal, test.Clock);
        using var turns = new ConsultationTurns(test.Database, test.Clock, NullLogger<ConsultationTurns>.Instance);
        var (slug, _) = await desk.AddAsync(Edit(new(2026, 11, 24)), People.Officer, Cancellation);
        Assert.Null(await desk.ShowAsync(slug!, 1, isShown: true, People.Officer, Cancellation));
        Assert.Empty(await new ConsultationComments(test.Database, seal, test.Clock).ReceiveAsync(slug!, new CommentEntry(Secret, Name, "0912345678", Agrees: true), Cancellation));

        test.Clock.Advance(TimeSpan.FromDays(90));
        await turns.RunDueAsync(Cancellation);
        Assert.Equal(Name, (await desk.CommentsAsync(slug!, People.Officer, Cancellation)).Single().Contact?.Name);
        test.Clock.Advance(TimeSpan.FromDays(1));
        await turns.RunDueAsync(Cancellation);

        Assert.True((await desk.CommentsAsync(slug!, People.Officer, Cancellation)).Single() is { Contact: null, Comment: { ForgottenAt: not null, Text: Secret } });
        Assert.Empty(await desk.CommentsAsync(slug!, People.Editor, Cancellation));
    }

    [Theory]
    [InlineData(ConsultationState.Draft, false, "", "2026-11-20")]
    [InlineData(ConsultationState.Upcoming, true, "", "2026-11-14")]
    [InlineData(ConsultationState.Open, true, "", "2026-11-15")]
    [InlineData(ConsultationState.Open, true, "", "2026-11-30")]
    [InlineData(ConsultationState.Closed, true, "", "2026-12-01")]
    [InlineData(ConsultationState.Concluded, true, "Xong.", "2026-12-05")]
    public void Its_state_is_read_off_its_dates(ConsultationState state, bool isShown, string outcome, string day)
    {
        var row = new Consultation { Slug = "a", Title = "A", From = new(2026, 11, 15), To = new(2026, 11, 30), Notice = new ConsultationNotice { Outcome = outcome }, PublishedAt = isShown ? TestDatabase.Start : null };

        Assert.Equal(state, row.StateOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static ConsultationEdit Edit(DateOnly to) =>
        new("Danh sách thử", new(2026, 11, 20), to, new ConsultationNotice { Entries = [new ConsultationEntry { Name = "Tổ Mẫu", IsCollective = true }] });

    private static async Task<(string Address, string Slug)> ShownAsync(TestPortal portal, DateOnly to)
    {
        var desk = portal.Get<ConsultationDesk>();
        var (slug, _) = await desk.AddAsync(Edit(to), People.Officer, Cancellation);
        Assert.Null(await desk.ShowAsync(slug!, 1, isShown: true, People.Officer, Cancellation));
        return ("/khen-thuong/lay-y-kien/" + slug, slug!);
    }

    /// <summary>Sends the form as a browser does, after the time a person takes.</summary>
    private static async Task<HttpResponseMessage> SendAsync(TestPortal portal, HttpClient reader, string address, params (string Name, string Value)[] fields)
    {
        var ticket = portal.Get<IntakeTicket>().Issue();
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        using var form = new FormUrlEncodedContent([new("ve", ticket), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]);
        return await reader.PostAsync(new Uri(address, UriKind.Relative), form, Cancellation);
    }
}
