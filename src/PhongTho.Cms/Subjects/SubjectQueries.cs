using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Subjects;

/// <summary>What is asked of dossiers in more than one place.</summary>
public static class SubjectQueries
{
    private const int MostWords = 8;

    /// <summary>Narrows to dossiers whose name has all these words, however they are typed.</summary>
    public static IQueryable<Subject> Named(this IQueryable<Subject> subjects, string words)
    {
        foreach (var word in PlainNames.Fold(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            subjects = subjects.Where(subject => subject.PlainName.Contains(word));
        }

        return subjects;
    }

    /// <summary>Items whose live text or draft names the subject.</summary>
    public static IQueryable<ContentItem> ItemsNaming(this CmsDb db, SubjectId subject) =>
        db.Items.Where(item => db.RevisionSubjects.Any(row => row.SubjectId == subject && (row.RevisionId == item.LiveRevisionId || row.RevisionId == item.DraftRevisionId)));
}
