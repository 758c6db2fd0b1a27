using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Data;

internal sealed class CommendationTable : IEntityTypeConfiguration<Commendation>
{
    public void Configure(EntityTypeBuilder<Commendation> table)
    {
        table.ToTable("Commendation");
        table.HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(20);
        table.Property(row => row.State).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.HeldFrom).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.SubjectName).HasMaxLength(160);
        table.Property(row => row.SubjectKind).HasMaxLength(120);
        table.Property(row => row.Unit).HasMaxLength(120);
        table.Property(row => row.Form).HasMaxLength(120);
        table.Property(row => row.Occasion).HasMaxLength(120);
        table.Property(row => row.Achievement).HasMaxLength(400);
        table.Property(row => row.AchievementKey).HasMaxLength(40);
        table.Property(row => row.ProposedBy).HasMaxLength(160);
        table.Property(row => row.DecisionNumber).HasMaxLength(20);
        table.Property(row => row.DecisionSymbol).HasMaxLength(40);
        table.Property(row => row.Signer).HasMaxLength(120);
        table.Property(row => row.SignerPost).HasMaxLength(120);
        table.Property(row => row.Authority).HasMaxLength(160);
        table.Property(row => row.AuthorityUnit).HasMaxLength(120);
        table.Property(row => row.AuthorityLevel).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Regime).HasMaxLength(20);
        table.Property(row => row.RevokedBy).HasMaxLength(60);
        table.Property(row => row.Reason).HasMaxLength(1000);
        table.Ignore(row => row.Decision);

        // The page of the commended; lists: newest decision first; one achievement, one form; one decision, one subject.
        table.HasIndex(row => row.ItemId);
        table.HasIndex(row => row.SubjectId);
        table.HasIndex(row => new { row.State, row.ListedOn, row.Code });
        table.HasIndex(row => row.AchievementKey);
        table.HasIndex(row => new { row.DecisionNumber, row.DecisionSymbol });
        table.HasOne<Subject>().WithMany().HasForeignKey(row => row.SubjectId).OnDelete(DeleteBehavior.SetNull);
        table.HasOne<ContentItem>().WithMany().HasForeignKey(row => row.ItemId).OnDelete(DeleteBehavior.SetNull);
        table.HasOne<ContentItem>().WithMany().HasForeignKey(row => row.DecisionItemId).OnDelete(DeleteBehavior.SetNull);
        table.HasOne<ContentItem>().WithMany().HasForeignKey(row => row.RevokingItemId).OnDelete(DeleteBehavior.SetNull);
        table.HasOne<ContentItem>().WithMany().HasForeignKey(row => row.StoryItemId).OnDelete(DeleteBehavior.SetNull);
    }
}
