using PhongTho.Cms.Model;

namespace PhongTho.Cms.Tracking;

/// <summary>What was seen of a subject on a day, what help was given, and when to look again. Entries are only ever added; readers never see them.</summary>
public sealed class TrackingEntry
{
    public required Guid Id { get; init; }

    public required SubjectId SubjectId { get; init; }

    /// <summary>The day of the visit.</summary>
    public required DateOnly On { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string Progress { get; init; }

    public string Support { get; init; } = "";

    /// <summary>When somebody looks again; null when nobody needs to. Only the newest entry of a subject reminds.</summary>
    public DateOnly? NextReviewOn { get; init; }
}
