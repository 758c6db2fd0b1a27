using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Cms.Data;

/// <summary>All the portal stores. Writing goes through <see cref="CmsDatabase.BeginAsync"/>; a save outside it throws.</summary>
public abstract class CmsDb(DbContextOptions options) : DbContext(options)
{
    private Work? current;

    public DbSet<ContentItem> Items => Set<ContentItem>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<ItemTerm> ItemTerms => Set<ItemTerm>();

    public DbSet<Link> Links => Set<Link>();

    public DbSet<Alias> Aliases => Set<Alias>();

    public DbSet<MediaFile> Media => Set<MediaFile>();

    public DbSet<FormerMediaAddress> FormerMediaAddresses => Set<FormerMediaAddress>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<TaxonomyRow> Taxonomies => Set<TaxonomyRow>();

    public DbSet<Term> Terms => Set<Term>();

    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<SeedFile> SeedFiles => Set<SeedFile>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<Clock> Clocks => Set<Clock>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RefuseOutsideWork();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RefuseOutsideWork();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Lets this work, and only it, save.</summary>
    internal void Admit(Work? work) => current = work;

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyConfigurationsFromAssembly(typeof(CmsDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot order DateTimeOffset; UTC milliseconds order and compare the same everywhere.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<ItemId>().HaveConversion<ItemIdColumn>();
        configurationBuilder.Properties<RevisionId>().HaveConversion<RevisionIdColumn>();
        configurationBuilder.Properties<MediaId>().HaveConversion<MediaIdColumn>();
        configurationBuilder.Properties<Stage>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<Standing>().HaveConversion<string>().HaveMaxLength(24);
        configurationBuilder.Properties<ChangeVerb>().HaveConversion<string>().HaveMaxLength(24);
    }

    private void RefuseOutsideWork()
    {
        if (current is null && ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException("A save outside a work: every write goes through BeginAsync and records a change.");
        }
    }

    private sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

    private sealed class ItemIdColumn() : ValueConverter<ItemId, Guid>(id => id.Value, stored => new ItemId(stored));

    private sealed class RevisionIdColumn() : ValueConverter<RevisionId, Guid>(id => id.Value, stored => new RevisionId(stored));

    private sealed class MediaIdColumn() : ValueConverter<MediaId, Guid>(id => id.Value, stored => new MediaId(stored));
}
