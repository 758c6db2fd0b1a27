using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Questions;

/// <summary>What of the questions asked in vain is let go: the old, the rare beyond a number, and names of those who took their consent back.</summary>
internal static class QuestionKeeping
{
    /// <summary>Safe to run on several nodes.</summary>
    public static async Task ForgetAsync(CmsDb db, DateOnly today, CancellationToken cancellation)
    {
        var oldest = today.AddDays(-UnansweredQuestions.KeptDays);
        await db.UnansweredQuestions.Where(row => row.LastOn < oldest).ExecuteDeleteAsync(cancellation);

        var keys = await db.UnansweredQuestions.OrderByDescending(static row => row.Times).ThenByDescending(static row => row.LastOn).ThenBy(static row => row.Key)
            .Select(static row => row.Key).ToListAsync(cancellation);
        var names = await ForgottenNamesAsync(db, cancellation);
        string[] gone = [.. keys.Where((key, place) => place >= UnansweredQuestions.Most || names.Exists(name => PlainWords.Contain(key, name)))];
        if (gone.Length > 0)
        {
            await db.UnansweredQuestions.Where(row => gone.Contains(row.Key)).ExecuteDeleteAsync(cancellation);
        }
    }

    /// <summary>Plain names of whoever withdrew and did not agree again: readers look for them in vain from then on, and the list must not bring them back.</summary>
    private static async Task<List<string>> ForgottenNamesAsync(CmsDb db, CancellationToken cancellation)
    {
        var withdrawn = await db.Consents.Where(consent => consent.State == ConsentState.Withdrawn
            && !db.Consents.Any(other => other.SubjectId == consent.SubjectId && other.PersonName == consent.PersonName && other.State == ConsentState.Given))
            .Join(db.Subjects, static consent => consent.SubjectId, static subject => subject.Id, static (consent, subject) => new { consent.PersonName, subject.Name })
            .ToListAsync(cancellation);
        return [.. withdrawn.Select(static row => PlainWords.Of(row.PersonName.Length > 0 ? row.PersonName : row.Name)).Where(static name => name.Contains(' ', StringComparison.Ordinal)).Distinct()];
    }
}
