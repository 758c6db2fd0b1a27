using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Feedback;

/// <summary>How long a letter has waited, and until when.</summary>
/// <param name="DueOn">The day we promised.</param>
/// <param name="LawOn">The last day of the law, of a removal.</param>
public sealed record FeedbackClock(DateOnly DueOn, DateOnly? LawOn, int DaysLeft, bool IsLate, bool IsUnlawful)
{
    public static FeedbackClock Of(FeedbackKind kind, DateTimeOffset receivedAt, DateTimeOffset? settledAt, DateTimeOffset now, PromiseBook book)
    {
        var received = DateOnly.FromDateTime(SiteTime.Local(receivedAt).DateTime);
        var today = DateOnly.FromDateTime(SiteTime.Local(settledAt ?? now).DateTime);
        var promises = book.On(received);
        var due = received.AddDays(promises.DaysOf(kind));
        DateOnly? law = kind == FeedbackKind.Removal ? received.AddDays(promises.LawDays) : null;
        return new FeedbackClock(due, law, due.DayNumber - today.DayNumber, today > due, today > law);
    }
}
