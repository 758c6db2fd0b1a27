using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Editing;

namespace PhongTho.Cms.Data;

/// <summary>PostgreSQL, chosen by a connection string: any number of nodes over one database.</summary>
public sealed class PostgresCmsDb(DbContextOptions<PostgresCmsDb> options) : CmsDb(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Cursors compare addresses: by bytes, as SQLite does, whatever language the server speaks.
        builder.Entity<ContentItem>().Property(item => item.Path).UseCollation("C");
    }
}
