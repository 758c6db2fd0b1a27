using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Questions;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in what the search takes for the same. The file stands for the whole table.</summary>
internal sealed class SeedWords(SeedRun run)
{
    public async Task RunAsync(Work work, CancellationToken cancellation)
    {
        if (run.Folder.Has(WordsFile.Name))
        {
            await run.TakeAsync(work, WordsFile.Name, ChangeVerb.AbbreviationsSaved, WordDesk.Subject, (text, faults) => SaveAsync(work.Db, work.Now, text, faults, cancellation), cancellation);
        }
    }

    private static async Task SaveAsync(CmsDb db, DateTimeOffset now, string text, List<FileFault> faults, CancellationToken cancellation)
    {
        if (FrontMatter.Read<WordsFile>(text, ReferenceLookup.None, faults) is not { } file)
        {
            return;
        }

        var reasons = file.Abbreviations.Select(static entry => WordRules.WhyNotKeep(entry.Letters, entry.Meaning)).Concat(file.Synonyms.Select(static entry => WordRules.WhyNotKeep(entry.Phrases))).OfType<Refusal>().ToList();
        if (reasons.Count > 0)
        {
            faults.AddRange(reasons.Select(static reason => new FileFault(1, reason.Message)));
            return;
        }

        db.Abbreviations.RemoveRange(await db.Abbreviations.ToListAsync(cancellation));
        db.Synonyms.RemoveRange(await db.Synonyms.ToListAsync(cancellation));
        await db.SaveChangesAsync(cancellation);
        db.Abbreviations.AddRange(file.Abbreviations.DistinctBy(static entry => entry.Letters).Select(static entry => new AbbreviationRow { Letters = entry.Letters, Meaning = entry.Meaning }));
        db.Synonyms.AddRange(file.Synonyms.Select(entry => new SynonymRow { Id = Guid.CreateVersion7(now), Phrases = entry.Phrases }));
    }
}
