using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in vocabularies and units: what content chooses its terms from, so they come before it.</summary>
internal sealed class SeedVocabularies(SeedRun run)
{
    public const string Folder = "terms/";

    // Filters of lists that no file lists the terms of: units and bodies have rows of their own, years and tags come with content.
    private static readonly (string Key, string Label)[] WithoutFile =
    [
        (Taxonomies.Unit, "Xã, phường"), (Taxonomies.Issuer, "Cơ quan ban hành"), (Taxonomies.Year, "Năm"), (Taxonomies.Tag, Taxonomies.TagLabel),
    ];

    public async Task RunAsync(Work work, CancellationToken cancellation)
    {
        var place = 0;
        foreach (var file in run.Folder.Files.Where(static file => file.StartsWith(Folder, StringComparison.Ordinal)).ToList())
        {
            place++;
            var taxonomy = Path.GetFileNameWithoutExtension(file);
            await run.TakeAsync(
                work, file, ChangeVerb.TermsSaved, "terms:" + taxonomy, (text, faults) => SaveTermsAsync(work.Db, taxonomy, place, text, faults, cancellation), cancellation);
        }

        if (run.Folder.Has(UnitsFile.Name))
        {
            await run.TakeAsync(
                work, UnitsFile.Name, ChangeVerb.TermsSaved, UnitsFile.Subject, (text, faults) => SaveUnitsAsync(work.Db, text, faults, cancellation), cancellation);
        }

        // An export writes every vocabulary its site had, these among them, and must come back as the same site.
        var isExport = WithoutFile.Any(filter => run.Folder.Has($"{Folder}{filter.Key}.yaml"));
        foreach (var (key, label) in work.HasChanges && !isExport ? WithoutFile : [])
        {
            await TaxonomyAsync(work.Db, key, label, ++place, cancellation);
        }
    }

    private static async Task SaveTermsAsync(
        CmsDb db, string taxonomy, int place, string text, List<FileFault> faults, CancellationToken cancellation)
    {
        if (FrontMatter.Read<VocabularyFile>(text, ReferenceLookup.None, faults) is not { } vocabulary)
        {
            return;
        }

        var row = await TaxonomyAsync(db, taxonomy, vocabulary.Label, place, cancellation);
        (row.Label, row.Order) = (vocabulary.Label, vocabulary.Order ?? place);
        var known = await db.Terms.Where(term => term.Taxonomy == taxonomy).ToDictionaryAsync(static term => term.Slug, cancellation);
        for (var i = 0; i < vocabulary.Terms.Count; i++)
        {
            var entry = vocabulary.Terms[i];
            if (!known.TryGetValue(entry.Slug, out var term))
            {
                known[entry.Slug] = term = new Term { Taxonomy = taxonomy, Slug = entry.Slug, Name = entry.Name };
                db.Terms.Add(term);
            }

            entry.CopyTo(term, i);
        }
    }

    private static async Task<TaxonomyRow> TaxonomyAsync(CmsDb db, string key, string label, int place, CancellationToken cancellation)
    {
        var row = await db.Taxonomies.FindAsync([key], cancellation);
        if (row is null)
        {
            row = new TaxonomyRow { Key = key, Label = label, Order = place };
            db.Taxonomies.Add(row);
        }

        return row;
    }

    private static async Task SaveUnitsAsync(CmsDb db, string text, List<FileFault> faults, CancellationToken cancellation)
    {
        if (UnitsFile.Read(text, faults) is not { } file)
        {
            return;
        }

        var known = await db.Units.ToDictionaryAsync(static unit => unit.Slug, cancellation);
        var order = 0;
        foreach (var entry in file.Units.Concat(file.Organisations))
        {
            if (!known.TryGetValue(entry.Id, out var unit))
            {
                known[entry.Id] = unit = new Unit { Slug = entry.Id, Name = "", FullName = "" };
                db.Units.Add(unit);
            }

            entry.CopyTo(unit, order++);
        }
    }
}
