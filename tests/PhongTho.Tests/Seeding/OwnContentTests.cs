using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Seeding;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Seeding;

public sealed class OwnContentTests
{
    [Fact]
    public async Task The_repositorys_own_content_comes_in_whole_and_only_once()
    {
        await using var test = await TestDatabase.OpenAsync();
        var import = new SeedImport(test.Database, test.Books, test.Library, test.Clock);

        var first = await import.RunAsync(Repository.Content, TestContext.Current.CancellationToken);
        var second = await import.RunAsync(Repository.Content, TestContext.Current.CancellationToken);

        Assert.True(first.IsComplete, string.Join('\n', first.Refused));
        Assert.True(first.Created > 0);
        Assert.Equal((0, 0, first.Created), (second.Created, second.Updated, second.Unchanged));
        await using var db = test.Database.Open();
        Assert.NotEmpty(await db.Items.Where(item => item.Standing == Standing.Live).ToListAsync(TestContext.Current.CancellationToken));
    }
}
