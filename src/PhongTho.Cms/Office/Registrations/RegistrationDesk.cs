using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Office.Registrations;

/// <summary>What units and the office do with registrations. Each verb gives the reason against it, or null when it is done; the log names no person.</summary>
public sealed class RegistrationDesk(CmsDatabase database, SiteBooks books, TimeProvider clock)
{
    private static readonly Refusal Missing = new("missing", "Không có bản đăng ký này.");

    private static readonly Refusal NoRound = new("round", "Năm này chưa mở đợt đăng ký. Cán bộ thi đua, khen thưởng mở đợt trước.");

    /// <summary>Begins a registration for the year.</summary>
    public async Task<(Guid? Id, Refusal? Reason)> BeginAsync(int year, RegistrationEntry entry, Actor actor, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.RegistrationRounds.FindAsync([year], cancellation) is not { } round)
        {
            return (null, NoRound);
        }

        if ((RegistrationSteps.WhyNotWrite(RegistrationState.Open, round, Today, actor, entry.Unit) ?? Amiss(RegistrationChecks.ToKeep(entry, book)) ?? await WhyNotDossierAsync(work.Db, entry, actor, cancellation)) is { } reason)
        {
            return (null, reason);
        }

        var row = new StrivingRegistration
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Year = year,
            Unit = entry.Unit,
            Kind = entry.Kind,
            Name = entry.Name,
            Target = entry.Target,
            Sheet = new RegistrationSheet(),
            CreatedBy = actor.Key,
            StateAt = work.Now,
        };
        Write(row, entry);
        work.Db.Registrations.Add(row);
        Record(work, row, ChangeVerb.RegistrationKept, "Lập bản đăng ký");
        await work.CommitAsync(cancellation);
        return (row.Id, null);
    }

    public Task<Refusal?> SaveAsync(Guid id, int version, RegistrationEntry entry, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(id, version, actor, async (work, row, round, book) =>
        {
            if ((RegistrationSteps.WhyNotWrite(row.State, round, Today, actor, row.Unit) ?? Amiss(RegistrationChecks.ToKeep(entry with { Unit = row.Unit }, book)) ?? await WhyNotDossierAsync(work.Db, entry, actor, cancellation)) is { } reason)
            {
                return reason;
            }

            Write(row, entry);
            Record(work, row, ChangeVerb.RegistrationKept, "Sửa bản đăng ký");
            return null;
        }, cancellation);

    /// <summary>Takes a step of the table.</summary>
    /// <param name="remark">Said to the unit: needed when it is sent back or not achieved.</param>
    public Task<Refusal?> StepAsync(Guid id, int version, RegistrationStep step, string remark, Actor actor, CancellationToken cancellation) =>
        ChangeAsync(id, version, actor, (work, row, round, book) =>
        {
            var said = remark.Trim();
            var reason = RegistrationSteps.WhyNot(step, row.State, round, Today, actor, row.Unit)
                ?? (step == RegistrationStep.Submit ? Amiss(RegistrationChecks.ToSubmit(RegistrationEntry.Of(row), book, Today)) : null)
                ?? (step is RegistrationStep.Return or RegistrationStep.MarkNotAchieved && said.Length == 0 ? new Refusal("remark", "Hãy ghi lý do để đơn vị biết.") : null)
                ?? (said.Length > 1000 ? new Refusal("remark", "Lời ghi dài quá; tối đa 1.000 chữ.") : null);
            if (reason is not null)
            {
                return Task.FromResult<Refusal?>(reason);
            }

            row.Remark = step == RegistrationStep.Submit ? "" : said.Length > 0 ? said : row.Remark;
            Take(work, row, step);
            return Task.FromResult<Refusal?>(null);
        }, cancellation);

    /// <summary>Closes all that was accepted in the year: the list that the year's end is held against.</summary>
    /// <returns>How many were closed, or the reason why none was.</returns>
    public async Task<(int Closed, Refusal? Reason)> CloseYearAsync(int year, Actor actor, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.RegistrationRounds.FindAsync([year], cancellation) is not { } round)
        {
            return (0, NoRound);
        }

        var rows = await work.Db.Registrations.Where(row => row.Year == year && row.State == RegistrationState.Accepted).ToListAsync(cancellation);
        var reason = !RegistrationSteps.IsOfTheOffice(actor) ? RegistrationSteps.WhyNot(RegistrationStep.Close, RegistrationState.Accepted, round, Today, actor, "")
            : Today <= round.Deadline ? new Refusal("early", $"Chưa hết hạn đăng ký ({round.Deadline:dd'/'MM'/'yyyy}); hết hạn rồi mới chốt danh sách.")
            : rows.Count == 0 ? new Refusal("none", "Không còn bản nào đã tiếp nhận mà chưa chốt.") : null;
        if (reason is not null)
        {
            return (0, reason);
        }

        rows.ForEach(row => Take(work, row, RegistrationStep.Close));
        await work.CommitAsync(cancellation);
        return (rows.Count, null);
    }

    private DateOnly Today => SiteTime.Today(clock);

    private static Refusal? Amiss(IReadOnlyList<Model.Problem> problems) =>
        problems.Count == 0 ? null : new Refusal("incomplete", "Chưa được: còn chỗ cần ghi thêm hoặc sửa.") { Problems = problems };

    /// <summary>A unit names dossiers of its own and of collectives, as it may when it writes.</summary>
    private static async Task<Refusal?> WhyNotDossierAsync(CmsDb db, RegistrationEntry entry, Actor actor, CancellationToken cancellation)
    {
        if (entry.Subject is not { } id)
        {
            return null;
        }

        var subject = await db.Subjects.SingleOrDefaultAsync(row => row.Id == id, cancellation);
        return subject is null || !(RegistrationSteps.IsOfTheOffice(actor) || subject.Kind == SubjectKinds.Collective || (subject.Unit is not null && subject.Unit == actor.Unit))
            ? Amiss([new Model.Problem("Hồ sơ gương", "Không có hồ sơ này, hoặc hồ sơ không thuộc đơn vị bạn.")])
            : null;
    }

    private static void Write(StrivingRegistration row, RegistrationEntry entry)
    {
        (row.Kind, row.Name, row.SubjectId, row.Target, row.HeadName, row.ConfirmedOn) = (entry.Kind, entry.Name, entry.Subject, entry.Target, entry.HeadName, entry.ConfirmedOn);
        row.Sheet = new RegistrationSheet { Figures = entry.Figures, Plan = entry.Plan, Criteria = entry.Criteria };
    }

    private static void Take(Work work, StrivingRegistration row, RegistrationStep step)
    {
        (row.State, row.StateAt) = (RegistrationSteps.RuleOf(step).To, work.Now);
        Record(work, row, ChangeVerb.RegistrationMoved, RegistrationSteps.NameOf(row.State));
    }

    private static void Record(Work work, StrivingRegistration row, ChangeVerb verb, string note)
    {
        row.Version++;
        work.Record(verb, subject: SubjectOf(row.Id), note: note);
    }

    internal static string SubjectOf(Guid id) => $"registration:{id:D}";

    private async Task<Refusal?> ChangeAsync(
        Guid id, int version, Actor actor, Func<Work, StrivingRegistration, RegistrationRound, SiteBook, Task<Refusal?>> change, CancellationToken cancellation)
    {
        var book = await books.CurrentAsync(cancellation);
        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.Registrations.FindAsync([id], cancellation) is not { } row || RegistrationSteps.WhyNotKeep(actor, row.Unit) is not null)
        {
            return Missing;
        }

        if (row.Version != version)
        {
            return new Refusal("stale", "Người khác vừa sửa bản đăng ký này. Hãy tải lại trang rồi làm tiếp.");
        }

        if (await work.Db.RegistrationRounds.FindAsync([row.Year], cancellation) is not { } round)
        {
            return NoRound;
        }

        if (await change(work, row, round, book) is { } reason)
        {
            return reason;
        }

        await work.CommitAsync(cancellation);
        return null;
    }
}
