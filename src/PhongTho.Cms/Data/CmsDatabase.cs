using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PhongTho.Cms.Changes;

namespace PhongTho.Cms.Data;

/// <summary>Opens the database for reading and for writing, whichever one it is.</summary>
public sealed class CmsDatabase
{
    private readonly Func<CmsDb> open;
    private readonly string dataFolder;
    private readonly ChangeSignal signal;
    private readonly TimeProvider clock;

    /// <param name="connection">A PostgreSQL connection string; null for SQLite in the data folder.</param>
    /// <param name="dataFolder">The one folder of everything the portal keeps.</param>
    /// <param name="interceptors">Watchers of commands, for tests and metrics.</param>
    public CmsDatabase(string? connection, string dataFolder, ChangeSignal signal, TimeProvider clock, IEnumerable<IInterceptor>? interceptors = null)
    {
        this.dataFolder = dataFolder;
        this.signal = signal;
        this.clock = clock;
        IInterceptor[] watching = [.. interceptors ?? []];
        open = connection is null ? Sqlite(Path.Combine(dataFolder, "portal.db"), watching) : Postgres(connection, watching);
    }

    /// <summary>A context for reading. What it reads is not tracked.</summary>
    public CmsDb Open()
    {
        var db = open();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }

    /// <summary>A context for reading that sees one moment, however long it reads and whatever others write meanwhile.</summary>
    public async Task<CmsDb> OpenSnapshotAsync(CancellationToken cancellation)
    {
        var db = Open();
        await db.Database.OpenConnectionAsync(cancellation);
        if (db.Database.GetDbConnection() is SqliteConnection connection)
        {
            // The provider's own transactions take the write lock at once; a deferred one only reads.
            await db.Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), cancellation);
        }
        else
        {
            await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        }

        return db;
    }

    /// <summary>The one way to write: a transaction that holds the clock and records what was done.</summary>
    public Task<Work> BeginAsync(Actor actor, CancellationToken cancellation)
    {
        var db = open();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
        return Work.BeginAsync(db, signal, actor, clock.GetUtcNow(), cancellation);
    }

    /// <summary>
    /// What was deleted or written over is in no file of the database afterwards: a row that is only marked as free can still be read by who has the file.
    /// Waits for readers a while; what they hold back goes with the next call or checkpoint.
    /// </summary>
    public async Task ScrubAsync(CancellationToken cancellation)
    {
        await using var db = open();
        if (db is SqliteCmsDb)
        {
            // Pages are wiped as they are freed (see Waking); what is left of them lies in the log of writes.
            await db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancellation);
        }
        else
        {
            await db.Database.ExecuteSqlAsync($"""VACUUM "Item", "Revision", "Change", "Term", "Media" """, cancellation);
        }
    }

    /// <summary>Brings the schema up to this version of the house. Safe to call from many processes at once, and again after a kill.</summary>
    public async Task MigrateAsync(CancellationToken cancellation)
    {
        await using var db = open();
        if (await IsCurrentAsync(db, cancellation))
        {
            return;
        }

        if (db is SqliteCmsDb)
        {
            using var alone = await FolderLock.TakeAsync(dataFolder, "migrating", cancellation);
            // EF's own lock is a row that outlives a killed process and is then waited for without end. Ours does not, so whoever holds ours may clear theirs.
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS __EFMigrationsLock", cancellation);
            var isOld = (await db.Database.GetAppliedMigrationsAsync(cancellation)).Any();
            await db.Database.MigrateAsync(cancellation);
            if (isOld)
            {
                // What was deleted before pages were wiped as they are freed.
                await db.Database.ExecuteSqlAsync($"VACUUM", cancellation);
            }
        }
        else
        {
            await db.Database.MigrateAsync(cancellation);
        }
    }

    /// <summary>Far cheaper to ask than to let the migrator find out: it compares whole models first.</summary>
    private static async Task<bool> IsCurrentAsync(CmsDb db, CancellationToken cancellation) =>
        !(await db.Database.GetPendingMigrationsAsync(cancellation)).Any();

    private static Func<CmsDb> Sqlite(string file, IInterceptor[] interceptors)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
        var options = new DbContextOptionsBuilder<SqliteCmsDb>()
            .UseSqlite(connection, provider => provider.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).MaxBatchSize(100))
            .AddInterceptors([new Waking(), .. interceptors])
            .Options;
        var factory = new PooledDbContextFactory<SqliteCmsDb>(options);
        return factory.CreateDbContext;
    }

    private static Func<CmsDb> Postgres(string connection, IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<PostgresCmsDb>()
            .UseNpgsql(connection, provider => provider.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(interceptors)
            .Options;
        var factory = new PooledDbContextFactory<PostgresCmsDb>(options);
        return factory.CreateDbContext;
    }

    /// <summary>A second writer waits for the first instead of failing, and what is deleted is wiped from its page (rule R11).</summary>
    private sealed class Waking : DbConnectionInterceptor
    {
        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }

        private static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 30000; PRAGMA secure_delete = ON";
            command.ExecuteNonQuery();
        }
    }
}
