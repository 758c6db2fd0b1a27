using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace PhongTho.Cms.Data;

/// <summary>Lets <c>dotnet ef migrations add NAME --context SqliteCmsDb --output-dir Data/Migrations/Sqlite</c> work without a host.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteCmsDb>
{
    public SqliteCmsDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteCmsDb>().UseSqlite("Data Source=design.db").Options);
}

/// <inheritdoc cref="SqliteDesignTime"/>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresCmsDb>
{
    public PostgresCmsDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresCmsDb>().UseNpgsql("Host=localhost").Options);
}
