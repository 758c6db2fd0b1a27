using Microsoft.EntityFrameworkCore;

namespace PhongTho.Cms.Data;

/// <summary>PostgreSQL, chosen by a connection string: any number of nodes over one database.</summary>
public sealed class PostgresCmsDb(DbContextOptions<PostgresCmsDb> options) : CmsDb(options);
