using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Media;
using PhongTho.Cms.Office.Councils;
using PhongTho.Cms.Office.Reports;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>
/// Brings a content folder into the site through the verbs an editor uses, as often as one likes: what did not change is not
/// touched, what people edited since is left alone, and a file that cannot be taken never keeps the others out.
/// </summary>
public sealed class SeedImport(CmsDatabase database, SiteBooks books, MediaLibrary library, TimeProvider clock)
{
    // Stands in the ledger for the folder as a whole, so that a start with nothing new reads no file.
    private const string WholeFolder = ".";

    public async Task<SeedReport> RunAsync(string folder, CancellationToken cancellation)
    {
        var notes = new SeedNotes();
        if (!Directory.Exists(folder))
        {
            notes.Refused(folder, "Không có thư mục này.");
            return notes.ToReport();
        }

        var content = new SeedFolder(folder);
        if (await IsKnownAsync(content, cancellation))
        {
            notes.Unchanged(content.Files.Count);
            return notes.ToReport();
        }

        var run = new SeedRun(database, content, notes);
        await new SeedMedia(run, library).RunAsync(cancellation);
        await TakeFrameAsync(run, cancellation);
        await new SeedItems(run, await books.CurrentAsync(cancellation), clock).RunAsync(cancellation);
        await TakeSiteAsync(run, cancellation);
        return notes.ToReport();
    }

    private async Task<bool> IsKnownAsync(SeedFolder content, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return (await db.SeedFiles.FindAsync([WholeFolder], cancellation))?.Hash == content.Signature;
    }

    /// <summary>What content rests on: vocabularies, units, sections, menus, whom it is about, what is said of its pictures.</summary>
    private async Task TakeFrameAsync(SeedRun run, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(Actor.Seed, cancellation);
        await new SeedVocabularies(run).RunAsync(work, cancellation);
        await new SeedMediaDescriptions(run).RunAsync(work, cancellation);
        await new SeedSubjects(run, clock).RunAsync(work, cancellation);
        var settings = new SeedSettings(run);
        await settings.TakeAsync<Sections>(work, SeedSettings.Section, Sections.Key, ReferenceLookup.None, cancellation);
        await settings.TakeAsync<Menus>(work, SeedSettings.Menu, Menus.Key, ReferenceLookup.None, cancellation);
        await settings.TakeAsync<PlaceMap>(work, SeedSettings.Map, PlaceMap.Key, ReferenceLookup.None, cancellation);
        await new SeedCommendations(run).TakeRulesAsync(work, cancellation);
        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
        }
    }

    /// <summary>What names content, and the note that the whole folder is in.</summary>
    private async Task TakeSiteAsync(SeedRun run, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(Actor.Seed, cancellation);
        var references = await SeedRun.ReferencesAsync(work.Db, cancellation);
        await new SeedSettings(run).TakeAsync<SiteSettings>(work, SeedSettings.Site, SiteSettings.Key, references.Lookup, cancellation);
        await new SeedSettings(run).TakeAsync<SearchSettings>(work, SeedSettings.Search, SearchSettings.Key, references.Lookup, cancellation);
        await new SeedWords(run).RunAsync(work, cancellation);
        await new SeedRedirects(run).RunAsync(work, cancellation);
        await SeedSubjects.FillSheetsAsync(work, cancellation);
        await new SeedReplications(run).RunAsync(work, references.Lookup, cancellation);
        await new SeedContributions(run, clock).RunAsync(work, references.Lookup, cancellation);
        await new SeedCommendations(run).TakeRegisterAsync(work, book, references.Lookup, cancellation);
        await new SeedSettings(run).TakeAsync<Council>(work, SeedSettings.Council, Council.Key, ReferenceLookup.None, cancellation);
        await new SeedSettings(run).TakeAsync<ReportSettings>(work, SeedSettings.Reports, ReportSettings.Key, ReferenceLookup.None, cancellation);
        await new SeedConsultations(run, clock).RunAsync(work, references.Lookup, cancellation);
        await new SeedRankings(run).RunAsync(work, cancellation);
        if (!run.Notes.HasRefused)
        {
            var known = await work.Db.SeedFiles.FindAsync([WholeFolder], cancellation);
            SeedRun.Remember(work.Db, known, WholeFolder, run.Folder.Signature);
            work.Record(ChangeVerb.SettingsSaved, subject: "seed");
        }

        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
        }
    }
}
