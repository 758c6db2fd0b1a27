using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Intake;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Tracking;

/// <summary>What was seen, as it was typed.</summary>
public sealed record TrackingInput
{
    public DateOnly? On { get; init; }

    public string Progress { get; init; } = "";

    public string Support { get; init; } = "";

    public DateOnly? NextReviewOn { get; init; }
}

/// <summary>An entry with the name of who wrote it.</summary>
public sealed record TrackingLine(TrackingEntry Entry, string Author);

/// <summary>A subject somebody promised to look at again.</summary>
/// <param name="DaysLeft">Below zero when the day has passed.</param>
public sealed record DueReview(SubjectId Subject, string Name, string? Unit, SubjectStage Stage, DateOnly On, DateOnly LastOn, string Progress, int DaysLeft);

/// <summary>Follows subjects between their stories: entries are only ever added, and the newest of each reminds.</summary>
public sealed class TrackingLog(CmsDatabase database, TimeProvider clock)
{
    /// <summary>Shown this long before the day.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <summary>Why this person does not follow subjects; null for who does.</summary>
    public static Refusal? WhyNotAdd(Actor actor) => actor.May(Right.EditAll) ? null : new Refusal("right", "Bạn chưa được giao quyền ghi theo dõi.");

    public async Task<Refusal?> AddAsync(SubjectId subject, TrackingInput input, Actor actor, CancellationToken cancellation)
    {
        var (progress, support, today) = (Typed.Text(input.Progress), Typed.Text(input.Support), SiteTime.Today(clock));
        var on = input.On ?? today;
        if ((WhyNotAdd(actor) ?? WhyNot(on, progress, support, input.NextReviewOn, today)) is { } reason)
        {
            return reason;
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        if (!await work.Db.Subjects.AnyAsync(row => row.Id == subject, cancellation))
        {
            return new Refusal("missing", "Hồ sơ này không còn.");
        }

        work.Db.TrackingEntries.Add(new TrackingEntry
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            SubjectId = subject,
            On = on,
            Author = actor.Key,
            RecordedAt = work.Now,
            Progress = progress,
            Support = support,
            NextReviewOn = input.NextReviewOn,
        });
        work.Record(ChangeVerb.TrackingAdded, subject: SubjectLog.SubjectOf(subject));
        await work.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<TrackingLine>> OfAsync(SubjectId subject, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var rows = await db.TrackingEntries.Where(row => row.SubjectId == subject).OrderByDescending(static row => row.RecordedAt).ThenByDescending(static row => row.Id).ToListAsync(cancellation);
        var names = await ActorNames.OfAsync(db, rows.Select(static row => row.Author), cancellation);
        return [.. rows.Select(row => new TrackingLine(row, names.Of(row.Author)))];
    }

    /// <summary>What is due by a day, longest overdue first, and how many there are: of each subject only its newest entry reminds.</summary>
    public async Task<(IReadOnlyList<DueReview> Reviews, int Count)> DueAsync(DateOnly by, int most, CancellationToken cancellation)
    {
        var today = SiteTime.Today(clock);
        await using var db = database.Open();
        var due = db.TrackingEntries.Where(row => row.NextReviewOn != null && row.NextReviewOn <= by)
            .Where(row => !db.TrackingEntries.Any(newer => newer.SubjectId == row.SubjectId && (newer.RecordedAt > row.RecordedAt || (newer.RecordedAt == row.RecordedAt && newer.Id > row.Id))));
        var rows = await due.Join(db.Subjects, static row => row.SubjectId, static subject => subject.Id, static (row, subject) => new { row, subject })
            .OrderBy(static pair => pair.row.NextReviewOn).ThenBy(static pair => pair.row.Id).Take(most).ToListAsync(cancellation);
        return
        (
            [
                .. rows.Select(pair => new DueReview(
                    pair.subject.Id, pair.subject.Name, pair.subject.Unit, pair.subject.Stage, pair.row.NextReviewOn!.Value, pair.row.On, pair.row.Progress, pair.row.NextReviewOn.Value.DayNumber - today.DayNumber)),
            ],
            await due.CountAsync(cancellation)
        );
    }

    /// <summary>The last day that is shown ahead of time.</summary>
    public DateOnly Horizon => SiteTime.Today(clock).AddDays((int)Ahead.TotalDays);

    private static Refusal? WhyNot(DateOnly on, string progress, string support, DateOnly? next, DateOnly today) => (on, next) switch
    {
        _ when progress.Length is 0 or > 4000 || support.Length > 2000 => new Refusal("progress", progress.Length == 0 ? "Hãy ghi đã thấy gì, tiến bộ đến đâu." : "Phần ghi dài quá; hãy rút ngắn."),
        _ when on > today => new Refusal("day", "Ngày xem không thể ở sau hôm nay."),
        (_, { } day) when day <= on => new Refusal("day", "Ngày hẹn xem lại phải sau ngày xem lần này."),
        _ => null,
    };
}
