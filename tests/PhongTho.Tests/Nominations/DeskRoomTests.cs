using System.Net;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Nominations;

/// <summary>The triage desk's rooms, through their doors.</summary>
[Trait("Clause", "C-II.2a")]
[Trait("Clause", "C-I.2b")]
public sealed class DeskRoomTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_editor_takes_a_nomination_from_the_inbox_to_a_draft()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var taken = await portal.TakeAsync(null, new IncomingPhoto(() => new MemoryStream(TestPictures.Jpeg(500, 300)), "a.jpg"));
        using var editor = await portal.SignedInAsync(Role.Editor);
        var room = "/manager/nominations/" + taken.Code;

        var inbox = await editor.TextAsync("/manager/nominations");
        Assert.Contains(taken.Code, inbox, StringComparison.Ordinal);
        var whole = await editor.TextAsync(room);
        Assert.Contains(Forms.Phone, whole, StringComparison.Ordinal);
        using var photo = await editor.GetAsync(new Uri(room + "?handler=photo&number=1&isSmall=true", UriKind.Relative), Cancellation);
        Assert.Equal(("image/jpeg", "no-store"), (photo.Content.Headers.ContentType?.MediaType, photo.Headers.CacheControl?.ToString()));

        await StepAsync(room, "triage", 0);
        await StepAsync(room, "note", 1, ("note", "Đã gọi trưởng bản."));
        await StepAsync(room, "forward", 2, ("unit", "xa-khong-lao"));
        await StepAsync(room, "confirm", 3);
        using var stale = await editor.PostFormAsync(room + "?handler=write", ("version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        using var written = await editor.PostFormAsync(room + "?handler=write", ("version", "4"));

        Assert.Equal(HttpStatusCode.Redirect, written.StatusCode);
        Assert.StartsWith("/manager/edit/", written.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var draft = await editor.GetAsync(written.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);

        async Task StepAsync(string address, string handler, int version, params (string, string)[] fields)
        {
            using var answer = await editor.PostFormAsync($"{address}?handler={handler}", [("version", $"{version}"), .. fields]);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task No_step_is_taken_for_a_foreign_page_a_stranger_or_a_contributor()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var taken = await portal.TakeAsync();
        var room = new Uri($"/manager/nominations/{taken.Code}?handler=triage", UriKind.Relative);
        using var editor = await portal.SignedInAsync(Role.Editor);
        using var contributor = await portal.SignedInAsync(Role.Contributor);
        using var stranger = portal.Reader();
        using var form = new FormUrlEncodedContent([new("version", "0")]);

        using var withoutToken = await editor.PostAsync(room, form, Cancellation);
        using var atTheDoor = await stranger.GetAsync(new Uri($"/manager/nominations/{taken.Code}", UriKind.Relative), Cancellation);
        using var notTheirs = await contributor.GetAsync(new Uri($"/manager/nominations/{taken.Code}", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, withoutToken.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, atTheDoor.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, notTheirs.StatusCode);
        await using var db = portal.Database.Open();
        Assert.Equal(NominationState.Received, await db.Nominations.Select(row => row.State).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task A_unit_nominates_with_its_account_and_a_sheet_of_criteria_and_sees_only_its_own()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        await portal.TakeAsync(Forms.Entry with { Name = "Người Dânkể" });
        using var contributor = await portal.SignedInAsync(Role.Contributor);

        using var sent = await contributor.PostFormAsync(
            "/manager/nominations/new", ("loai", "nguoi-dan"), ("ten", "Anh Sùng A Mẫumực"), ("xa", "xa-dao-san"), ("ban", ""), ("viec", "Anh góp ba mươi ngày công mở đường."), ("da-biet", "chua"),
            ("kq-citizen-supports-movements", "Met"), ("mc-citizen-supports-movements", "Giấy khen số 12"), ("kq-citizen-cultural-family", "NotApplicable"), ("kq-household-mutual-help", "Met"));
        var list = await contributor.TextAsync("/manager/nominations");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Sùng A Mẫumực", list, StringComparison.Ordinal);
        Assert.DoesNotContain("Dânkể", list, StringComparison.Ordinal);
        await using var db = portal.Database.Open();
        var kept = await db.Nominations.SingleAsync(row => row.NominatedBy != null, Cancellation);
        Assert.Equal((Newsroom.Unit, (string?)null), (kept.NominatedFor, kept.Contact));
        Assert.Equal(
            [("citizen-supports-movements", CriterionResult.Met, "Giấy khen số 12"), ("citizen-cultural-family", CriterionResult.NotApplicable, (string?)null)],
            kept.Telling.Criteria.Select(row => (row.Criterion, row.Result, row.Evidence)));
    }
}
