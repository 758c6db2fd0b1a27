using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in the dated tables of commendation and, after the items it names, the register. A row that people changed since is theirs.</summary>
internal sealed class SeedCommendations(SeedRun run)
{
    private const string Subject = "commendations";

    public async Task TakeRulesAsync(Work work, CancellationToken cancellation)
    {
        if (run.Folder.Has(CommendationRulesFile.Name))
        {
            await run.TakeAsync(work, CommendationRulesFile.Name, ChangeVerb.SettingsSaved, "setting:" + CommendationRules.Key, (text, faults) => SaveRulesAsync(work.Db, text, faults, cancellation), cancellation);
        }
    }

    public async Task TakeRegisterAsync(Work work, SiteBook book, ReferenceLookup references, CancellationToken cancellation)
    {
        if (run.Folder.Has(CommendationsFile.Name))
        {
            await run.TakeAsync(work, CommendationsFile.Name, ChangeVerb.CommendationShown, Subject, (text, faults) => SaveAsync(work, book, references, text, faults, cancellation), cancellation);
        }
    }

    private static async Task SaveRulesAsync(CmsDb db, string text, List<FileFault> faults, CancellationToken cancellation)
    {
        if (CommendationRulesFile.Read(text, faults) is not { } rules)
        {
            return;
        }

        var json = ContentJson.Write(rules);
        if (await db.Settings.FindAsync([CommendationRules.Key], cancellation) is { } setting)
        {
            setting.Json = json;
        }
        else
        {
            db.Settings.Add(new Setting { Key = CommendationRules.Key, Json = json });
        }
    }

    private async Task SaveAsync(Work work, SiteBook book, ReferenceLookup references, string text, List<FileFault> faults, CancellationToken cancellation)
    {
        var entries = FrontMatter.Read<CommendationsFile>(text, references, faults)?.Rows ?? [];
        foreach (var entry in entries)
        {
            faults.AddRange(FaultsOf(entry, book, DateOnly.FromDateTime(SiteTime.Local(work.Now).DateTime)));
        }

        if (faults.Count > 0)
        {
            return;
        }

        var known = await work.Db.Commendations.ToDictionaryAsync(static row => row.Code, StringComparer.Ordinal, cancellation);
        var touched = new List<ItemId?>();
        foreach (var entry in entries)
        {
            if (Take(work, book, entry, known) is { } row)
            {
                touched.Add(row.ItemId);
            }
        }

        await CommendationMarks.RefreshAsync(work, touched, cancellation);
        foreach (var item in touched.OfType<ItemId>().Distinct())
        {
            work.Record(ChangeVerb.CommendationShown, item, Subject);
        }
    }

    private static IEnumerable<FileFault> FaultsOf(CommendationFileEntry entry, SiteBook book, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(entry.Code))
        {
            return [new FileFault(null, $"Dòng của «{entry.SubjectName}» thiếu «ma».")];
        }

        var isDecided = CommendationSteps.Public.Contains((CommendationState)entry.State);
        return CommendationChecks.Of(entry, isDecided, book, today).Select(problem => new FileFault(null, $"{entry.Code}: {problem.Message}"));
    }

    private Commendation? Take(Work work, SiteBook book, CommendationFileEntry entry, Dictionary<string, Commendation> known)
    {
        var row = known.GetValueOrDefault(entry.Code!);
        if (row is not null && row.Version != row.SeedVersion)
        {
            run.Notes.Kept(CommendationsFile.Name, $"Dòng {entry.Code} đã được sửa trong trang quản trị nên giữ nguyên.");
            return null;
        }

        var isNew = row is null;
        row ??= new Commendation { Code = entry.Code!, CreatedAt = work.Now };
        if (isNew && known.Values.FirstOrDefault(other => IsSame(other, entry)) is { } other)
        {
            run.Notes.Kept(CommendationsFile.Name, $"Lời khen của dòng {entry.Code} đã có trong sổ ở dòng {other.Code}.");
            return null;
        }

        entry.CopyTo(row, book.CommendationRules);
        (row.State, row.HeldFrom, row.StateAt) = ((CommendationState)entry.State, (CommendationState?)entry.HeldFrom, work.Now);
        (row.Reason, row.RevokedBy, row.RevokedOn) = (entry.Reason ?? "", entry.RevokedBy ?? "", entry.RevokedOn);
        row.SeedVersion = ++row.Version;
        if (isNew)
        {
            work.Db.Commendations.Add(row);
            known[row.Code] = row;
        }

        return row;
    }

    // A site that had its commendations inside its exemplars has them in the register already, under codes of its own.
    private static bool IsSame(Commendation row, CommendationFileEntry entry) =>
        row.SeedVersion is null && row.ItemId is not null && row.ItemId == entry.Item && row.Form == entry.Form && row.DecidedOn == entry.DecidedOn;
}
