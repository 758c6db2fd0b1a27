using Microsoft.EntityFrameworkCore;

namespace PhongTho.Cms.Data;

/// <summary>The embedded default: one file in the data folder.</summary>
public sealed class SqliteCmsDb(DbContextOptions<SqliteCmsDb> options) : CmsDb(options);
