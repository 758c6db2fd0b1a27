using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Data;
using PhongTho.Cms.Seeding;
using PhongTho.Search;
using PhongTho.Search.Understanding;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Cms.Questions;

/// <summary>The words of the site as its indexes understand them. A site without abbreviations of its own has the house's.</summary>
public static class WordTable
{
    /// <summary>The house's abbreviations, and no synonyms.</summary>
    public static Wording Standard { get; } = new(new Abbreviations(WordsFile.Standard.Abbreviations.Select(static entry => new Abbreviation(entry.Letters, entry.Meaning))), new Synonyms([]));

    internal static async Task<Wording> ReadAsync(CmsDb db, CancellationToken cancellation)
    {
        var abbreviations = await db.Abbreviations.ToListAsync(cancellation);
        var synonyms = await db.Synonyms.Select(static row => row.Phrases).ToListAsync(cancellation);
        return new Wording(
            abbreviations.Count == 0 ? Standard.Abbreviations : new Abbreviations(abbreviations.Select(static row => new Abbreviation(row.Letters, row.Meaning))), new Synonyms(synonyms));
    }
}
