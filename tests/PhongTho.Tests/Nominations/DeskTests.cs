using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Nominations;

public sealed class DeskTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_confirmed_nomination_a_draft_begins_that_holds_all_that_is_known()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var desk = portal.Services.GetRequiredService<NominationDesk>();
        var taken = await portal.TakeAsync(null, [.. Enumerable.Range(1, 2).Select(seed => new IncomingPhoto(() => new MemoryStream(TestPictures.Jpeg(500, 300, seed)), "a.jpg"))]);
        Assert.Equal("state", (await portal.Services.GetRequiredService<NominationArticle>().BeginAsync(taken.Code, 0, People.Editor, Cancellation)).Reason?.Code);
        Assert.Null(await desk.TriageAsync(taken.Code, 0, People.Editor, Cancellation));
        Assert.Equal("stale", (await desk.ForwardAsync(taken.Code, 0, "xa-khong-lao", People.Editor, Cancellation))?.Code);
        Assert.Equal("unit", (await desk.ForwardAsync(taken.Code, 1, "khong-co", People.Editor, Cancellation))?.Code);
        Assert.Null(await desk.ForwardAsync(taken.Code, 1, "xa-khong-lao", People.Editor, Cancellation));
        Assert.Null(await desk.ConfirmAsync(taken.Code, 2, People.Officer, Cancellation));

        var (item, reason) = await portal.Services.GetRequiredService<NominationArticle>().BeginAsync(taken.Code, 3, People.Officer, Cancellation);

        Assert.Null(reason);
        await using var db = portal.Database.Open();
        var draft = await db.Items.SingleAsync(row => row.Id == item, Cancellation);
        var body = Assert.IsType<Exemplar>(ContentTypes.Get(draft.Type).Read(await db.Revisions.Where(row => row.Id == draft.DraftRevisionId).Select(row => row.Body).SingleAsync(Cancellation)));
        Assert.Equal((Forms.Entry.Name, "ho-gia-dinh", "xa-khong-lao", "bản Kínxa 7", 2025), (body.SubjectName, body.SubjectKind, body.Unit, body.Village, body.Year));
        Assert.Equal(Forms.Entry.Criteria, body.Criteria);
        Assert.Contains("<p>Kết quả: 400 m² đất</p>", Assert.IsType<RichTextBlock>(body.Blocks[0]).Html, StringComparison.Ordinal);
        Assert.NotNull(body.Picture);
        Assert.Single(Assert.IsType<GalleryBlock>(body.Blocks[1]).Pictures);
        Assert.Null(draft.LiveRevisionId);
        var nomination = await db.Nominations.SingleAsync(Cancellation);
        Assert.Equal((NominationState.TurnedIntoExemplar, item), (nomination.State, nomination.ItemId));
    }

    [Fact]
    public async Task A_name_told_before_is_hinted_at_with_or_without_marks_and_forms_of_address()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var inbox = portal.Services.GetRequiredService<NominationInbox>();
        var first = await portal.TakeAsync();
        var second = await portal.TakeAsync(Forms.Entry with { Name = "lo van kindao", Unit = "xa-khong-lao" });
        var elsewhere = await portal.TakeAsync(Forms.Entry with { Name = "Ông LÒ VĂN KÍNĐÁO", Unit = "xa-dao-san" });
        var published = await portal.TakeAsync(Forms.Entry with { Name = "Anh Giàng A Mẫu", Unit = "xa-dao-san" });
        var nobody = await portal.TakeAsync(Forms.Entry with { Name = "Sùng A Chưakểbaogiờ" });

        var hints = (await inbox.FindAsync(second.Code, People.Editor, Cancellation))!.Hints;

        Assert.Equal([(first.Code, true), (elsewhere.Code, false)], hints.Select(hint => (hint.Key, hint.IsSamePlace)));
        Assert.Contains((await inbox.FindAsync(published.Code, People.Editor, Cancellation))!.Hints, hint => hint.IsSamePlace && hint.Address.StartsWith("/nguoi-tot-viec-tot/", StringComparison.Ordinal));
        Assert.Empty((await inbox.FindAsync(nobody.Code, People.Editor, Cancellation))!.Hints);
        Assert.Null(await inbox.FindAsync(second.Code, People.Contributor, Cancellation));
    }

    [Fact]
    public async Task The_answer_of_the_desk_is_told_to_the_nominator()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        var desk = portal.Services.GetRequiredService<NominationDesk>();
        using var reader = portal.Reader();
        var rejected = await portal.TakeAsync();
        var duplicate = await portal.TakeAsync();
        foreach (var taken in new[] { rejected, duplicate })
        {
            Assert.Null(await desk.TriageAsync(taken.Code, 0, People.Editor, Cancellation));
        }

        Assert.Equal("reason", (await desk.RejectAsync(rejected.Code, 1, "  ", People.Editor, Cancellation))?.Code);
        Assert.Null(await desk.RejectAsync(rejected.Code, 1, "Việc này đang có đơn, chờ kết luận.", People.Editor, Cancellation));
        Assert.Equal("duplicate", (await desk.MarkDuplicateAsync(duplicate.Code, 1, duplicate.Code, People.Editor, Cancellation))?.Code);
        Assert.Null(await desk.MarkDuplicateAsync(duplicate.Code, 1, rejected.Code, People.Editor, Cancellation));

        Assert.Contains("Việc này đang có đơn, chờ kết luận.", await reader.TextAsync($"/gioi-thieu-guong/theo-doi/{rejected.Code}?ma={rejected.Secret}"), StringComparison.Ordinal);
        Assert.Contains("đã có người kể trước bạn", await reader.TextAsync($"/gioi-thieu-guong/theo-doi/{duplicate.Code}?ma={duplicate.Secret}"), StringComparison.Ordinal);
    }
}
