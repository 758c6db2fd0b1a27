using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Tests.Fixtures;

/// <summary>
/// A migrated database and media store of one test in a folder of its own, and the core's verbs over them.
/// SQLite by default; PostgreSQL when PHONGTHO_TEST_PG holds the connection string of a server.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string name = $"phongtho_test_{Guid.CreateVersion7():N}";

    private TestDatabase()
    {
        Folder = Directory.CreateTempSubdirectory("phongtho-").FullName;
        Database = new CmsDatabase(Connection, Folder, Signal, Clock);
        Books = new SiteBooks(Database, Signal);
        Store = new MediaStore(Folder);
        Pictures = new PictureFiles(Store, Folder);
        Library = new MediaLibrary(Database, Store, new MediaIntake(Store, Pictures, new MediaLimits()), Pictures, new PicturePreparation(Pictures, Store, Clock), Clock);
        Shelf = new MediaShelf(Database);
        Drafts = new Drafts(Database, Books, Clock);
        Publisher = new Publisher(Database, Books, Clock);
    }

    public static DateTimeOffset Start { get; } = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; } = new(Start);

    public ChangeSignal Signal { get; } = new();

    public string Folder { get; }

    public CmsDatabase Database { get; }

    public SiteBooks Books { get; }

    public MediaStore Store { get; }

    public PictureFiles Pictures { get; }

    public MediaLibrary Library { get; }

    public MediaShelf Shelf { get; }

    public Drafts Drafts { get; }

    public Publisher Publisher { get; }

    /// <summary>Of the server, when there is one.</summary>
    public string? Connection => SchemaTemplate.Server is null ? null : new NpgsqlConnectionStringBuilder(SchemaTemplate.Server) { Database = name }.ToString();

    /// <param name="migration">The schema of another day; today's when nothing is said.</param>
    public static async Task<TestDatabase> OpenAsync(string? migration = null)
    {
        var test = new TestDatabase();
        if (migration is null)
        {
            await SchemaTemplate.CopyAsync(test.Folder, test.name);
            await test.Database.MigrateAsync(CancellationToken.None);
        }
        else
        {
            await using var db = test.Database.Open();
            await db.Database.MigrateAsync(migration, CancellationToken.None);
        }

        return test;
    }

    public async ValueTask DisposeAsync()
    {
        Books.Dispose();
        Pictures.Dispose();
        if (Connection is null)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            NpgsqlConnection.ClearAllPools();
            await using var db = Database.Open();
            await db.Database.EnsureDeletedAsync(CancellationToken.None);
        }

        Directory.Delete(Folder, recursive: true);
    }
}
