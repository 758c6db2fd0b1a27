using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Feedback;

/// <summary>How the newsroom promises to answer: its own days, and who answers difficulties. Authorities change, so none of it is a constant.</summary>
public sealed record FeedbackPromises
{
    public const string Key = "feedback";

    /// <summary>Days the law gives to carry out a withdrawal or a restriction.</summary>
    public const int LawDays = 15;

    /// <summary>Our own days for a withdrawal.</summary>
    public int RemovalDays { get; init; } = 2;

    public int CorrectionDays { get; init; } = 5;

    public int DifficultyDays { get; init; } = 10;

    public int CommentDays { get; init; } = 10;

    /// <summary>The role difficulties go to at once.</summary>
    public Role Office { get; init; } = Role.EmulationOfficer;

    /// <summary>What that office is called today, as senders read it.</summary>
    public string OfficeName { get; init; } = "Phòng Nội vụ";

    public int DaysOf(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Correction => CorrectionDays,
        FeedbackKind.Removal => RemovalDays,
        FeedbackKind.Difficulty => DifficultyDays,
        _ => CommentDays,
    };

    /// <summary>What is amiss with these promises; null when they can be kept.</summary>
    public Refusal? WhyNot() => new[] { RemovalDays, CorrectionDays, DifficultyDays, CommentDays }.Any(static days => days is < 1 or > 60)
        ? new Refusal("days", "Mỗi thời hạn phải từ 1 đến 60 ngày.")
        : RemovalDays > LawDays
            ? new Refusal("law", $"Thời hạn gỡ thông tin không được dài hơn {LawDays} ngày theo quy định về dữ liệu cá nhân.")
            : OfficeName.Length is 0 or > 160 ? new Refusal("office", "Hãy ghi tên cơ quan phụ trách, tối đa 160 chữ.") : null;
}

/// <summary>How long a letter has waited, and until when.</summary>
/// <param name="DueOn">The day we promised.</param>
/// <param name="LawOn">The last day of the law, of a removal.</param>
public sealed record FeedbackClock(DateOnly DueOn, DateOnly? LawOn, int DaysLeft, bool IsLate, bool IsUnlawful)
{
    public static FeedbackClock Of(FeedbackKind kind, DateTimeOffset receivedAt, DateTimeOffset? settledAt, DateTimeOffset now, FeedbackPromises promises)
    {
        var received = DateOnly.FromDateTime(SiteTime.Local(receivedAt).DateTime);
        var today = DateOnly.FromDateTime(SiteTime.Local(settledAt ?? now).DateTime);
        var due = received.AddDays(promises.DaysOf(kind));
        DateOnly? law = kind == FeedbackKind.Removal ? received.AddDays(FeedbackPromises.LawDays) : null;
        return new FeedbackClock(due, law, due.DayNumber - today.DayNumber, today > due, today > law);
    }
}

/// <summary>Reads and keeps the promises.</summary>
public sealed class FeedbackRules(CmsDatabase database)
{
    public async Task<FeedbackPromises> CurrentAsync(CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await ReadAsync(db, cancellation);
    }

    public async Task<Refusal?> SaveAsync(FeedbackPromises promises, Actor actor, CancellationToken cancellation)
    {
        var right = actor.May(Right.ManageSite) ? null : new Refusal("right", "Bạn chưa được giao quyền sửa cài đặt trang.");
        if ((right ?? promises.WhyNot()) is { } reason)
        {
            return reason;
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        await SiteEditing.KeepAsync(work, FeedbackPromises.Key, promises, cancellation);
        await work.CommitAsync(cancellation);
        return null;
    }

    internal static Task<FeedbackPromises> ReadAsync(CmsDb db, CancellationToken cancellation) =>
        SiteEditing.ReadAsync(db, FeedbackPromises.Key, new FeedbackPromises(), cancellation);
}
