using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Publishing;

/// <summary>What the acts of the newsroom do, beyond who may do them (Specs/workflow.md).</summary>
[Trait("Clause", "C-II.3b")]
public sealed class NewsroomJourneyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Rule", "R8")]
    public async Task Who_wrote_about_a_person_does_not_decide_on_it_and_another_does()
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await Dossiers.AddAsync(test.Database, test.Clock, "Chị Mẫu");
        var story = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Chị Mẫu") with { NamesPerson = true, Subjects = [person] }, People.Publisher, Cancellation));
        story = await DidAsync(test.Publisher.SubmitAsync(story.Item, story.Version, null, People.Publisher, Cancellation));

        await RefusedAsync("fourEyes", test.Publisher.ApproveAsync(story.Item, story.Version, People.Publisher, Cancellation));
        await RefusedAsync("fourEyes", test.Publisher.PublishAsync(story.Item, story.Version, People.Publisher, Cancellation));
        story = await DidAsync(test.Publisher.PublishAsync(story.Item, story.Version, People.OtherPublisher, Cancellation));

        // What was decided on is behind; only what is written since counts.
        story = await DidAsync(test.Drafts.SaveAsync(story.Item, story.Version, Bodies.Story("Chị Mẫu, lần hai") with { NamesPerson = true, Subjects = [person] }, People.Editor, Cancellation));
        story = await DidAsync(test.Publisher.SubmitAsync(story.Item, story.Version, null, People.Editor, Cancellation));
        await DidAsync(test.Publisher.PublishAsync(story.Item, story.Version, People.Publisher, Cancellation));
    }

    [Fact]
    public async Task A_story_names_whom_it_is_about_also_when_nobody_ticked_the_box()
    {
        await using var test = await TestDatabase.OpenAsync();
        var person = await test.Drafts.DraftAsync(ContentTypes.Get("exemplar").Read("""{"title":"Chị Mẫu","subjectName":"Chị Mẫu","subjectKind":"nguoi-dan"}"""));
        var group = await test.Drafts.DraftAsync(ContentTypes.Get("exemplar").Read("""{"title":"Tổ Mẫu","subjectName":"Tổ Mẫu","subjectKind":"tap-the"}"""));
        var about = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Về chị") with { About = [person.Item] }, People.Publisher, Cancellation));
        var aboutGroup = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Về tổ") with { About = [group.Item] }, People.Publisher, Cancellation));

        await RefusedAsync("fourEyes", test.Publisher.PublishAsync(about.Item, about.Version, People.Publisher, Cancellation));
        await DidAsync(test.Publisher.PublishAsync(aboutGroup.Item, aboutGroup.Version, People.Publisher, Cancellation));
    }

    [Fact]
    public async Task A_correction_is_told_to_readers_and_stays_in_the_text()
    {
        await using var test = await TestDatabase.OpenAsync();
        var story = await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Mười hai hộ"));
        story = await DidAsync(test.Drafts.SaveAsync(story.Item, story.Version, Bodies.Story("Mười lăm hộ"), People.Editor, Cancellation));
        story = await DidAsync(test.Publisher.SubmitAsync(story.Item, story.Version, null, People.Editor, Cancellation));

        await DidAsync(test.Publisher.CorrectAsync(story.Item, story.Version, " Số hộ là 15, không phải 12. ", People.Publisher, Cancellation));

        var live = await LiveAsync(test, story.Item);
        Assert.Equal(("Mười lăm hộ", new Correction { On = PartialDate.Parse("2026-11-24"), Text = "Số hộ là 15, không phải 12." }), (live.Title, Assert.Single(live.Corrections)));
    }

    [Fact]
    public async Task What_its_hour_finds_unfit_goes_back_to_its_editors_with_the_reason()
    {
        await using var test = await TestDatabase.OpenAsync();
        using var schedule = new Schedule(test.Database, test.Publisher, test.Signal, test.Clock, NullLogger<Schedule>.Instance);
        var story = await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bài"));
        story = await DidAsync(test.Drafts.SaveAsync(story.Item, story.Version, Bodies.Story("Bài sửa"), Actor.Console, Cancellation));
        story = await DidAsync(test.Publisher.ScheduleAsync(story.Item, story.Version, test.Clock.GetUtcNow().AddMinutes(5), Actor.Console, Cancellation));
        await DidAsync(test.Publisher.HoldAsync(story.Item, story.Version, People.Publisher, null, Cancellation));

        test.Clock.Advance(TimeSpan.FromMinutes(5));
        await schedule.RunDueAsync(Cancellation);

        var item = await ItemAsync(test, story.Item);
        Assert.Equal((Stage.ChangesRequested, Standing.OnHold), (item.Stage, item.Standing));
        Assert.Contains("tạm giữ", item.ReviewNote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hold_gives_back_what_was_archived_as_archived()
    {
        await using var test = await TestDatabase.OpenAsync();
        var story = await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bài"));
        story = await DidAsync(test.Publisher.ArchiveAsync(story.Item, story.Version, People.Publisher, Cancellation));
        story = await DidAsync(test.Publisher.HoldAsync(story.Item, story.Version, People.Publisher, null, Cancellation));

        story = await DidAsync(test.Publisher.ReleaseAsync(story.Item, story.Version, People.Publisher, Cancellation));

        Assert.Equal(Standing.Archived, (await ItemAsync(test, story.Item)).Standing);
        await DidAsync(test.Publisher.RepublishAsync(story.Item, story.Version, People.Publisher, Cancellation));
        Assert.Equal(Standing.Live, (await ItemAsync(test, story.Item)).Standing);
    }

    [Fact]
    public async Task The_trash_tells_what_would_lose_its_way_and_deletes_nothing_that_is_pointed_at()
    {
        await using var test = await TestDatabase.OpenAsync();
        var target = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Được nhắc"), People.Publisher, Cancellation));
        var other = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Nhắc tới") with { About = [target.Item] }, People.Editor, Cancellation));

        var used = await RefusedAsync("used", Do(Act.Trash, target, ActDetails.None));
        Assert.Contains("«Nhắc tới»", used.Message, StringComparison.Ordinal);
        target = await DidAsync(Do(Act.Trash, target, new ActDetails { IsSure = true }));
        await RefusedAsync("trashed", test.Drafts.SaveAsync(target.Item, target.Version, Bodies.Story("Sửa"), People.Publisher, Cancellation));
        await RefusedAsync("used", Do(Act.Delete, target, ActDetails.None));

        await DidAsync(test.Drafts.SaveAsync(other.Item, other.Version, Bodies.Story("Không nhắc nữa"), People.Editor, Cancellation));
        target = await DidAsync(Do(Act.Restore, target, ActDetails.None));
        target = await DidAsync(Do(Act.Trash, target, ActDetails.None));
        await DidAsync(Do(Act.Delete, target, ActDetails.None));

        await using var db = test.Database.Open();
        Assert.False(await db.Items.AnyAsync(item => item.Id == target.Item, Cancellation));
        Assert.Equal(
            [ChangeVerb.Drafted, ChangeVerb.Trashed, ChangeVerb.Restored, ChangeVerb.Trashed, ChangeVerb.Deleted],
            await db.Changes.Where(change => change.ItemId == target.Item).OrderBy(change => change.Position).Select(change => change.Verb).ToListAsync(Cancellation));

        Task<Outcome> Do(Act act, Outcome.Done item, ActDetails details) => test.Publisher.DoAsync(act, item.Item, item.Version, details, People.Publisher, Cancellation);
    }

    [Fact]
    public async Task Typing_the_same_makes_no_revision_and_saving_marks_the_moment()
    {
        await using var test = await TestDatabase.OpenAsync();
        var story = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Một"), People.Editor, Cancellation));
        var same = await DidAsync(test.Drafts.AutosaveAsync(story.Item, story.Version, Bodies.Story("Một"), People.Editor, Cancellation));
        var typed = await DidAsync(test.Drafts.AutosaveAsync(story.Item, same.Version, Bodies.Story("Hai"), People.Editor, Cancellation));
        var saved = await DidAsync(test.Drafts.SaveAsync(story.Item, typed.Version, Bodies.Story("Hai"), People.Editor, Cancellation));
        var again = await DidAsync(test.Drafts.SaveAsync(story.Item, saved.Version, Bodies.Story("Hai"), People.Editor, Cancellation));

        Assert.Equal((story.Version, saved.Version), (same.Version, again.Version));
        await using var db = test.Database.Open();
        Assert.Equal(
            [null, Revision.AutosaveNote, null],
            await db.Revisions.Where(row => row.ItemId == story.Item).OrderBy(row => row.Number).Select(row => row.Note).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Whoever_comes_second_hears_who_was_first()
    {
        await using var test = await TestDatabase.OpenAsync();
        var story = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Chung"), People.Contributor, Cancellation));
        test.Clock.Advance(TimeSpan.FromMinutes(3));
        var first = await DidAsync(test.Drafts.SaveAsync(story.Item, story.Version, Bodies.Story("Của biên tập"), People.Editor, Cancellation));

        var reason = await RefusedAsync("stale", test.Drafts.SaveAsync(story.Item, story.Version, Bodies.Story("Của người viết"), People.Contributor, Cancellation));

        Assert.Equal(new SavedBy(People.Editor.Key, test.Clock.GetUtcNow(), first.Version), reason.Newer);
    }

    private static async Task<ContentItem> ItemAsync(TestDatabase test, ItemId id)
    {
        await using var db = test.Database.Open();
        return await db.Items.SingleAsync(item => item.Id == id, Cancellation);
    }

    private static async Task<ContentBody> LiveAsync(TestDatabase test, ItemId id)
    {
        await using var db = test.Database.Open();
        var item = await ItemAsync(test, id);
        return ContentTypes.Get(item.Type).Read(await db.Revisions.Where(row => row.Id == item.LiveRevisionId).Select(row => row.Body).SingleAsync(Cancellation));
    }

    private static async Task<Outcome.Done> DidAsync(Task<Outcome> act)
    {
        var outcome = await act;
        Assert.True(outcome is Outcome.Done, (outcome as Outcome.Refused)?.Reason.Message);
        return (Outcome.Done)outcome;
    }

    private static async Task<Refusal> RefusedAsync(string code, Task<Outcome> act)
    {
        var reason = Assert.IsType<Outcome.Refused>(await act).Reason;
        Assert.Equal(code, reason.Code);
        return reason;
    }
}
