using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PhongTho.Cms.Contributions;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Replications;
using PhongTho.Cms.Subjects;
using PhongTho.Cms.Tracking;

namespace PhongTho.Cms.Data;

internal sealed class ReplicationTable : IEntityTypeConfiguration<Replication>
{
    public void Configure(EntityTypeBuilder<Replication> table)
    {
        table.ToTable("Replication");
        table.HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(20);
        table.Property(row => row.SecretHash).HasMaxLength(64);
        table.Property(row => row.State).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Kind).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Who).HasMaxLength(160);
        table.Property(row => row.Unit).HasMaxLength(120);
        table.Property(row => row.Village).HasMaxLength(80);
        table.Property(row => row.StartedOn).HasConversion(PartialDates.Column).HasMaxLength(10);
        table.Property(row => row.ResultUnit).HasMaxLength(40);
        table.Property(row => row.EvidenceFile).HasMaxLength(40);
        table.Property(row => row.ReportedBy).HasMaxLength(80);
        table.Property(row => row.CheckedBy).HasMaxLength(80);
        table.Ignore(row => row.ShownName);

        // A page: who copied this. The desk: what stands where, longest waiting first. The broom: what was closed long ago.
        table.HasIndex(row => new { row.ItemId, row.State });
        table.HasIndex(row => new { row.State, row.StateAt });
        table.HasIndex(row => row.ClosedAt);
        table.HasOne<ContentItem>().WithMany().HasForeignKey(row => row.ItemId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ContributionTable : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> table)
    {
        table.ToTable("Contribution");
        table.HasKey(row => row.Id);
        table.Property(row => row.Kind).HasMaxLength(120);
        table.Property(row => row.What).HasMaxLength(160);
        table.Property(row => row.Measure).HasMaxLength(40);
        table.Property(row => row.GivenOn).HasConversion(PartialDates.Column).HasMaxLength(10);
        table.Property(row => row.Beneficiary).HasMaxLength(300);
        table.Property(row => row.Unit).HasMaxLength(120);
        table.Property(row => row.Village).HasMaxLength(80);
        table.Property(row => row.Source).HasMaxLength(300);
        table.Property(row => row.RecordedBy).HasMaxLength(80);
        table.Property(row => row.VerifiedBy).HasMaxLength(80);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => row.ItemId);
        table.HasIndex(row => row.SubjectId);

        // Totals: per unit and year, what was checked.
        table.HasIndex(row => new { row.Unit, row.Year });
        table.HasOne<ContentItem>().WithMany().HasForeignKey(row => row.ItemId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Subject>().WithMany().HasForeignKey(row => row.SubjectId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(row => row.Corrections).WithOne().HasForeignKey(row => row.ContributionId);
    }
}

internal sealed class ContributionCorrectionTable : IEntityTypeConfiguration<ContributionCorrection>
{
    public void Configure(EntityTypeBuilder<ContributionCorrection> table)
    {
        table.ToTable("ContributionCorrection");
        table.HasKey(row => new { row.ContributionId, row.Number });
        table.Property(row => row.By).HasMaxLength(80);
        table.Property(row => row.Reason).HasMaxLength(1000);
    }
}

internal sealed class TrackingEntryTable : IEntityTypeConfiguration<TrackingEntry>
{
    public void Configure(EntityTypeBuilder<TrackingEntry> table)
    {
        table.ToTable("TrackingEntry");
        table.HasKey(row => row.Id);
        table.Property(row => row.Author).HasMaxLength(80);

        // A dossier's log, newest first; and what is due.
        table.HasIndex(row => new { row.SubjectId, row.RecordedAt });
        table.HasIndex(row => row.NextReviewOn);
        table.HasOne<Subject>().WithMany().HasForeignKey(row => row.SubjectId);
    }
}

/// <summary>Days of unknown precision as the text files write.</summary>
internal static class PartialDates
{
    public static ValueConverter<PartialDate, string> Column { get; } = new(static date => date.ToString(), static text => PartialDate.Parse(text));
}
