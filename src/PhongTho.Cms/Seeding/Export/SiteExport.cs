using System.Text;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Media;
using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Councils;
using PhongTho.Cms.Office.Reports;
using PhongTho.Cms.Questions;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>What an export wrote.</summary>
/// <param name="Problems">What could not be written, in Vietnamese.</param>
public sealed record ExportReport(int Items, int Media, IReadOnlyList<string> Problems)
{
    public bool IsComplete => Problems.Count == 0;
}

/// <summary>
/// Writes the whole site as a content folder that people can read and <see cref="SeedImport"/> brings back: settings,
/// vocabularies, units, items in every state, media. The same database always gives the same bytes.
/// </summary>
public sealed class SiteExport(CmsDatabase database, MediaStore store)
{
    private const int Batch = 500;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public async Task<ExportReport> RunAsync(string folder, CancellationToken cancellation)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            return new ExportReport(0, 0, [$"Thư mục «{folder}» không trống."]);
        }

        await using var db = await database.OpenSnapshotAsync(cancellation);
        var names = await ExportNames.ReadAsync(db, cancellation);
        await WriteFrameAsync(db, folder, names, cancellation);
        await WriteWaysInAsync(db, folder, names, cancellation);
        await WriteRegistersAsync(db, folder, names, cancellation);
        var items = await WriteItemsAsync(db, folder, names, cancellation);
        var media = await WriteMediaAsync(db, folder, names, cancellation);
        return new ExportReport(items, media, names.Problems);
    }

    private static async Task WriteFrameAsync(CmsDb db, string folder, ExportNames names, CancellationToken cancellation)
    {
        var settings = await db.Settings.ToDictionaryAsync(static setting => setting.Key, static setting => setting.Json, cancellation);
        await WriteSettingAsync<SiteSettings>(SeedSettings.Site, SiteSettings.Key);
        await WriteSettingAsync<Menus>(SeedSettings.Menu, Menus.Key);
        await WriteSettingAsync<Sections>(SeedSettings.Section, Sections.Key);
        await WriteSettingAsync<PlaceMap>(SeedSettings.Map, PlaceMap.Key);
        await WriteSettingAsync<SearchSettings>(SeedSettings.Search, SearchSettings.Key);
        await WriteSettingAsync<Council>(SeedSettings.Council, Council.Key);
        await WriteSettingAsync<ReportSettings>(SeedSettings.Reports, ReportSettings.Key);

        var terms = (await db.Terms.ToListAsync(cancellation)).ToLookup(static term => term.Taxonomy, StringComparer.Ordinal);
        foreach (var taxonomy in await db.Taxonomies.ToListAsync(cancellation))
        {
            var text = FrontMatter.Write(names.Names, VocabularyFile.Of(taxonomy, terms[taxonomy.Key]));
            await WriteAsync(folder, SeedVocabularies.Folder + taxonomy.Key + ".yaml", text, cancellation);
        }

        if (await db.Units.OrderBy(static unit => unit.Order).ToListAsync(cancellation) is { Count: > 0 } units)
        {
            await WriteAsync(folder, UnitsFile.Name, UnitsFile.Of(units).Write(), cancellation);
        }

        if (await ReadSubjectsAsync(db, cancellation) is { Subjects.Count: > 0 } subjects)
        {
            await WriteAsync(folder, SubjectsFile.Name, FrontMatter.Write(names.Names, subjects), cancellation);
        }

        if (settings.TryGetValue(CommendationRules.Key, out var rules))
        {
            await WriteAsync(folder, CommendationRulesFile.Name, CommendationRulesFile.Write(ContentJson.Read<CommendationRules>(rules)), cancellation);
        }

        if (await db.Commendations.ToListAsync(cancellation) is { Count: > 0 } commendations)
        {
            await WriteAsync(folder, CommendationsFile.Name, FrontMatter.Write(names.Names, CommendationsFile.Of(commendations)), cancellation);
        }

        if (await db.Consultations.ToListAsync(cancellation) is { Count: > 0 } consultations)
        {
            await WriteAsync(folder, ConsultationsFile.Name, FrontMatter.Write(names.Names, ConsultationsFile.Of(consultations)), cancellation);
        }

        if (RankingsFile.Of(await db.ScoreTables.ToListAsync(cancellation), await db.EmulationBlocks.ToListAsync(cancellation), await db.ScoreSheets.ToListAsync(cancellation)) is { Years.Count: > 0 } rankings)
        {
            await WriteAsync(folder, RankingsFile.Name, FrontMatter.Write(names.Names, rankings), cancellation);
        }

        if (MediaDescriptionsFile.Of(await db.Media.ToListAsync(cancellation)) is { Files.Count: > 0 } described)
        {
            await WriteAsync(folder, MediaDescriptionsFile.Name, FrontMatter.Write(names.Names, described), cancellation);
        }

        async Task WriteSettingAsync<T>(string file, string key)
            where T : class
        {
            if (settings.TryGetValue(key, out var json))
            {
                await WriteAsync(folder, file, FrontMatter.Write(names.Names, ContentJson.Read<T>(json)), cancellation);
            }
        }
    }

    /// <summary>By which other addresses and words readers get to it.</summary>
    private static async Task WriteWaysInAsync(CmsDb db, string folder, ExportNames names, CancellationToken cancellation)
    {
        if (await db.Aliases.Where(static alias => alias.ItemId == null).ToListAsync(cancellation) is { Count: > 0 } redirects)
        {
            await WriteAsync(folder, RedirectsFile.Name, FrontMatter.Write(names.Names, RedirectsFile.Of(redirects)), cancellation);
        }

        if (await db.Abbreviations.ToListAsync(cancellation) is { Count: > 0 } abbreviations)
        {
            await WriteAsync(folder, WordsFile.Name, FrontMatter.Write(names.Names, WordsFile.Of(abbreviations, await db.Synonyms.ToListAsync(cancellation))), cancellation);
        }
    }

    /// <summary>Collectives, samples, and of the others those whom an item names.</summary>
    private static async Task<SubjectsFile> ReadSubjectsAsync(CmsDb db, CancellationToken cancellation)
    {
        var all = (await db.Subjects.ToListAsync(cancellation)).ToDictionary(static subject => subject.Id);
        var consents = (await db.Consents.ToListAsync(cancellation)).OrderBy(static consent => consent.GivenAt).ThenBy(static consent => consent.PersonName, StringComparer.Ordinal).ToLookup(static consent => consent.SubjectId);
        var named = await db.Items.Join(db.RevisionSubjects, static item => item.Id, static row => row.ItemId, static (item, row) => new { item, row })
            .Where(static pair => pair.row.RevisionId == pair.item.LiveRevisionId || pair.row.RevisionId == pair.item.DraftRevisionId)
            .Select(static pair => pair.row.SubjectId).Distinct().ToListAsync(cancellation);
        return new SubjectsFile
        {
            Subjects =
            [
                .. all.Values.Where(subject => subject.IsSample || !subject.IsPrivate || named.Contains(subject.Id)).OrderBy(static subject => subject.Slug, StringComparer.Ordinal)
                    .Select(subject => SubjectEntry.Of(subject, subject.CollectiveId is { } collective ? all[collective].Slug : null, consents[subject.Id])),
            ],
        };
    }

    /// <summary>What is told of items and subjects in registers of their own.</summary>
    private static async Task WriteRegistersAsync(CmsDb db, string folder, ExportNames names, CancellationToken cancellation)
    {
        var replications = (await db.Replications.ToListAsync(cancellation)).Select(ReplicationRow.Of).OfType<ReplicationRow>()
            .OrderBy(row => names.Names.Item(row.Item), StringComparer.Ordinal).ThenBy(static row => row.StartedOn ?? default).ThenBy(static row => row.Who, StringComparer.Ordinal).ToList();
        if (replications.Count > 0)
        {
            await WriteAsync(folder, ReplicationsFile.Name, FrontMatter.Write(names.Names, new ReplicationsFile { Rows = replications }), cancellation);
        }

        // A dossier that stays in the database is not named by the ledger either.
        var told = (await ReadSubjectsAsync(db, cancellation)).Subjects.Select(static subject => subject.Slug).ToHashSet(StringComparer.Ordinal);
        var contributions = (await db.Contributions.Include(static row => row.Corrections).ToListAsync(cancellation)).Select(ContributionRow.Of)
            .Select(row => row.Giver is { } giver && told.Contains(names.Names.Subject(giver)) ? row : row with { Giver = null })
            .OrderBy(row => row.Item is { } item ? names.Names.Item(item) : "", StringComparer.Ordinal).ThenBy(static row => row.GivenOn ?? default)
            .ThenBy(static row => row.Kind, StringComparer.Ordinal).ThenBy(static row => row.What, StringComparer.Ordinal).ThenBy(static row => row.Beneficiary, StringComparer.Ordinal).ToList();
        if (contributions.Count > 0)
        {
            await WriteAsync(folder, ContributionsFile.Name, FrontMatter.Write(names.Names, new ContributionsFile { Rows = contributions }), cancellation);
        }
    }

    private static async Task<int> WriteItemsAsync(CmsDb db, string folder, ExportNames names, CancellationToken cancellation)
    {
        var written = 0;
        var addresses = (await db.Aliases.Where(static alias => alias.ItemId != null).ToListAsync(cancellation)).ToLookup(static alias => alias.ItemId!.Value);
        foreach (var ids in names.Items.Chunk(Batch))
        {
            var items = await db.Items.Where(item => ids.Contains(item.Id)).ToListAsync(cancellation);
            RevisionId[] wanted = [.. items.SelectMany(static item => new[] { item.LiveRevisionId, item.DraftRevisionId }).OfType<RevisionId>()];
            var bodies = await db.Revisions.Where(revision => wanted.Contains(revision.Id))
                .ToDictionaryAsync(static revision => revision.Id, static revision => revision.Body, cancellation);
            foreach (var file in items.SelectMany(item => ItemFiles.Of(item, bodies, addresses[item.Id], names)))
            {
                await WriteAsync(folder, file.Name, file.Content.Write(names.Names), cancellation);
                written++;
            }
        }

        return written;
    }

    private async Task<int> WriteMediaAsync(CmsDb db, string folder, ExportNames names, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var file in await db.Media.ToListAsync(cancellation))
        {
            var source = store.PathOf(file.Hash);
            if (!File.Exists(source) || file.Path.Split('/').Contains(".."))
            {
                names.Problems.Add($"Thiếu tệp «{file.Path}» trong kho.");
                continue;
            }

            var target = PlaceOf(folder, SeedMedia.Folder + file.Path);
            File.Copy(source, target);
            written++;
        }

        return written;
    }

    private static Task WriteAsync(string folder, string name, string text, CancellationToken cancellation) =>
        File.WriteAllTextAsync(PlaceOf(folder, name), text.Normalize(NormalizationForm.FormC), Utf8, cancellation);

    private static string PlaceOf(string folder, string name)
    {
        var place = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        return place;
    }
}
