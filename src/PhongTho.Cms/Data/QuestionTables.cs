using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PhongTho.Cms.Model;
using PhongTho.Cms.Questions;

namespace PhongTho.Cms.Data;

internal sealed class UnansweredQuestionTable : IEntityTypeConfiguration<UnansweredQuestion>
{
    public void Configure(EntityTypeBuilder<UnansweredQuestion> table)
    {
        table.ToTable("UnansweredQuestion");
        table.HasKey(row => row.Key);
        table.Property(row => row.Key).HasMaxLength(120);
        table.Property(row => row.Words).HasMaxLength(120);
        table.HasIndex(row => row.Times);
        table.HasIndex(row => row.LastOn);
    }
}

internal sealed class AbbreviationTable : IEntityTypeConfiguration<AbbreviationRow>
{
    public void Configure(EntityTypeBuilder<AbbreviationRow> table)
    {
        table.ToTable("Abbreviation");
        table.HasKey(row => row.Letters);
        table.Property(row => row.Letters).HasMaxLength(20);
        table.Property(row => row.Meaning).HasMaxLength(120);
    }
}

internal sealed class SynonymTable : IEntityTypeConfiguration<SynonymRow>
{
    private static readonly ValueComparer<IReadOnlyList<string>> SamePhrases = new(
        (left, right) => left!.SequenceEqual(right!), phrases => phrases.Aggregate(0, HashCode.Combine), phrases => phrases);

    public void Configure(EntityTypeBuilder<SynonymRow> table)
    {
        table.ToTable("Synonym");
        table.HasKey(row => row.Id);
        table.Property(row => row.Id).ValueGeneratedNever();
        table.Property(row => row.Phrases).HasConversion(phrases => JsonSerializer.Serialize(phrases, ContentJson.Options), json => ContentJson.Read<string[]>(json), SamePhrases);
    }
}
