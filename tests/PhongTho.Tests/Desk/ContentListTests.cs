using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Desk;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Desk;

public sealed class ContentListTests
{
    private static readonly Actor editor = new("editor", IsMachine: false) { Roles = [Role.Editor] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_everything_is_read_along_an_index_and_never_by_sorting_all()
    {
        var commands = new Commands();
        await using var portal = await TestPortal.StartAsync(null, commands);
        await using var db = portal.Database.Open();
        Assert.SkipUnless(db.Database.GetDbConnection() is SqliteConnection, "PostgreSQL plans by statistics of real data.");
        var lists = portal.Services.GetRequiredService<ContentLists>();
        commands.Seen.Clear();

        await lists.ListAsync(new ContentQuery { Cursor = new Cursor(TestDatabase.Start, "a").ToString() }, editor, Cancellation);

        Assert.Equal(Enum.GetValues<Stage>().Length, commands.Seen.Count);
        await db.Database.OpenConnectionAsync(Cancellation);
        foreach (var (text, parameters) in commands.Seen)
        {
            await using var explain = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
            explain.CommandText = "EXPLAIN QUERY PLAN " + text;
            explain.Parameters.AddRange(parameters.Select(pair => new SqliteParameter(pair.Name, pair.Value)));
            var plan = new List<string>();
            await using var reader = await explain.ExecuteReaderAsync(Cancellation);
            while (await reader.ReadAsync(Cancellation))
            {
                plan.Add(reader.GetString(3));
            }

            Assert.Contains(plan, step => step.Contains("USING INDEX IX_Item_Stage_DraftedAt", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step == "USE TEMP B-TREE FOR ORDER BY");
        }
    }

    [Fact]
    public async Task Pages_of_everything_meet_without_a_gap_while_stages_differ()
    {
        await using var portal = await TestPortal.StartAsync();
        var (drafts, publisher, lists) = (portal.Services.GetRequiredService<Drafts>(), portal.Services.GetRequiredService<Publisher>(), portal.Services.GetRequiredService<ContentLists>());
        for (var number = 0; number < 25; number++)
        {
            var draft = await drafts.DraftAsync(Bodies.Story($"Bài {number:00}"));
            if (number % 3 == 0)
            {
                await publisher.PublishAsync(draft.Item, draft.Version, Actor.Console, Cancellation);
            }

            portal.Clock.Advance(TimeSpan.FromSeconds(number % 2));
        }

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await lists.ListAsync(new ContentQuery { Cursor = cursor, Size = 4 }, editor, Cancellation);
            seen.AddRange(page!.Rows.Select(row => row.Title));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.Equal(25, seen.Count);
        Assert.Equal(25, seen.Distinct().Count());
        Assert.Null(await lists.ListAsync(new ContentQuery { Cursor = "không phải" }, editor, Cancellation));
    }

    [Fact]
    public async Task A_contributor_finds_what_is_hers_and_nothing_beyond()
    {
        await using var portal = await TestPortal.StartAsync();
        var (drafts, lists) = (portal.Services.GetRequiredService<Drafts>(), portal.Services.GetRequiredService<ContentLists>());
        await drafts.CreateAsync(Bodies.Story("Bài của mình"), People.Contributor, Cancellation);
        await drafts.CreateAsync(Bodies.Story("Bài của xã bên"), People.Neighbour, Cancellation);
        await portal.CaughtUpAsync(Cancellation);

        Assert.Equal(["Bài của mình"], (await lists.ListAsync(new ContentQuery(), People.Contributor, Cancellation))!.Rows.Select(row => row.Title));
        Assert.Equal(["Bài của mình"], (await lists.ListAsync(new ContentQuery { Words = "bai cua" }, People.Contributor, Cancellation))!.Rows.Select(row => row.Title));
        Assert.Empty((await lists.ListAsync(new ContentQuery { Stage = Stage.InReview }, People.Contributor, Cancellation))!.Rows);
    }

    private sealed class Commands : DbCommandInterceptor
    {
        public List<(string Text, (string Name, object? Value)[] Parameters)> Seen { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("FROM \"Item\"", StringComparison.Ordinal) && command.CommandText.Contains("ORDER BY \"i\".\"DraftedAt\"", StringComparison.Ordinal))
            {
                Seen.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
            }

            return ValueTask.FromResult(result);
        }
    }
}
