using Microsoft.Extensions.Logging.Abstractions;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Editing;

public sealed class HistoryTests
{
    private static readonly MarkdownBlock First = new() { Id = "b1", Text = "Đoạn đầu." };
    private static readonly MarkdownBlock Second = new() { Id = "b2", Text = "Đoạn hai có 12 hộ." };
    private static readonly QuoteBlock Third = new() { Id = "b3", Text = "Lời nói." };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Typing_is_folded_into_its_last_text_and_acts_stand_between()
    {
        await using var test = await TestDatabase.OpenAsync();
        var history = new History(test.Database, test.Books);
        var story = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Một"), People.Contributor, Cancellation));
        story = await TypeAsync(test, story, People.Contributor, "Hai", "Ba", "Bốn");
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        story = await DidAsync(test.Publisher.SubmitAsync(story.Item, story.Version, "Nhờ xem giúp.", People.Contributor, Cancellation));
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        await TypeAsync(test, story, People.Editor, "Năm");

        var entries = await history.FindAsync(story.Item, People.Editor, Cancellation);

        Assert.Equal(
            ["5", "Submitted Nhờ xem giúp.", "4 (3,2)", "1"],
            entries!.Select(entry => entry switch
            {
                HistoryEntry.Saved saved => $"{saved.Revision.Number}" + (saved.Folded.Count == 0 ? "" : $" ({string.Join(',', saved.Folded.Select(head => head.Number))})"),
                HistoryEntry.Done done => $"{done.Verb} {done.Note}",
                _ => "?",
            }));
        Assert.Null(await history.FindAsync(story.Item, People.Neighbour, Cancellation));
    }

    [Fact]
    public async Task Two_texts_are_compared_field_by_field_and_block_by_block()
    {
        await using var test = await TestDatabase.OpenAsync();
        var history = new History(test.Database, test.Books);
        var story = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Tên cũ") with { Blocks = [First, Second, Third] }, People.Editor, Cancellation));
        var newer = Bodies.Story("Tên mới") with { Summary = "Tóm tắt của Tên cũ", Blocks = [Third, First, Second with { Text = "Đoạn **hai** có 15 hộ." }, new QuoteBlock { Text = "Thêm." }] };
        await DidAsync(test.Drafts.SaveAsync(story.Item, story.Version, newer, People.Editor, Cancellation));

        var comparison = await history.CompareAsync(story.Item, 1, 2, People.Editor, Cancellation);

        Assert.Equal(
            ["Tiêu đề Changed =Tên -cũ+mới", "Lời nói Moved =Lời: Lời nói.", "Markdown Changed =Đoạn hai có -12+15= hộ.", "Lời nói Added +Lời: Thêm."],
            comparison!.Differences.Select(Told));
    }

    [Fact]
    public async Task What_was_removed_is_told_where_it_stood_and_what_was_only_dressed_is_told_so()
    {
        await using var test = await TestDatabase.OpenAsync();
        var history = new History(test.Database, test.Books);
        var story = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Tên") with { Blocks = [First, Third, Second] }, People.Editor, Cancellation));
        var mine = Bodies.Story("Tên") with { NamesPerson = true, Blocks = [First, Second with { Text = "Đoạn *hai* có 12 hộ." }] };

        var comparison = await history.CompareAsync(story.Item, mine, People.Editor, Cancellation);

        Assert.Equal(
            ["Có nêu tên người dân Changed -Không+Có", "Lời nói Removed -Lời: Lời nói.", "Markdown Dressed =Đoạn hai có 12 hộ."],
            comparison!.Differences.Select(Told));
    }

    [Fact]
    public async Task A_restored_revision_is_a_new_draft_and_the_live_text_stays()
    {
        await using var test = await TestDatabase.OpenAsync();
        var history = new History(test.Database, test.Books);
        var story = await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Bản đầu"));
        test.Clock.Advance(TimeSpan.FromMinutes(1));
        story = await DidAsync(test.Drafts.SaveAsync(story.Item, story.Version, Bodies.Story("Bản hai"), People.Editor, Cancellation));

        await DidAsync(test.Drafts.RestoreAsync(story.Item, story.Version, 1, People.Editor, Cancellation));

        Assert.Equal("Bản đầu", (await history.ReadAsync(story.Item, 3, People.Editor, Cancellation))!.Title);
        var saved = Assert.IsType<HistoryEntry.Saved>((await history.FindAsync(story.Item, People.Editor, Cancellation))![0]);
        Assert.Equal((3, true, false, "Lấy lại bản số 1"), (saved.Revision.Number, saved.Revision.IsDraft, saved.Revision.IsLive, saved.Revision.Note));
    }

    [Fact]
    public async Task What_was_kept_while_typing_goes_after_a_month_and_nothing_else_does()
    {
        await using var test = await TestDatabase.OpenAsync();
        var history = new History(test.Database, test.Books);
        var pruning = new AutosavePruning(test.Database, test.Clock, NullLogger<AutosavePruning>.Instance);
        var story = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Một"), People.Editor, Cancellation));
        story = await TypeAsync(test, story, People.Editor, "Hai", "Ba", "Bốn");
        test.Clock.Advance(TimeSpan.FromMinutes(11));
        await TypeAsync(test, story, People.Editor, "Năm", "Sáu");

        test.Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await pruning.RunAsync(Cancellation));
        test.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(3, await pruning.RunAsync(Cancellation));

        var left = (await history.FindAsync(story.Item, People.Editor, Cancellation))!.OfType<HistoryEntry.Saved>();
        Assert.Equal([(6, 0), (4, 0), (1, 0)], left.Select(entry => (entry.Revision.Number, entry.Folded.Count)));
    }

    private static async Task<Outcome.Done> TypeAsync(TestDatabase test, Outcome.Done story, Actor actor, params string[] titles)
    {
        foreach (var title in titles)
        {
            test.Clock.Advance(TimeSpan.FromSeconds(20));
            story = await DidAsync(test.Drafts.AutosaveAsync(story.Item, story.Version, Bodies.Story(title), actor, Cancellation));
        }

        return story;
    }

    private static string Told(Difference difference) =>
        $"{difference.Label} {difference.Kind} " + string.Concat(difference.Runs.Select(run => (run.Change switch { WordChange.Removed => "-", WordChange.Added => "+", _ => "=" }) + run.Text));

    private static async Task<Outcome.Done> DidAsync(Task<Outcome> act) => Assert.IsType<Outcome.Done>(await act);
}
