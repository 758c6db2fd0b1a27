using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Sites;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Changes;

public sealed class WorkTests
{
    [Fact]
    public async Task A_save_outside_a_work_throws()
    {
        await using var test = await TestDatabase.OpenAsync();
        await using var db = test.Database.Open();
        db.Settings.Add(new Setting { Key = "x", Json = "{}" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_work_without_a_record_throws_and_leaves_nothing()
    {
        await using var test = await TestDatabase.OpenAsync();
        await using (var work = await test.Database.BeginAsync(Actor.Console, TestContext.Current.CancellationToken))
        {
            work.Db.Settings.Add(new Setting { Key = "x", Json = "{}" });
            await Assert.ThrowsAsync<InvalidOperationException>(() => work.CommitAsync(TestContext.Current.CancellationToken));
        }

        await using var db = test.Database.Open();
        Assert.Empty(await db.Settings.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await db.Clocks.Select(clock => clock.Position).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Eight_writers_leave_positions_without_a_gap_though_some_roll_back()
    {
        await using var test = await TestDatabase.OpenAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(() => WriteAsync(test, writer))));

        await using var db = test.Database.Open();
        var positions = await db.Changes.OrderBy(change => change.Position).Select(change => change.Position).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(1, 8 * 8).Select(position => (long)position), positions);
        Assert.Equal(64, await db.Clocks.Select(clock => clock.Position).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(64, test.Signal.Position);
    }

    private static async Task WriteAsync(TestDatabase test, int writer)
    {
        for (var round = 0; round < 5; round++)
        {
            await using var work = await test.Database.BeginAsync(Actor.Console, CancellationToken.None);
            work.Record(ChangeVerb.SettingsSaved, subject: $"{writer}-{round}-1");
            work.Record(ChangeVerb.SettingsSaved, subject: $"{writer}-{round}-2");
            if (round != 2)
            {
                await work.CommitAsync(CancellationToken.None);
            }
        }
    }
}
