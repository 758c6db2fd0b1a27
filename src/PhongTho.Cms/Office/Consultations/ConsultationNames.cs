using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Office.Consultations;

/// <summary>A person of a list: as the dossier may be shown today.</summary>
/// <param name="Title">The dossier, as the office calls it.</param>
/// <param name="Shown">The name readers see; initials of a child.</param>
/// <param name="WhyNot">Why the name is not shown; null while a consent is in force.</param>
public sealed record ConsultationPerson(string Title, string Shown, Refusal? WhyNot);

/// <summary>Who of a list may be named. Collectives may; a person only by a dossier with a consent in force on that day (rule R1).</summary>
internal static class ConsultationNames
{
    public static async Task<IReadOnlyDictionary<SubjectId, ConsultationPerson>> ReadAsync(CmsDb db, IEnumerable<ConsultationEntry> entries, DateOnly today, CancellationToken cancellation)
    {
        SubjectId[] ids = [.. entries.Select(static entry => entry.Subject).OfType<SubjectId>().Distinct()];
        var subjects = ids.Length == 0 ? [] : await db.Subjects.Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);
        var records = ids.Length == 0 ? [] : await db.Consents.Where(row => ids.Contains(row.SubjectId)).ToListAsync(cancellation);
        return subjects.ToDictionary(static subject => subject.Id, subject => new ConsultationPerson(
            subject.Name, subject.ShownNameOn(today),
            ConsentRules.WhyNotShow(subject, [.. records.Where(record => record.SubjectId == subject.Id)], [ConsentField.Name], ConsentPurpose.Portal, today)));
    }

    /// <summary>The name as readers may see it; null when the entry stays unnamed.</summary>
    public static string? Of(ConsultationEntry entry, IReadOnlyDictionary<SubjectId, ConsultationPerson> people) =>
        entry.IsCollective ? entry.Name
        : entry.Subject is { } id && people.TryGetValue(id, out var person) && person.WhyNot is null ? person.Shown
        : null;
}
