using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhongTho.Cms.Model;
using PhongTho.Cms.Nominations;

namespace PhongTho.Cms.Data;

internal sealed class NominationTable : IEntityTypeConfiguration<Nomination>
{
    public void Configure(EntityTypeBuilder<Nomination> table)
    {
        table.ToTable("Nomination");
        table.HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(20);
        table.Property(row => row.SecretHash).HasMaxLength(64);
        table.Property(row => row.State).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Kind).HasMaxLength(120);
        table.Property(row => row.Name).HasMaxLength(160);
        table.Property(row => row.PlainName).HasMaxLength(160);
        table.Property(row => row.Unit).HasMaxLength(120);
        table.Property(row => row.Village).HasMaxLength(80);
        table.Property(row => row.NominatedBy).HasMaxLength(80);
        table.Property(row => row.NominatedFor).HasMaxLength(120);
        table.Property(row => row.AssignedTo).HasMaxLength(80);
        table.Property(row => row.ForwardedTo).HasMaxLength(120);
        table.Property(row => row.DuplicateOf).HasMaxLength(40);
        table.Property(row => row.Telling).HasConversion(
            telling => ContentJson.Write(telling),
            json => ContentJson.Read<NominationTelling>(json),
            new ValueComparer<NominationTelling>(
                (left, right) => ContentJson.Write(left!) == ContentJson.Write(right!), telling => ContentJson.Write(telling).GetHashCode(StringComparison.Ordinal)));

        // The desk: what stands where, longest waiting first. The broom: what was closed long ago.
        table.HasIndex(row => new { row.State, row.StateAt });
        table.HasIndex(row => row.ClosedAt);
        table.HasMany(row => row.Photos).WithOne().HasForeignKey(photo => photo.Code);
    }
}

internal sealed class NominationPhotoTable : IEntityTypeConfiguration<NominationPhoto>
{
    public void Configure(EntityTypeBuilder<NominationPhoto> table)
    {
        table.ToTable("NominationPhoto");
        table.HasKey(photo => new { photo.Code, photo.Number });
        table.Property(photo => photo.Code).HasMaxLength(20);
        table.Property(photo => photo.FileName).HasMaxLength(40);
    }
}
