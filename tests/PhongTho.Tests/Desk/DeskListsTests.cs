using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Desk;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Desk;

public sealed class DeskListsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_wanders_from_shelf_to_shelf_and_waits_for_whoever_is_next()
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = new DeskLists(test.Database);
        var story = await DidAsync(test.Drafts.CreateAsync(Bodies.Story("Đường mới"), People.Contributor, Cancellation));

        await ExpectAsync(People.Contributor, DeskShelf.Mine, DeskShelf.Unit);
        story = await DidAsync(test.Publisher.SubmitAsync(story.Item, story.Version, null, People.Contributor, Cancellation));
        await ExpectAsync(People.Editor, DeskShelf.Waiting, DeskShelf.InReview);
        story = await DidAsync(test.Publisher.RequestChangesAsync(story.Item, story.Version, "Thêm ảnh.", People.Editor, Cancellation));
        await ExpectAsync(People.Editor, DeskShelf.ChangesRequested);
        await ExpectAsync(People.Contributor, DeskShelf.Waiting, DeskShelf.Mine, DeskShelf.Unit, DeskShelf.ChangesRequested);
        story = await DidAsync(test.Publisher.SubmitAsync(story.Item, story.Version, null, People.Contributor, Cancellation));
        story = await DidAsync(test.Publisher.ApproveAsync(story.Item, story.Version, People.Publisher, Cancellation));
        await ExpectAsync(People.Publisher, DeskShelf.Waiting, DeskShelf.Approved);
        story = await DidAsync(test.Publisher.ScheduleAsync(story.Item, story.Version, test.Clock.GetUtcNow().AddDays(1), People.Publisher, Cancellation));
        await ExpectAsync(People.Publisher, DeskShelf.Scheduled);
        story = await DidAsync(test.Publisher.PublishAsync(story.Item, story.Version, People.Publisher, Cancellation));
        await ExpectAsync(People.Publisher, DeskShelf.Published);
        story = await DidAsync(test.Publisher.UnpublishAsync(story.Item, story.Version, People.Publisher, Cancellation));
        await ExpectAsync(People.Publisher, DeskShelf.TakenDown);
        await DidAsync(test.Publisher.DoAsync(Act.Trash, story.Item, story.Version, ActDetails.None, People.Publisher, Cancellation));
        await ExpectAsync(People.Publisher, DeskShelf.Trash);
        await ExpectAsync(People.Neighbour);

        async Task ExpectAsync(Actor actor, params DeskShelf[] shelves)
        {
            var counts = await desk.CountsAsync(actor, Cancellation);
            Assert.Equal(shelves, counts.Where(shelf => shelf.Value == 1).Select(shelf => shelf.Key).Order());
            foreach (var shelf in Enum.GetValues<DeskShelf>())
            {
                var page = await desk.ListAsync(new DeskRequest(shelf), actor, Cancellation);
                Assert.Equal((counts[shelf], counts[shelf]), (page!.Total, page.Rows.Count));
            }
        }
    }

    [Theory]
    [InlineData(DeskShelf.Mine)]
    [InlineData(DeskShelf.Published)]
    [InlineData(DeskShelf.Trash)]
    [InlineData(DeskShelf.Scheduled)]
    public async Task Paging_shows_every_row_once(DeskShelf shelf)
    {
        await using var test = await TestDatabase.OpenAsync();
        var desk = new DeskLists(test.Database);
        for (var i = 0; i < 7; i++)
        {
            var draft = await DidAsync(test.Drafts.CreateAsync(Bodies.Story($"Bài {i}"), People.Publisher, Cancellation));
            await DidAsync(shelf switch
            {
                DeskShelf.Published => test.Publisher.PublishAsync(draft.Item, draft.Version, People.Publisher, Cancellation),
                DeskShelf.Trash => test.Publisher.DoAsync(Act.Trash, draft.Item, draft.Version, ActDetails.None, People.Publisher, Cancellation),
                DeskShelf.Scheduled => test.Publisher.ScheduleAsync(draft.Item, draft.Version, test.Clock.GetUtcNow().AddDays(1 + (i / 3)), People.Publisher, Cancellation),
                _ => Task.FromResult<Outcome>(draft),
            });
        }

        var titles = new List<string>();
        string? cursor = null;
        do
        {
            var page = await desk.ListAsync(new DeskRequest(shelf) { Size = 2, Cursor = cursor }, People.Publisher, Cancellation);
            titles.AddRange(page!.Rows.Select(row => row.Title));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(7, titles.Count);
        Assert.Equal(7, titles.Distinct().Count());
    }

    [Fact]
    public async Task Every_shelf_is_a_handful_of_questions_and_none_reads_the_whole_table()
    {
        await using var test = await TestDatabase.OpenAsync();
        var asked = new Asked();
        var database = new CmsDatabase(test.Connection, test.Folder, test.Signal, test.Clock, [asked]);
        var desk = new DeskLists(database);
        for (var i = 0; i < 40; i++)
        {
            await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story($"Đã đăng {i}"));
            await test.Drafts.CreateAsync(Bodies.Story($"Đang viết {i}"), People.Contributor, Cancellation);
        }

        foreach (var shelf in Enum.GetValues<DeskShelf>())
        {
            asked.Texts.Clear();
            await desk.ListAsync(new DeskRequest(shelf), People.Publisher, Cancellation);
            Assert.InRange(asked.Texts.Count, 2, 4);
            await EachUsesAnIndexAsync(test, asked.Texts);
        }

        asked.Texts.Clear();
        await desk.CountsAsync(People.Publisher, Cancellation);
        Assert.InRange(asked.Texts.Count, 1, 5);
        await EachUsesAnIndexAsync(test, asked.Texts);
    }

    private static async Task EachUsesAnIndexAsync(TestDatabase test, IEnumerable<(string Text, DbParameter[] Parameters)> commands)
    {
        if (test.Connection is not null)
        {
            return;
        }

        await using var db = test.Database.Open();
        await db.Database.OpenConnectionAsync(Cancellation);
        foreach (var (text, parameters) in commands.Where(command => !command.Text.Contains("WHERE 0", StringComparison.Ordinal)))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + text;
            foreach (var parameter in parameters)
            {
                var copy = command.CreateParameter();
                (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
                command.Parameters.Add(copy);
            }

            await using var reader = await command.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
            {
                var step = reader.GetString(3);
                Assert.False(step.StartsWith("SCAN i", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal), $"{step}\n{text}");
            }
        }
    }

    private static async Task<Outcome.Done> DidAsync(Task<Outcome> act)
    {
        var outcome = await act;
        Assert.True(outcome is Outcome.Done, (outcome as Outcome.Refused)?.Reason.Message);
        return (Outcome.Done)outcome;
    }

    private sealed class Asked : DbCommandInterceptor
    {
        public List<(string Text, DbParameter[] Parameters)> Texts { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Texts.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>()]));
            return ValueTask.FromResult(result);
        }
    }
}
