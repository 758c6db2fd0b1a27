using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Subjects;
using Xunit;

namespace PhongTho.Tests.Fixtures;

/// <summary>People to write about: a dossier, and as a rule a consent to everything.</summary>
public static class Dossiers
{
    public static async Task<SubjectId> AddAsync(CmsDatabase database, TimeProvider clock, string name = "Vàng A Mẫu", string kind = SubjectKinds.Citizen, bool consents = true, Action<Subject>? shape = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var work = await database.BeginAsync(Actor.Console, cancellation);
        var subject = new Subject
        {
            Id = SubjectId.New(clock),
            Slug = Slug.Of(name),
            Kind = kind,
            Name = name,
            PlainName = PlainNames.Fold(name),
            IsSample = true,
            StageAt = work.Now,
            CreatedAt = work.Now,
            CreatedBy = work.Actor.Key,
            ChangedAt = work.Now,
            ChangedBy = work.Actor.Key,
            Version = 1,
        };
        shape?.Invoke(subject);
        work.Db.Subjects.Add(subject);
        if (consents)
        {
            work.Db.Consents.Add(Consent(subject.Id, clock));
        }

        work.Record(ChangeVerb.SubjectAdded, subject: "subject:" + subject.Id);
        await work.CommitAsync(cancellation);
        return subject.Id;
    }

    /// <summary>A consent in force for every field and purpose.</summary>
    public static ConsentRecord Consent(SubjectId subject, TimeProvider clock) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        SubjectId = subject,
        State = ConsentState.Given,
        StateAt = clock.GetUtcNow(),
        Purposes = Enum.GetValues<ConsentPurpose>(),
        Fields = Enum.GetValues<ConsentField>(),
        Method = ConsentMethod.Scan,
        GivenAt = SiteTime.StartOf(SiteTime.Today(clock)),
        CreatedAt = clock.GetUtcNow(),
        CreatedBy = Actor.Console.Key,
    };
}
