using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Councils;
using PhongTho.Cms.Office.Inspections;
using PhongTho.Cms.Office.Rankings;

namespace PhongTho.Cms.Data;

internal sealed class ScoreTableTable : IEntityTypeConfiguration<ScoreTable>
{
    public void Configure(EntityTypeBuilder<ScoreTable> table)
    {
        table.ToTable("ScoreTable");
        table.HasKey(row => row.Year);
        table.Property(row => row.Year).ValueGeneratedNever();
        table.Property(row => row.Source).HasMaxLength(300);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Criteria).HasConversion(rows => ContentJson.Write(rows), json => ContentJson.Read<ScoreCriterion[]>(json), Whole.Of<IReadOnlyList<ScoreCriterion>>());
        table.Ignore(row => row.Most);
    }
}

internal sealed class EmulationBlockTable : IEntityTypeConfiguration<EmulationBlock>
{
    public void Configure(EntityTypeBuilder<EmulationBlock> table)
    {
        table.ToTable("EmulationBlock");
        table.HasKey(row => new { row.Year, row.Slug });
        table.Property(row => row.Slug).HasMaxLength(120);
        table.Property(row => row.Name).HasMaxLength(160);
        table.Property(row => row.Kind).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Lead).HasMaxLength(160);
        table.Property(row => row.Decision).HasMaxLength(300);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Members).HasConversion(rows => ContentJson.Write(rows), json => ContentJson.Read<BlockMember[]>(json), Whole.Of<IReadOnlyList<BlockMember>>());
    }
}

internal sealed class ScoreSheetTable : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> table)
    {
        table.ToTable("ScoreSheet");
        table.HasKey(row => new { row.Year, row.Block, row.Member });
        table.Property(row => row.Block).HasMaxLength(120);
        table.Property(row => row.Member).HasMaxLength(120);
        table.Property(row => row.CheckedBy).HasMaxLength(80);
        table.Property(row => row.Remark).HasMaxLength(1000);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Own).HasConversion(rows => ContentJson.Write(rows), json => ContentJson.Read<Score[]>(json), Whole.Of<IReadOnlyList<Score>>());
        table.Property(row => row.Checked).HasConversion(rows => ContentJson.Write(rows!), json => ContentJson.Read<Score[]>(json), Whole.Of<IReadOnlyList<Score>>());
        table.HasOne<EmulationBlock>().WithMany().HasForeignKey(row => new { row.Year, row.Block }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InspectionTable : IEntityTypeConfiguration<Inspection>
{
    public void Configure(EntityTypeBuilder<Inspection> table)
    {
        table.ToTable("Inspection");
        table.HasKey(row => row.Id);
        table.Property(row => row.Kind).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Unit).HasMaxLength(120);
        table.Property(row => row.Subject).HasMaxLength(1000);
        table.Property(row => row.Plan).HasMaxLength(300);
        table.Property(row => row.Document).HasMaxLength(300);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.Tasks).HasConversion(rows => ContentJson.Write(rows), json => ContentJson.Read<InspectionTask[]>(json), Whole.Of<IReadOnlyList<InspectionTask>>());
        table.HasIndex(row => row.From);
    }
}

internal sealed class CouncilMeetingTable : IEntityTypeConfiguration<CouncilMeeting>
{
    public void Configure(EntityTypeBuilder<CouncilMeeting> table)
    {
        table.ToTable("CouncilMeeting");
        table.HasKey(row => row.Id);
        table.Property(row => row.Unit).HasMaxLength(120);
        table.Property(row => row.Subject).HasMaxLength(300);
        table.Property(row => row.Minutes).HasMaxLength(120);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.HasIndex(row => row.HeldOn);
    }
}
