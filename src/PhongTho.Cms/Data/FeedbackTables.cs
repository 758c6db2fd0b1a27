using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhongTho.Cms.Feedback;

namespace PhongTho.Cms.Data;

internal sealed class FeedbackTable : IEntityTypeConfiguration<FeedbackLetter>
{
    public void Configure(EntityTypeBuilder<FeedbackLetter> table)
    {
        table.ToTable("Feedback");
        table.HasKey(row => row.Code);
        table.Property(row => row.Code).HasMaxLength(20);
        table.Property(row => row.SecretHash).HasMaxLength(64);
        table.Property(row => row.Kind).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.State).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.RoutedTo).HasConversion<string>().HasMaxLength(24);
        table.Property(row => row.Version).IsConcurrencyToken();
        table.Property(row => row.About).HasMaxLength(400);
        table.Property(row => row.Unit).HasMaxLength(120);
        table.Property(row => row.AssignedTo).HasMaxLength(80);
        table.Property(row => row.ForwardedTo).HasMaxLength(200);

        // The desk: what stands where, oldest first. The broom: what was settled long ago. The public list: what is shown, newest first.
        table.HasIndex(row => new { row.State, row.ReceivedAt });
        table.HasIndex(row => row.SettledAt);
        table.HasIndex(row => row.ShownAt);
        table.HasIndex(row => row.ItemId);
    }
}
