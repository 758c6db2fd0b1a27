using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Data;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task The_schema_is_the_approved_one_and_has_its_migration(string provider)
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-schema-").FullName;
        var database = new CmsDatabase(provider == "sqlite" ? null : "Host=127.0.0.1", folder, new ChangeSignal(), TimeProvider.System);
        await using var db = database.Open();

        Assert.False(db.Database.HasPendingModelChanges());
        await GoldenFile.MatchAsync(db.Database.GenerateCreateScript(), $"schema.{provider}.sql");
    }

    [Fact]
    public async Task Sqlite_writes_ahead_keeps_its_references_and_waits_for_the_other_writer()
    {
        var folder = Directory.CreateTempSubdirectory("phongtho-schema-").FullName;
        var database = new CmsDatabase(null, folder, new ChangeSignal(), TimeProvider.System);
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        await using var db = database.Open();

        Assert.Equal("wal", await db.Database.SqlQuery<string>($"SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Database.SqlQuery<long>($"SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync(TestContext.Current.CancellationToken));
        Assert.True(await db.Database.SqlQuery<long>($"SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync(TestContext.Current.CancellationToken) > 0);
    }
}
