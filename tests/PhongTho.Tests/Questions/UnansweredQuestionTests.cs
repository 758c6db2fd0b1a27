using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Members;
using PhongTho.Cms.Questions;
using PhongTho.Tests.Fixtures;
using PhongTho.Tests.Specs;
using Xunit;

namespace PhongTho.Tests.Questions;

/// <summary>What readers ask in vain is counted by all nodes, lost by none, bounded, and tells of nobody.</summary>
public sealed class UnansweredQuestionTests
{
    [Fact]
    public async Task Two_nodes_count_one_question_together_and_a_clean_stop_loses_nothing()
    {
        await using var test = await TestDatabase.OpenAsync();
        var cancellation = TestContext.Current.CancellationToken;
        using var one = Node(test);
        using var other = Node(test);
        await one.StartAsync(cancellation);

        one.Note("Trồng sâm");
        other.Note("trong sam");
        other.Note("TRỒNG  SÂM!");
        await one.StopAsync(cancellation);
        await other.StopAsync(cancellation);

        var question = Assert.Single(await ListAsync(test));
        Assert.Equal(("Trồng sâm", 3, new DateOnly(2026, 11, 24)), (question.Words, question.Times, question.LastOn));
    }

    [Fact]
    public async Task Counting_is_nobodys_act_and_moves_no_page_but_seeing_to_it_is_told_without_the_words()
    {
        await using var test = await TestDatabase.OpenAsync();
        var cancellation = TestContext.Current.CancellationToken;
        using var node = Node(test);
        var desk = new QuestionDesk(test.Database, node);
        node.Note("trồng sâm");

        var asked = Assert.Single(await desk.ListAsync(aside: false, cancellation));
        Assert.Equal(0, test.Signal.Position);
        Assert.Equal("right", (await desk.PutAsideAsync(asked.Key, new Actor("ctv", IsMachine: false) { Roles = [Role.Contributor] }, cancellation))?.Code);
        Assert.Null(await desk.PutAsideAsync(asked.Key, Actor.Console, cancellation));
        Assert.Equal("missing", (await desk.PutAsideAsync(asked.Key, Actor.Console, cancellation))?.Code);
        node.Note("trồng sâm");

        Assert.Empty(await desk.ListAsync(aside: false, cancellation));
        Assert.Equal(2, Assert.Single(await desk.ListAsync(aside: true, cancellation)).Times);
        await using var db = test.Database.Open();
        var change = Assert.Single(await db.Changes.ToListAsync(cancellation));
        Assert.Equal((ChangeVerb.QuestionKept, QuestionDesk.Subject), (change.Verb, change.Subject));
        Assert.DoesNotContain("sam", change.Note ?? "", StringComparison.Ordinal);
        Assert.False(change.Verb.IsSeen());
        Assert.Null(await desk.TakeUpAsync(asked.Key, Actor.Console, cancellation));
        Assert.Single(await desk.ListAsync(aside: false, cancellation));
    }

    [Fact]
    public async Task The_file_of_an_older_installation_is_taken_over_once_and_then_gone()
    {
        await using var test = await TestDatabase.OpenAsync();
        var cancellation = TestContext.Current.CancellationToken;
        var file = Path.Combine(test.Folder, "search-unanswered.json");
        await File.WriteAllTextAsync(
            file,
            """{"trong sam":{"Words":"trồng sâm","Times":7,"LastOn":"2026-11-20"},"goi 0912 345 678":{"Words":"gọi 0912 345 678","Times":1,"LastOn":"2026-11-20"}}""", cancellation);

        for (var start = 0; start < 2; start++)
        {
            using var node = Node(test);
            await node.StartAsync(cancellation);
            await node.StopAsync(cancellation);
        }

        Assert.False(File.Exists(file));
        var question = Assert.Single(await ListAsync(test));
        Assert.Equal(("trồng sâm", 7, new DateOnly(2026, 11, 20)), (question.Words, question.Times, question.LastOn));
    }

    [Fact]
    public async Task A_flood_leaves_what_many_ask_and_what_nobody_asks_any_more_is_forgotten()
    {
        await using var test = await TestDatabase.OpenAsync();
        using var node = Node(test);
        node.Note("trồng sâm");
        node.Note("trồng sâm");
        for (var number = 0; number < 3; number++)
        {
            await node.WriteAsync(TestContext.Current.CancellationToken);
            for (var asked = 0; asked < 480; asked++)
            {
                node.Note($"bản {(char)('a' + number)} số {asked}");
            }
        }

        await node.WriteAsync(TestContext.Current.CancellationToken);
        var flooded = await ListAsync(test);
        test.Clock.Advance(TimeSpan.FromDays(UnansweredQuestions.KeptDays + 1));
        node.Note("cầu treo");
        await node.WriteAsync(TestContext.Current.CancellationToken);

        Assert.Equal((UnansweredQuestions.Most, "trồng sâm"), (flooded.Count, flooded[0].Words));
        Assert.Equal("cầu treo", Assert.Single(await ListAsync(test)).Words);
    }

    [Fact]
    [Trait("Rule", "R11")]
    public async Task A_name_whose_consent_was_taken_back_is_not_brought_back_by_those_who_look_for_it()
    {
        await using var test = await TestDatabase.OpenAsync();
        var cancellation = TestContext.Current.CancellationToken;
        await Dossiers.AddAsync(test.Database, test.Clock);
        await using (var db = test.Database.Open())
        {
            await db.Consents.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ConsentState.Withdrawn), cancellation);
        }

        using var node = Node(test);
        node.Note("ông vang a mau ở đâu");
        node.Note("trồng sâm");
        await node.WriteAsync(cancellation);

        Assert.Equal("trồng sâm", Assert.Single(await ListAsync(test)).Words);
    }

    [Fact]
    public async Task Only_what_tells_of_nobody_is_kept()
    {
        await using var test = await TestDatabase.OpenAsync();
        foreach (var row in SpecTable.Rows("search.md", "Kept questions"))
        {
            using var node = Node(test);
            node.Note(row[0]);
            await node.WriteAsync(TestContext.Current.CancellationToken);

            Assert.True((await ListAsync(test)).Count == (row[1] == "yes" ? 1 : 0), row.ToString());
            await using var db = test.Database.Open();
            await db.UnansweredQuestions.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }
    }

    private static UnansweredQuestions Node(TestDatabase test) => new(test.Database, test.Clock, test.Folder, NullLogger<UnansweredQuestions>.Instance);

    private static async Task<List<UnansweredQuestion>> ListAsync(TestDatabase test)
    {
        await using var db = test.Database.Open();
        return await db.UnansweredQuestions.OrderByDescending(row => row.Times).ToListAsync(TestContext.Current.CancellationToken);
    }
}
