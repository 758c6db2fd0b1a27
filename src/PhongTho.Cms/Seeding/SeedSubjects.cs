using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in dossiers before the items that name them. A dossier people have worked on since is left alone.</summary>
internal sealed class SeedSubjects(SeedRun run, TimeProvider clock)
{
    public async Task RunAsync(Work work, CancellationToken cancellation)
    {
        if (run.Folder.Has(SubjectsFile.Name))
        {
            await run.TakeAsync(work, SubjectsFile.Name, ChangeVerb.SubjectAdded, SubjectsFile.Subject, (text, faults) => SaveAsync(work, text, faults, cancellation), cancellation);
        }
    }

    /// <summary>After the items: a sheet of criteria nobody has begun starts with what the page about the subject says.</summary>
    public static async Task FillSheetsAsync(Work work, CancellationToken cancellation)
    {
        var blank = await work.Db.Subjects.Include(static row => row.Criteria).Where(static row => row.ChangedBy == Actor.Seed.Key && row.Criteria.Count == 0).ToListAsync(cancellation);
        foreach (var subject in blank)
        {
            var types = ContentTypes.All.Where(static type => type.IsAboutOneSubject).Select(static type => type.Key).ToList();
            var written = await work.Db.ItemsNaming(subject.Id).Where(item => types.Contains(item.Type)).OrderBy(static item => item.Path)
                .Join(work.Db.Revisions, static item => item.LiveRevisionId ?? item.DraftRevisionId, static revision => revision.Id, static (item, revision) => new { item.Type, revision.Body }).ToListAsync(cancellation);
            var rows = written.SelectMany(static row => CriteriaOf(ContentTypes.Get(row.Type).Read(row.Body))).DistinctBy(static row => row.Criterion).ToList();
            subject.Criteria.AddRange(rows.Select(row => new SubjectCriterion
            {
                SubjectId = subject.Id,
                Criterion = row.Criterion,
                Result = row.Result,
                Evidence = row.Evidence ?? "",
                ChangedAt = work.Now,
                ChangedBy = work.Actor.Key,
            }));
            if (rows.Count > 0)
            {
                work.Record(ChangeVerb.SubjectChanged, subject: SubjectLog.SubjectOf(subject.Id));
            }
        }
    }

    private static IEnumerable<CriterionAssessment> CriteriaOf(ContentBody body) =>
        Shape.Of(body.GetType()).Fields.Where(static field => field.ValueType == typeof(CriterionAssessment)).SelectMany(field => field.Values(body)).Cast<CriterionAssessment>();

    private async Task SaveAsync(Work work, string text, List<FileFault> faults, CancellationToken cancellation)
    {
        if (FrontMatter.Read<SubjectsFile>(text, ReferenceLookup.None, faults) is not { } file)
        {
            return;
        }

        var known = await work.Db.Subjects.ToDictionaryAsync(static subject => subject.Slug, cancellation);
        faults.AddRange(WhyNot(file, known));
        if (faults.Count > 0)
        {
            return;
        }

        // All of them first, so that a head may stand before the collective in the file.
        foreach (var entry in file.Subjects.Where(entry => !known.ContainsKey(entry.Slug)))
        {
            known[entry.Slug] = New(work, entry);
        }

        foreach (var entry in file.Subjects.Where(entry => known[entry.Slug].ChangedBy == Actor.Seed.Key))
        {
            await TakeAsync(work, known[entry.Slug], entry, entry.Collective is { } collective ? known[collective].Id : null, cancellation);
        }
    }

    private static IEnumerable<FileFault> WhyNot(SubjectsFile file, Dictionary<string, Subject> known)
    {
        var slugs = file.Subjects.Select(static entry => entry.Slug).Concat(known.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in file.Subjects)
        {
            if (entry.Collective is { } collective && !slugs.Contains(collective))
            {
                yield return new FileFault(1, $"Hồ sơ «{entry.Slug}» gắn với tập thể «{collective}» mà không có hồ sơ nào mang mã ấy.");
            }

            if (!entry.IsSample && entry.Consents.Count > 0)
            {
                yield return new FileFault(1, $"Hồ sơ «{entry.Slug}» là của người thật: sự đồng ý được ghi trong trang quản trị, không ghi trong tệp.");
            }
        }

        foreach (var twice in file.Subjects.GroupBy(static entry => entry.Slug, StringComparer.Ordinal).Where(static group => group.Count() > 1))
        {
            yield return new FileFault(1, $"Hai hồ sơ cùng mang mã «{twice.Key}».");
        }
    }

    private Subject New(Work work, SubjectEntry entry)
    {
        var subject = new Subject
        {
            Id = SubjectId.New(clock),
            Slug = entry.Slug,
            Kind = entry.Kind,
            Name = entry.Name,
            CreatedAt = work.Now,
            CreatedBy = work.Actor.Key,
            ChangedBy = work.Actor.Key,
        };
        work.Db.Subjects.Add(subject);
        return subject;
    }

    private async Task TakeAsync(Work work, Subject subject, SubjectEntry entry, SubjectId? collective, CancellationToken cancellation)
    {
        entry.CopyTo(subject, collective, work.Now);
        subject.ChangedAt = work.Now;
        subject.Version++;
        work.Db.Consents.RemoveRange(await work.Db.Consents.Where(row => row.SubjectId == subject.Id && row.CreatedBy == Actor.Seed.Key).ToListAsync(cancellation));
        work.Db.Consents.AddRange(entry.Consents.Select(consent => consent.ToRecord(subject.Id, Guid.CreateVersion7(clock.GetUtcNow()), work.Actor.Key, work.Now)));
    }
}
