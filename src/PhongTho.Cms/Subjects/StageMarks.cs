using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Subjects;

/// <summary>
/// The stage that pages, lists, filters and programs show of an exemplar. Where there is a dossier, it alone is asked, so that a step taken there
/// is a step taken everywhere; what a text says of its own stage counts only without one.
/// </summary>
internal static class StageMarks
{
    /// <summary>The terms of a text as readers get them.</summary>
    public static async Task<IReadOnlyList<(string Taxonomy, string Value)>> OfAsync(CmsDb db, ContentBody body, IReadOnlyList<(string Taxonomy, string Value)> terms, CancellationToken cancellation)
    {
        if (!ContentTypes.Of(body).IsAboutOneSubject || BodyReading.Subjects(body) is not [var id, ..])
        {
            return terms;
        }

        var stage = await db.Subjects.Where(row => row.Id == id).Select(static row => (SubjectStage?)row.Stage).SingleOrDefaultAsync(cancellation);
        return stage is { } known ? [.. terms.Where(static term => term.Taxonomy != Taxonomies.ExemplarStage), .. Term(known)] : terms;
    }

    /// <summary>Brings what is live up to the dossier, inside a work that moved it.</summary>
    public static async Task RefreshAsync(Work work, Subject subject, CancellationToken cancellation)
    {
        var types = ContentTypes.All.Where(static type => type.IsAboutOneSubject).Select(static type => type.Key).ToList();
        var items = await work.Db.Items.Include(static item => item.Terms)
            .Where(item => types.Contains(item.Type) && work.Db.RevisionSubjects.Any(row => row.SubjectId == subject.Id && row.RevisionId == item.LiveRevisionId)).ToListAsync(cancellation);
        var wanted = Term(subject.Stage);
        foreach (var item in items)
        {
            item.Terms.RemoveAll(term => term.Taxonomy == Taxonomies.ExemplarStage && !wanted.Contains((term.Taxonomy, term.Slug)));
            item.Terms.AddRange(wanted.Where(term => !item.Terms.Exists(known => known.Taxonomy == term.Taxonomy)).Select(term => new ItemTerm { ItemId = item.Id, Taxonomy = term.Taxonomy, Slug = term.Value }));
            work.Record(ChangeVerb.StageShown, item.Id);
        }
    }

    /// <summary>Nothing for one that was declined, lapsed or set aside: that is said among colleagues.</summary>
    private static (string Taxonomy, string Value)[] Term(SubjectStage stage) => SubjectSteps.SlugOf(stage) is { } slug ? [(Taxonomies.ExemplarStage, slug)] : [];
}
