using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Consents;

/// <summary>An item that a withdrawal takes along.</summary>
public sealed record ReachedItem(ItemId Id, string Title, bool IsPublic);

/// <summary>
/// Writes consents down, ends them, and lets what they no longer cover leave in the same transaction. The log hears of ids and times only (rule R11).
/// </summary>
public sealed class ConsentDesk(CmsDatabase database, PictureFiles pictures, TimeProvider clock)
{
    private static readonly Refusal Missing = new("missing", "Không có hồ sơ này.");

    /// <summary>Keeps a new consent, given or only asked for. An older one of the same person is superseded by a given one.</summary>
    public Task<(Guid? Id, Refusal? Reason)> KeepAsync(SubjectId id, ConsentPaper paper, Actor actor, CancellationToken cancellation) => ChangeAsync(id, actor, async (work, subject) =>
    {
        if (WhyNot(paper, subject, SiteTime.DayOf(work.Now)) is { } reason)
        {
            return (null, reason);
        }

        var record = new ConsentRecord { Id = Guid.CreateVersion7(clock.GetUtcNow()), SubjectId = id, State = ConsentState.Requested, StateAt = work.Now, CreatedAt = work.Now, CreatedBy = actor.Key };
        Copy(paper, record);
        work.Db.Consents.Add(record);
        if (paper.GivenOn is not null)
        {
            await GiveAsync(work, record, cancellation);
        }

        return (record.Id, null);
    }, cancellation);

    /// <summary>What was asked for was given.</summary>
    public Task<(Guid? Id, Refusal? Reason)> GiveAsync(SubjectId id, Guid consent, ConsentPaper paper, Actor actor, CancellationToken cancellation) => ChangeAsync(id, actor, async (work, subject) =>
    {
        var given = paper with { GivenOn = paper.GivenOn ?? SiteTime.DayOf(work.Now) };
        var record = await work.Db.Consents.SingleOrDefaultAsync(row => row.Id == consent && row.SubjectId == id, cancellation);
        if (record is null)
        {
            return (null, Missing);
        }

        if ((ConsentSteps.WhyNot(ConsentStep.Give, record.State) ?? WhyNot(given, subject, SiteTime.DayOf(work.Now))) is { } reason)
        {
            return (null, reason);
        }

        Copy(given, record);
        await GiveAsync(work, record, cancellation);
        return (record.Id, null);
    }, cancellation);

    /// <summary>
    /// The one click: every consent of the subject ends, every text that names it leaves the public in the same moment, and its words leave the newsroom
    /// and the files of the database.
    /// </summary>
    public async Task<Refusal?> WithdrawAsync(SubjectId id, Actor actor, CancellationToken cancellation)
    {
        if (ConsentSteps.WhyNotWithdraw(actor) is { } right)
        {
            return right;
        }

        IReadOnlyList<string> gone;
        await using (var work = await database.BeginAsync(actor, cancellation))
        {
            if (await work.Db.Subjects.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } subject)
            {
                return Missing;
            }

            Touch(work, subject);

            foreach (var record in await work.Db.Consents.Where(row => row.SubjectId == id).ToListAsync(cancellation))
            {
                if (ConsentSteps.WhyNot(ConsentStep.Withdraw, record.State) is null)
                {
                    Take(work, record, ConsentStep.Withdraw);
                    record.WithdrawnAt = work.Now;
                }
            }

            var reached = await Reach.WithdrawAsync(work, id, cancellation);
            await work.Db.SaveChangesAsync(cancellation);
            gone = await Erasure.RunAsync(work, subject, reached, cancellation);
            work.Record(ChangeVerb.ConsentChanged, subject: SubjectLog.SubjectOf(id), note: ConsentSteps.NameOf(ConsentState.Withdrawn));
            await work.CommitAsync(cancellation);
        }

        await ForgetPicturesAsync(id, cancellation);
        foreach (var hash in gone)
        {
            pictures.ForgetAll(hash);
        }

        await database.ScrubAsync(cancellation);
        return null;
    }

    /// <summary>
    /// One of a household or group takes back: what says that person's name, and every picture or voice that may be theirs, leaves; the others' consents stand.
    /// The last one takes all along.
    /// </summary>
    public async Task<Refusal?> WithdrawMemberAsync(SubjectId id, Guid consent, Actor actor, CancellationToken cancellation)
    {
        if (ConsentSteps.WhyNotWithdraw(actor) is { } right)
        {
            return right;
        }

        await using (var work = await database.BeginAsync(actor, cancellation))
        {
            var records = await work.Db.Consents.Where(row => row.SubjectId == id).ToListAsync(cancellation);
            if (await work.Db.Subjects.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } subject || records.Find(row => row.Id == consent) is not { } record)
            {
                return Missing;
            }

            if (ConsentSteps.WhyNot(ConsentStep.Withdraw, record.State) is { } state)
            {
                return state;
            }

            var theirs = records.Where(row => row.PersonName == record.PersonName && ConsentSteps.WhyNot(ConsentStep.Withdraw, row.State) is null).ToList();
            if (SubjectKinds.IsMany(subject.Kind) && records.Except(theirs).Any(static row => row.State == ConsentState.Given))
            {
                Touch(work, subject);
                foreach (var row in theirs)
                {
                    Take(work, row, ConsentStep.Withdraw);
                    row.WithdrawnAt = work.Now;
                }

                await work.Db.SaveChangesAsync(cancellation);
                await Reach.WithdrawMemberAsync(work, id, record.PersonName, cancellation);
                await work.Db.SaveChangesAsync(cancellation);
                await Reach.NarrowAsync(work, id, clock, cancellation);
                work.Record(ChangeVerb.ConsentChanged, subject: SubjectLog.SubjectOf(id), note: ConsentSteps.NameOf(ConsentState.Withdrawn));
                await work.CommitAsync(cancellation);
                return null;
            }
        }

        return await WithdrawAsync(id, actor, cancellation);
    }

    /// <summary>What a withdrawal would take along, by title: public first.</summary>
    public async Task<IReadOnlyList<ReachedItem>> ReachedAsync(SubjectId id, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var items = await Reach.ItemsAsync(db, id, cancellation);
        return [.. items.Select(static item => new ReachedItem(item.Id, item.Title, item.Standing is Standing.Live or Standing.Archived or Standing.OnHold)).OrderByDescending(static item => item.IsPublic)];
    }

    /// <summary>Ends what is over today, and tells the keepers what ends within a month. Safe to run on several nodes and again after a kill.</summary>
    public async Task RunDueAsync(CancellationToken cancellation)
    {
        var today = SiteTime.Today(clock);
        var soon = today.AddDays(ConsentRules.ReminderDays);
        List<SubjectId> ended;
        await using (var db = database.Open())
        {
            if (!await db.Consents.AnyAsync(row => row.State == ConsentState.Given && row.ExpiresOn != null && (row.ExpiresOn < today || (row.ExpiresOn <= soon && row.RemindedAt == null)), cancellation))
            {
                return;
            }
        }

        await using (var work = await database.BeginAsync(Actor.Schedule, cancellation))
        {
            var due = await work.Db.Consents.Where(row => row.State == ConsentState.Given && row.ExpiresOn != null && row.ExpiresOn <= soon).ToListAsync(cancellation);
            SubjectId[] ids = [.. due.Where(record => record.ExpiresOn < today).Select(static record => record.SubjectId)];
            (await work.Db.Subjects.Where(row => ids.Contains(row.Id)).ToListAsync(cancellation)).ForEach(subject => Touch(work, subject));
            foreach (var record in due.Where(record => record.ExpiresOn < today))
            {
                Take(work, record, ConsentStep.Expire);
                work.Record(ChangeVerb.ConsentChanged, subject: SubjectLog.SubjectOf(record.SubjectId), note: ConsentSteps.NameOf(ConsentState.Expired));
            }

            foreach (var record in due.Where(static record => record is { State: ConsentState.Given, RemindedAt: null }))
            {
                record.RemindedAt = work.Now;
                work.Record(ChangeVerb.ConsentExpiring, subject: SubjectLog.SubjectOf(record.SubjectId));
            }

            // Written first: what is narrowed is read back from the database.
            await work.Db.SaveChangesAsync(cancellation);
            ended = [.. due.Where(static record => record.State == ConsentState.Expired).Select(static record => record.SubjectId).Distinct()];
            foreach (var subject in ended)
            {
                await Reach.NarrowAsync(work, subject, clock, cancellation);
            }

            if (work.HasChanges)
            {
                await work.CommitAsync(cancellation);
            }
        }

        foreach (var subject in ended)
        {
            await ForgetPicturesAsync(subject, cancellation);
        }
    }

    /// <summary>
    /// Holds everything public that names somebody against the consents of today: after a start, an import, and whenever the day changes, because
    /// children grow up and consents end without anybody writing a word.
    /// </summary>
    public async Task HoldAgainstTodayAsync(CancellationToken cancellation)
    {
        SubjectId[] named;
        await using (var db = database.Open())
        {
            named = await db.RevisionSubjects.Where(row => db.ReadableItems().Any(item => item.LiveRevisionId == row.RevisionId)).Select(static row => row.SubjectId).Distinct().ToArrayAsync(cancellation);
        }

        foreach (var some in named.Chunk(50))
        {
            await using var work = await database.BeginAsync(Actor.Schedule, cancellation);
            foreach (var subject in some)
            {
                await Reach.NarrowAsync(work, subject, clock, cancellation);
            }

            if (work.HasChanges)
            {
                await work.CommitAsync(cancellation);
            }
        }
    }

    /// <summary>Dossiers whose consent ends within a month, soonest first.</summary>
    public async Task<IReadOnlyList<(SubjectId Id, string Name, DateOnly On)>> ExpiringAsync(CancellationToken cancellation)
    {
        var today = SiteTime.Today(clock);
        var soon = today.AddDays(ConsentRules.ReminderDays);
        await using var db = database.Open();
        var rows = await db.Consents.Where(row => row.State == ConsentState.Given && row.ExpiresOn != null && row.ExpiresOn >= today && row.ExpiresOn <= soon)
            .Join(db.Subjects, static row => row.SubjectId, static subject => subject.Id, static (row, subject) => new { subject.Id, subject.Name, row.ExpiresOn }).ToListAsync(cancellation);
        return [.. rows.OrderBy(static row => row.ExpiresOn).Select(static row => (row.Id, row.Name, row.ExpiresOn!.Value))];
    }

    private static async Task GiveAsync(Work work, ConsentRecord record, CancellationToken cancellation)
    {
        var older = await work.Db.Consents.Where(row => row.SubjectId == record.SubjectId && row.State == ConsentState.Given && row.PersonName == record.PersonName && row.Id != record.Id).ToListAsync(cancellation);
        older.ForEach(other => Take(work, other, ConsentStep.Supersede));
        Take(work, record, ConsentStep.Give);
    }

    /// <summary>From here on the dossier is in the hands of people: no file of an import writes over it.</summary>
    private static void Touch(Work work, Subject subject) => (subject.ChangedAt, subject.ChangedBy) = (work.Now, work.Actor.Key);

    private static void Take(Work work, ConsentRecord record, ConsentStep step)
    {
        (record.State, record.StateAt) = (ConsentSteps.RuleOf(step).To, work.Now);
        record.Version++;
    }

    private static void Copy(ConsentPaper paper, ConsentRecord record)
    {
        (record.PersonName, record.Guardian, record.ChildAssents) = (paper.PersonName.Trim(), paper.Guardian.Trim(), paper.ChildAssents);
        (record.Purposes, record.Fields) = ([.. paper.Purposes.Distinct().Order()], [.. paper.Fields.Distinct().Order()]);
        (record.Method, record.TextVersion, record.ObtainedBy, record.Note) = (paper.Method, paper.TextVersion.Trim(), paper.ObtainedBy.Trim(), paper.Note.Trim());
        (record.GivenAt, record.ExpiresOn) = (paper.GivenOn is { } day ? SiteTime.StartOf(day) : null, paper.ExpiresOn);
    }

    private static Refusal? WhyNot(ConsentPaper paper, Subject subject, DateOnly today) => paper switch
    {
        { PersonName.Length: > 160 } or { Guardian.Length: > 160 } or { TextVersion.Length: > 40 } or { ObtainedBy.Length: > 120 } or { Note.Length: > 2000 } =>
            new Refusal("long", "Có ô ghi dài quá. Hãy rút gọn."),
        { GivenOn: null } => null,
        { GivenOn: { } day } when day > today => new Refusal("day", "Ngày đồng ý không thể ở sau hôm nay."),
        { ExpiresOn: { } end } when end < today => new Refusal("day", "Sự đồng ý này đã hết hạn từ trước hôm nay."),
        { Fields.Count: 0 } => new Refusal("fields", "Hãy đánh dấu những thông tin người ấy đồng ý cho nêu."),
        { Purposes.Count: 0 } => new Refusal("purposes", "Hãy đánh dấu những mục đích người ấy đồng ý."),
        { ObtainedBy: "" } => new Refusal("obtainedBy", "Hãy ghi ai đã xin ý kiến."),
        { PersonName: "" } when SubjectKinds.IsMany(subject.Kind) => new Refusal("person", "Hồ sơ này là của nhiều người: hãy ghi tên người đồng ý."),
        { Guardian: "" } when subject.IsMinorOn(today) || subject.DeceasedOn is not null =>
            new Refusal("guardian", subject.DeceasedOn is not null ? "Người đã mất: hãy ghi người trong gia đình đã đồng ý thay." : "Trẻ em dưới 16 tuổi: hãy ghi người giám hộ đã đồng ý."),
        { ChildAssents: false } when subject.AgeOn(today) is >= SubjectKinds.AskedAge and < SubjectKinds.AdultAge => new Refusal("child", "Trẻ từ 7 tuổi phải tự đồng ý. Hỏi em, rồi đánh dấu «Em đã đồng ý»."),
        _ => null,
    };

    private async Task<(Guid? Id, Refusal? Reason)> ChangeAsync(SubjectId id, Actor actor, Func<Work, Subject, Task<(Guid?, Refusal?)>> change, CancellationToken cancellation)
    {
        if (SubjectSteps.WhyNotKeep(actor) is { } right)
        {
            return (null, right);
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        if (await work.Db.Subjects.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } subject)
        {
            return (null, Missing);
        }

        var (consent, reason) = await change(work, subject);
        if (reason is not null)
        {
            return (null, reason);
        }

        Touch(work, subject);
        work.Record(ChangeVerb.ConsentChanged, subject: SubjectLog.SubjectOf(id));
        await work.Db.SaveChangesAsync(cancellation);
        await Reach.NarrowAsync(work, id, clock, cancellation);
        await work.CommitAsync(cancellation);
        return (consent, null);
    }

    /// <summary>After the commit: nobody is offered them any more, and what was made of them need not lie about.</summary>
    private async Task ForgetPicturesAsync(SubjectId id, CancellationToken cancellation)
    {
        await using var db = database.Open();
        foreach (var hash in await Reach.PicturesOnlyThereAsync(db, id, cancellation))
        {
            pictures.Forget(hash);
        }
    }
}
