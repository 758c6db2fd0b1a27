using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Consultations;
using PhongTho.Cms.Office.Registrations;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Data;

internal sealed class StrivingRegistrationTable : IEntityTypeConfiguration<StrivingRegistration>
{
    public void Configure(EntityTypeBuilder<StrivingRegistration> table)
    {
        table.ToTable("StrivingRegistration");
        table.HasKey(row => row.Id);
        table.Property(row => row.Unit).HasMaxLength(120);
        table.Property(row => row.Kind).HasMaxLength(120);
        table.Property(row => row.Name).HasMaxLength(160);
        table.Property(row => row.Target).HasMaxLength(120);
        table.Property(row => row.HeadName).HasMaxLength(160);
        table.Property(row => row.State).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.CreatedBy).HasMaxLength(80);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Sheet).HasConversion(sheet => ContentJson.Write(sheet), json => ContentJson.Read<RegistrationSheet>(json), Whole.Of<RegistrationSheet>());

        // The officer's list and a unit's own: a year, then the unit.
        table.HasIndex(row => new { row.Year, row.Unit });
        table.HasIndex(row => row.SubjectId);
        table.HasOne<Subject>().WithMany().HasForeignKey(row => row.SubjectId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class RegistrationRoundTable : IEntityTypeConfiguration<RegistrationRound>
{
    public void Configure(EntityTypeBuilder<RegistrationRound> table)
    {
        table.ToTable("RegistrationRound");
        table.HasKey(row => row.Year);
        table.Property(row => row.Year).ValueGeneratedNever();
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Units).HasConversion(
            units => ContentJson.Write(units), json => ContentJson.Read<string[]>(json),
            new ValueComparer<IReadOnlyList<string>>((left, right) => left!.SequenceEqual(right!), units => units.Count));
    }
}

internal sealed class UnitPlanTable : IEntityTypeConfiguration<UnitPlan>
{
    public void Configure(EntityTypeBuilder<UnitPlan> table)
    {
        table.ToTable("UnitPlan");
        table.HasKey(row => new { row.Year, row.Unit });
        table.Property(row => row.Unit).HasMaxLength(120);
        table.Property(row => row.State).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Number).HasMaxLength(80);
        table.Property(row => row.Link).HasMaxLength(400);
        table.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal sealed class ConsultationTable : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> table)
    {
        table.ToTable("Consultation");
        table.HasKey(row => row.Slug);
        table.Property(row => row.Slug).HasMaxLength(160);
        table.Property(row => row.Title).HasMaxLength(200);
        table.Property(row => row.ShownState).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Notice).HasConversion(notice => ContentJson.Write(notice), json => ContentJson.Read<ConsultationNotice>(json), Whole.Of<ConsultationNotice>());
        table.HasIndex(row => row.To);
    }
}

internal sealed class ConsultationCommentTable : IEntityTypeConfiguration<ConsultationComment>
{
    public void Configure(EntityTypeBuilder<ConsultationComment> table)
    {
        table.ToTable("ConsultationComment");
        table.HasKey(row => row.Id);
        table.Property(row => row.Consultation).HasMaxLength(160);
        table.Property(row => row.ReadBy).HasMaxLength(80);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => new { row.Consultation, row.ReceivedAt });
        table.HasOne<Consultation>().WithMany().HasForeignKey(row => row.Consultation).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Compares what is stored whole by what is stored.</summary>
internal static class Whole
{
    public static ValueComparer<T> Of<T>()
        where T : class =>
        new((left, right) => ContentJson.Write(left!) == ContentJson.Write(right!), value => ContentJson.Write(value).GetHashCode(StringComparison.Ordinal));
}
