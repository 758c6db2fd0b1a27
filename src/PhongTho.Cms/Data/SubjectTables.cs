using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Data;

internal sealed class SubjectTable : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> table)
    {
        var date = new ValueConverter<PartialDate, string>(date => date.ToString(), text => PartialDate.Parse(text));
        table.ToTable("Subject");
        table.HasKey(row => row.Id);
        table.Property(row => row.Slug).HasMaxLength(120);
        table.Property(row => row.Kind).HasMaxLength(120);
        table.Property(row => row.Name).HasMaxLength(160);
        table.Property(row => row.PlainName).HasMaxLength(160);
        table.Property(row => row.Unit).HasMaxLength(120);
        table.Property(row => row.Village).HasMaxLength(80);
        table.Property(row => row.Clearance).HasMaxLength(200);
        table.Property(row => row.BornOn).HasConversion(date).HasMaxLength(10);
        table.Property(row => row.DeceasedOn).HasConversion(date).HasMaxLength(10);
        table.Property(row => row.Stage).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.StageBefore).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.CreatedBy).HasMaxLength(80);
        table.Property(row => row.ChangedBy).HasMaxLength(80);
        table.Ignore(row => row.IsPrivate);
        table.HasIndex(row => row.Slug).IsUnique();

        // The room: one kind or one stage, last changed first.
        table.HasIndex(row => new { row.Stage, row.ChangedAt });
        table.HasOne<Subject>().WithMany().HasForeignKey(row => row.CollectiveId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(row => row.Criteria).WithOne().HasForeignKey(row => row.SubjectId);
    }
}

internal sealed class SubjectCriterionTable : IEntityTypeConfiguration<SubjectCriterion>
{
    public void Configure(EntityTypeBuilder<SubjectCriterion> table)
    {
        table.ToTable("SubjectCriterion");
        table.HasKey(row => new { row.SubjectId, row.Criterion });
        table.Property(row => row.Criterion).HasMaxLength(120);
        table.Property(row => row.Result).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Lead).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.ChangedBy).HasMaxLength(80);
        table.Property(row => row.TitleYears).HasConversion(
            years => JsonSerializer.Serialize(years, ContentJson.Options),
            json => ContentJson.Read<int[]>(json),
            new ValueComparer<IReadOnlyList<int>>((left, right) => left!.SequenceEqual(right!), years => years.Aggregate(0, (hash, year) => HashCode.Combine(hash, year))));
        table.HasOne<ContentItem>().WithMany().HasForeignKey(row => row.DocumentId).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class SubjectFileTable : IEntityTypeConfiguration<SubjectFile>
{
    public void Configure(EntityTypeBuilder<SubjectFile> table)
    {
        table.ToTable("SubjectFile");
        table.HasKey(row => row.Id);
        table.Property(row => row.Criterion).HasMaxLength(120);
        table.Property(row => row.Name).HasMaxLength(200);
        table.Property(row => row.ContentType).HasMaxLength(100);
        table.Property(row => row.AddedBy).HasMaxLength(80);
        table.HasIndex(row => row.SubjectId);
        table.HasOne<Subject>().WithMany().HasForeignKey(row => row.SubjectId);
        table.HasOne<ConsentRecord>().WithMany().HasForeignKey(row => row.ConsentId);
    }
}

internal sealed class RevisionSubjectTable : IEntityTypeConfiguration<RevisionSubject>
{
    public void Configure(EntityTypeBuilder<RevisionSubject> table)
    {
        table.ToTable("RevisionSubject");
        table.HasKey(row => new { row.RevisionId, row.SubjectId });
        table.HasIndex(row => new { row.SubjectId, row.RevisionId });
        table.HasOne<Revision>().WithMany().HasForeignKey(row => row.RevisionId);
    }
}

internal sealed class ClosedChannelTable : IEntityTypeConfiguration<ClosedChannel>
{
    public void Configure(EntityTypeBuilder<ClosedChannel> table)
    {
        table.ToTable("ClosedChannel");
        table.HasKey(row => new { row.ItemId, row.Purpose });
        table.Property(row => row.Purpose).HasConversion<string>().HasMaxLength(24);
    }
}

internal sealed class ConsentTable : IEntityTypeConfiguration<ConsentRecord>
{
    public void Configure(EntityTypeBuilder<ConsentRecord> table)
    {
        table.ToTable("Consent");
        table.HasKey(row => row.Id);
        table.Property(row => row.PersonName).HasMaxLength(160);
        table.Property(row => row.State).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Method).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.TextVersion).HasMaxLength(40);
        table.Property(row => row.ObtainedBy).HasMaxLength(120);
        table.Property(row => row.Guardian).HasMaxLength(160);
        table.Property(row => row.CreatedBy).HasMaxLength(80);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Purposes).HasConversion(Words<ConsentPurpose>(), Same<ConsentPurpose>());
        table.Property(row => row.Fields).HasConversion(Words<ConsentField>(), Same<ConsentField>());

        // One dossier's consents; and, for the clock, what ends next.
        table.HasIndex(row => row.SubjectId);
        table.HasIndex(row => new { row.State, row.ExpiresOn });
        table.HasOne<Subject>().WithMany().HasForeignKey(row => row.SubjectId);
    }

    private static ValueConverter<IReadOnlyList<T>, string> Words<T>()
        where T : struct, Enum => new(values => Write(values), text => Read<T>(text));

    private static ValueComparer<IReadOnlyList<T>> Same<T>()
        where T : struct, Enum => new((left, right) => left!.SequenceEqual(right!), values => values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value)));

    private static string Write<T>(IReadOnlyList<T> values)
        where T : struct, Enum => string.Join(' ', values);

    private static T[] Read<T>(string text)
        where T : struct, Enum => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static word => Enum.Parse<T>(word))];
}
