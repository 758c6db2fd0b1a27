using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Cms.Data;

internal sealed class ContentItemTable : IEntityTypeConfiguration<ContentItem>
{
    public void Configure(EntityTypeBuilder<ContentItem> table)
    {
        table.ToTable("Item");
        table.HasKey(item => item.Id);
        table.Property(item => item.Type).HasMaxLength(40);
        table.Property(item => item.Path).HasMaxLength(400);
        table.Property(item => item.ExternalId).HasMaxLength(200);
        table.Property(item => item.Version).IsConcurrencyToken();
        table.Property(item => item.CreatedBy).HasMaxLength(80);
        table.Property(item => item.DraftedBy).HasMaxLength(80);
        table.Property(item => item.SubmittedBy).HasMaxLength(80);
        table.Property(item => item.TrashedBy).HasMaxLength(80);
        table.Property(item => item.OwnerUnit).HasMaxLength(120);
        table.Property(item => item.DraftTitle).HasMaxLength(400);
        table.Property(item => item.ForwardTo).HasMaxLength(400);
        table.Property(item => item.Card).HasConversion(
            card => ContentJson.Write(card),
            json => ContentJson.Read<ListCard>(json),
            new ValueComparer<ListCard>(
                (left, right) => ContentJson.Write(left!) == ContentJson.Write(right!), card => ContentJson.Write(card).GetHashCode(StringComparison.Ordinal)));
        table.HasIndex(item => item.Path).IsUnique();
        table.HasIndex(item => item.ExternalId).IsUnique();

        // Lists: one type, what is live, newest first.
        table.HasIndex(item => new { item.Type, item.Standing, item.ListedAt, item.Path });
        table.HasIndex(item => item.PublishAt);

        // Desks: what stands where, newest work first.
        table.HasIndex(item => new { item.Stage, item.DraftedAt });
        table.HasIndex(item => new { item.CreatedBy, item.DraftedAt });
        table.HasIndex(item => item.TrashedAt);
        table.HasIndex(item => item.ExpireAt);
        table.HasMany(item => item.Terms).WithOne().HasForeignKey(term => term.ItemId);
        table.HasMany(item => item.Links).WithOne().HasForeignKey(link => link.ItemId);
        table.HasMany(item => item.Closed).WithOne().HasForeignKey(row => row.ItemId);
    }
}

internal sealed class RevisionTable : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> table)
    {
        table.ToTable("Revision");
        table.HasKey(revision => revision.Id);
        table.HasIndex(revision => new { revision.ItemId, revision.Number }).IsUnique();
        table.HasOne<ContentItem>().WithMany().HasForeignKey(revision => revision.ItemId);
        table.Property(revision => revision.Author).HasMaxLength(80);
    }
}

internal sealed class ItemTermTable : IEntityTypeConfiguration<ItemTerm>
{
    public void Configure(EntityTypeBuilder<ItemTerm> table)
    {
        table.ToTable("ItemTerm");
        table.HasKey(term => new { term.ItemId, term.Taxonomy, term.Slug });
        table.HasIndex(term => new { term.Taxonomy, term.Slug, term.ItemId });
        table.Property(term => term.Taxonomy).HasMaxLength(40);
        table.Property(term => term.Slug).HasMaxLength(120);
    }
}

internal sealed class LinkTable : IEntityTypeConfiguration<Link>
{
    public void Configure(EntityTypeBuilder<Link> table)
    {
        table.ToTable("Link");
        table.HasKey(link => link.Id);
        table.HasIndex(link => link.TargetItemId);
        table.HasIndex(link => link.TargetMediaId);
        table.HasOne<MediaFile>().WithMany().HasForeignKey(link => link.TargetMediaId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<ContentItem>().WithMany().HasForeignKey(link => link.TargetItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AliasTable : IEntityTypeConfiguration<Alias>
{
    public void Configure(EntityTypeBuilder<Alias> table)
    {
        table.ToTable("Alias");
        table.HasKey(alias => alias.Path);
        table.Property(alias => alias.Path).HasMaxLength(400);
        table.HasOne<ContentItem>().WithMany().HasForeignKey(alias => alias.ItemId);
    }
}

internal sealed class MediaFileTable : IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<MediaFile> table)
    {
        table.ToTable("Media");
        table.HasKey(file => file.Id);
        table.Property(file => file.Path).HasMaxLength(300);
        table.Property(file => file.Hash).HasMaxLength(64);
        table.Property(file => file.ContentType).HasMaxLength(100);
        table.HasIndex(file => file.Path).IsUnique();
        table.Property(file => file.Folder).HasMaxLength(300).HasDefaultValue("");
        table.Property(file => file.Alt).HasMaxLength(300);
        table.Property(file => file.Caption).HasMaxLength(400);
        table.Property(file => file.Credit).HasMaxLength(120);
        table.Property(file => file.Words).HasDefaultValue("");
        table.Property(file => file.UploadedBy).HasMaxLength(80);
        table.HasIndex(file => file.Hash);

        // Lists: one folder, newest first; ids follow time.
        table.HasIndex(file => new { file.Folder, file.Id });
        table.Ignore(file => file.Name);
        table.Ignore(file => file.IsRaster);
        table.Ignore(file => file.Url);
        table.Ignore(file => file.ShareUrl);
    }
}

internal sealed class FormerMediaAddressTable : IEntityTypeConfiguration<FormerMediaAddress>
{
    public void Configure(EntityTypeBuilder<FormerMediaAddress> table)
    {
        table.ToTable("FormerMediaAddress");
        table.HasKey(address => new { address.Hash, address.Name });
        table.Property(address => address.Hash).HasMaxLength(16);
        table.Property(address => address.Name).HasMaxLength(300);
        table.HasOne<MediaFile>().WithMany().HasForeignKey(address => address.MediaId);
    }
}

internal sealed class SettingTable : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> table)
    {
        table.ToTable("Setting");
        table.HasKey(setting => setting.Key);
        table.Property(setting => setting.Key).HasMaxLength(80);
    }
}

internal sealed class TaxonomyTable : IEntityTypeConfiguration<TaxonomyRow>
{
    public void Configure(EntityTypeBuilder<TaxonomyRow> table)
    {
        table.ToTable("Taxonomy");
        table.HasKey(taxonomy => taxonomy.Key);
        table.Property(taxonomy => taxonomy.Key).HasMaxLength(40);
    }
}

internal sealed class TermTable : IEntityTypeConfiguration<Term>
{
    public void Configure(EntityTypeBuilder<Term> table)
    {
        table.ToTable("Term");
        table.HasKey(term => new { term.Taxonomy, term.Slug });
        table.Property(term => term.Taxonomy).HasMaxLength(40);
        table.Property(term => term.Slug).HasMaxLength(120);
        table.HasOne<TaxonomyRow>().WithMany().HasForeignKey(term => term.Taxonomy);
    }
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    private static readonly ValueComparer<IReadOnlyList<string>> SameTexts = new(
        (left, right) => left!.SequenceEqual(right!), texts => texts.Aggregate(0, (hash, text) => HashCode.Combine(hash, text)));

    public void Configure(EntityTypeBuilder<Unit> table)
    {
        table.ToTable("Unit");
        table.HasKey(unit => unit.Slug);
        table.Property(unit => unit.Slug).HasMaxLength(120);
        table.Property(unit => unit.Spellings).HasConversion(texts => Write(texts), json => Read(json), SameTexts);
        table.Property(unit => unit.Successors).HasConversion(texts => Write(texts), json => Read(json), SameTexts);
    }

    private static string Write(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts, ContentJson.Options);

    private static IReadOnlyList<string> Read(string json) => ContentJson.Read<string[]>(json);
}

internal sealed class SeedFileTable : IEntityTypeConfiguration<SeedFile>
{
    public void Configure(EntityTypeBuilder<SeedFile> table)
    {
        table.ToTable("SeedFile");
        table.HasKey(file => file.Path);
        table.Property(file => file.Path).HasMaxLength(400);
        table.Property(file => file.Hash).HasMaxLength(64);
    }
}

internal sealed class ChangeTable : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> table)
    {
        table.ToTable("Change");
        table.HasKey(change => change.Position);
        table.Property(change => change.Position).ValueGeneratedNever();
        table.Property(change => change.Actor).HasMaxLength(80);
        table.Property(change => change.Subject).HasMaxLength(200);
        table.HasIndex(change => change.ItemId);
    }
}

internal sealed class ClockTable : IEntityTypeConfiguration<Clock>
{
    public void Configure(EntityTypeBuilder<Clock> table)
    {
        table.ToTable("Clock");
        table.HasKey(clock => clock.Id);
        table.Property(clock => clock.Id).ValueGeneratedNever();
        table.HasData(new Clock { Id = 1, Position = 0 });
    }
}
