using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Changes;

public sealed class AuditTrailTests
{
    private static readonly Actor reader = new("reader", IsMachine: false) { Roles = [Role.Publisher] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_a_withdrawn_item_the_log_tells_ids_and_times_only()
    {
        await using var test = await TestDatabase.OpenAsync();
        var story = await test.Publisher.PublishNewAsync(test.Drafts, Bodies.Story("Gia đình ông Lò Văn Ví Dụ"));
        var moved = Assert.IsType<Outcome.Done>(await test.Drafts.MoveAsync(story.Item, story.Version, "ong-lo-van-vi-du", Actor.Console, Cancellation));
        var trail = new AuditTrail(test.Database);
        Assert.All((await trail.ReadAsync(new AuditQuery { Item = story.Item }, reader, Cancellation)).Page!.Entries, entry => Assert.Equal("Gia đình ông Lò Văn Ví Dụ", entry.Title));

        await test.Publisher.WithdrawAsync(story.Item, moved.Version, Actor.Console, Cancellation);

        var entries = (await trail.ReadAsync(new AuditQuery { Item = story.Item }, reader, Cancellation)).Page!.Entries;
        Assert.Equal(ChangeVerb.Withdrawn, entries[0].Verb);
        Assert.All(entries, entry => Assert.Equal((null, null), (entry.Title, entry.Note)));
    }

    [Fact]
    public async Task A_day_is_a_day_in_Vietnam_and_pages_go_on_without_a_gap()
    {
        await using var test = await TestDatabase.OpenAsync();
        for (var number = 0; number < 150; number++)
        {
            await test.Drafts.DraftAsync(Bodies.Story("Bài " + number));
            test.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        var trail = new AuditTrail(test.Database);
        var all = new List<AuditEntry>();
        long? before = null;
        do
        {
            var page = (await trail.ReadAsync(new AuditQuery { Before = before }, reader, Cancellation)).Page!;
            all.AddRange(page.Entries);
            before = page.Next;
        }
        while (before is not null);

        // The clock starts at eight in the morning in Vietnam: forty-eight drafts fit into the first day, seventy-two into each later one.
        Assert.Equal(Enumerable.Range(1, 150).Reverse().Select(position => (long)position), all.Select(entry => entry.Position));
        Assert.Equal(48, await CountAsync(new DateOnly(2026, 11, 24)));
        Assert.Equal(0, await CountAsync(new DateOnly(2026, 11, 23)));
        Assert.Equal(30, await CountAsync(new DateOnly(2026, 11, 26)));

        async Task<int> CountAsync(DateOnly day) => (await trail.ReadAsync(new AuditQuery { Day = day }, reader, Cancellation)).Page!.Entries.Count;
    }

    [Fact]
    public async Task Who_may_not_read_the_log_is_told_so()
    {
        await using var test = await TestDatabase.OpenAsync();
        var writer = new Actor("w", IsMachine: false) { Roles = [Role.Contributor, Role.Editor, Role.EmulationOfficer] };

        var (page, reason) = await new AuditTrail(test.Database).ReadAsync(new AuditQuery(), writer, Cancellation);

        Assert.Equal((null, "right"), (page, reason?.Code));
    }
}
