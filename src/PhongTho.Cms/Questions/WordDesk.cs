using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Seeding;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Questions;

/// <summary>All of the site's words of the search: abbreviations by their letters, synonyms by their first phrase.</summary>
public sealed record WordList(IReadOnlyList<AbbreviationRow> Abbreviations, IReadOnlyList<SynonymRow> Synonyms);

/// <summary>
/// Abbreviations and synonyms as editors keep them. Questions are read by the new words as soon as an index hears of the change; abbreviations
/// stand in texts too, so the texts that have the letters are indexed again.
/// </summary>
public sealed class WordDesk(CmsDatabase database)
{
    /// <summary>What the log calls all of it: one file of <c>content/</c> stands for it.</summary>
    public const string Subject = "words";

    private const int MostAbbreviations = 1000;
    private const int MostGroups = 300;

    public async Task<WordList> ListAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        var abbreviations = await db.Abbreviations.ToListAsync(cancellation);
        var synonyms = await db.Synonyms.ToListAsync(cancellation);
        return new WordList(
            [.. (abbreviations.Count == 0 ? Own(WordsFile.Standard) : abbreviations).OrderBy(static row => PlainWords.Of(row.Letters), StringComparer.Ordinal).ThenBy(static row => row.Letters, StringComparer.Ordinal)],
            [.. synonyms.OrderBy(static row => PlainWords.Of(row.Phrases[0]), StringComparer.Ordinal)]);
    }

    /// <summary>Adds an abbreviation, or gives the one written so another meaning.</summary>
    public Task<Refusal?> KeepAsync(string written, string meaning, Actor actor, CancellationToken cancellation) => database.KeepSiteAsync(actor, async work =>
    {
        var (letters, full) = (written.Trim().Normalize(), meaning.Trim().Normalize());
        if (WordRules.WhyNotKeep(letters, full) is { } reason)
        {
            return reason;
        }

        await TakeOverStandardAsync(work, cancellation);
        var known = await work.Db.Abbreviations.FindAsync([letters], cancellation);
        if (known?.Meaning == full)
        {
            return new Refusal("exists", $"Đã có «{letters}» nghĩa là «{full}».");
        }

        if (known is not null)
        {
            known.Meaning = full;
        }
        else if (await work.Db.Abbreviations.CountAsync(cancellation) >= MostAbbreviations)
        {
            return new Refusal("tooMany", $"Đã có {MostAbbreviations} chữ viết tắt; hãy bỏ bớt trước khi thêm.");
        }
        else
        {
            work.Db.Abbreviations.Add(new AbbreviationRow { Letters = letters, Meaning = full });
        }

        work.Record(ChangeVerb.AbbreviationsSaved, subject: Subject, note: letters);
        await QuestionDesk.AnsweredAsync(work, letters, cancellation);
        return null;
    }, cancellation);

    public Task<Refusal?> DropAsync(string written, Actor actor, CancellationToken cancellation) => database.KeepSiteAsync(actor, async work =>
    {
        await TakeOverStandardAsync(work, cancellation);
        if (await work.Db.Abbreviations.FindAsync([written], cancellation) is not { } known)
        {
            return new Refusal("missing", "Chữ viết tắt này không còn trong bảng.");
        }

        if (await work.Db.Abbreviations.CountAsync(cancellation) == 1)
        {
            return new Refusal("last", "Bảng phải còn ít nhất một chữ viết tắt.");
        }

        work.Db.Abbreviations.Remove(known);
        work.Record(ChangeVerb.AbbreviationsSaved, subject: Subject, note: written);
        return null;
    }, cancellation);

    /// <summary>Adds a group of synonyms, or puts other phrases in the place of one. No phrase is in two groups.</summary>
    /// <param name="id">The group that is changed; null for a new one.</param>
    public Task<Refusal?> KeepAsync(Guid? id, IReadOnlyList<string> phrases, Actor actor, CancellationToken cancellation) => database.KeepSiteAsync(actor, async work =>
    {
        string[] tidy = [.. phrases.Select(static phrase => phrase.Trim().Normalize()).Where(static phrase => phrase.Length > 0)];
        if (WordRules.WhyNotKeep(tidy) is { } reason)
        {
            return reason;
        }

        await TakeOverStandardAsync(work, cancellation);
        var groups = await work.Db.Synonyms.ToListAsync(cancellation);
        if (groups.Where(group => group.Id != id).SelectMany(static group => group.Phrases).FirstOrDefault(taken => tidy.Contains(taken, StringComparer.OrdinalIgnoreCase)) is { } elsewhere)
        {
            return new Refusal("taken", $"«{elsewhere}» đã ở trong một nhóm khác. Hãy thêm cách gọi mới vào nhóm ấy.");
        }

        if (id is null && groups.Count >= MostGroups)
        {
            return new Refusal("tooMany", $"Đã có {MostGroups} nhóm; hãy bỏ bớt trước khi thêm.");
        }

        if (id is null)
        {
            work.Db.Synonyms.Add(new SynonymRow { Id = Guid.CreateVersion7(work.Now), Phrases = tidy });
        }
        else if (groups.Find(group => group.Id == id) is { } known)
        {
            known.Phrases = tidy;
        }
        else
        {
            return new Refusal("missing", "Nhóm này không còn trong bảng.");
        }

        work.Record(ChangeVerb.SynonymsSaved, subject: Subject, note: string.Join(", ", tidy));
        foreach (var phrase in tidy)
        {
            await QuestionDesk.AnsweredAsync(work, phrase, cancellation);
        }

        return null;
    }, cancellation);

    public Task<Refusal?> DropAsync(Guid id, Actor actor, CancellationToken cancellation) => database.KeepSiteAsync(actor, async work =>
    {
        await TakeOverStandardAsync(work, cancellation);
        if (await work.Db.Synonyms.FindAsync([id], cancellation) is not { } known)
        {
            return new Refusal("missing", "Nhóm này không còn trong bảng.");
        }

        work.Db.Synonyms.Remove(known);
        work.Record(ChangeVerb.SynonymsSaved, subject: Subject, note: string.Join(", ", known.Phrases));
        return null;
    }, cancellation);

    /// <summary>Before the first change of one's own: from then on the house's table is the site's.</summary>
    private static async Task TakeOverStandardAsync(Work work, CancellationToken cancellation)
    {
        if (!await work.Db.Abbreviations.AnyAsync(cancellation))
        {
            work.Db.Abbreviations.AddRange(Own(WordsFile.Standard));
            await work.Db.SaveChangesAsync(cancellation);
        }
    }

    private static IEnumerable<AbbreviationRow> Own(WordsFile standard) => standard.Abbreviations.Select(static entry => new AbbreviationRow { Letters = entry.Letters, Meaning = entry.Meaning });
}
