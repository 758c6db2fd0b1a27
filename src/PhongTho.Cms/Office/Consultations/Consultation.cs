using PhongTho.Cms.Model;

namespace PhongTho.Cms.Office.Consultations;

/// <summary>A list put before everybody for comment before anything is decided ("niêm yết lấy ý kiến"): when, what, and what came of it.</summary>
public sealed class Consultation
{
    public required string Slug { get; init; }

    public required string Title { get; set; }

    public required ConsultationNotice Notice { get; set; }

    /// <summary>First day of the comments.</summary>
    public required DateOnly From { get; set; }

    /// <summary>Last day of the comments.</summary>
    public required DateOnly To { get; set; }

    /// <summary>Since when readers see it; null while it is being prepared.</summary>
    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The state readers' pages were last made for: when the calendar says another, they are made again.</summary>
    public ConsultationState ShownState { get; set; }

    public int Version { get; set; }

    public bool HasOutcome => Notice.Outcome.Length > 0;

    /// <summary>Where it stands on that day: read off its dates, decided by nobody.</summary>
    public ConsultationState StateOn(DateOnly day) =>
        PublishedAt is null ? ConsultationState.Draft
        : HasOutcome ? ConsultationState.Concluded
        : day < From ? ConsultationState.Upcoming
        : day <= To ? ConsultationState.Open
        : ConsultationState.Closed;
}

/// <summary>Where a consultation stands.</summary>
public enum ConsultationState
{
    Draft,
    Upcoming,
    Open,
    Closed,
    Concluded,
}

/// <summary>What the notice says, read whole.</summary>
public sealed record ConsultationNotice
{
    /// <summary>Plain paragraphs.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<ConsultationEntry> Entries { get; init; } = [];

    /// <summary>Address of the document that asks; empty when there is none to read.</summary>
    public string Document { get; init; } = "";

    /// <summary>What came of it, for everybody to read.</summary>
    public string Outcome { get; init; } = "";

    public DateOnly? OutcomeOn { get; init; }

    /// <summary>Address of the decision.</summary>
    public string OutcomeDocument { get; init; } = "";

    public bool IsSample { get; init; }
}

/// <summary>Somebody on the list. A person's name is shown only while a consent of the dossier is in force.</summary>
public sealed record ConsultationEntry
{
    [Field("ten", "Tên tập thể hoặc cá nhân")]
    public required string Name { get; init; }

    [Field("la-tap-the", "Là tập thể")]
    public bool IsCollective { get; init; }

    /// <summary>The dossier of a person: its consent decides whether the name is shown.</summary>
    [Field("ho-so", "Hồ sơ gương")]
    public SubjectId? Subject { get; init; }

    [Field("xa", "Đơn vị")]
    public string? Unit { get; init; }

    [Field("hinh-thuc", "Đề nghị hình thức")]
    public string? Form { get; init; }
}

/// <summary>What somebody said about a list. For the office only: never shown, never indexed.</summary>
public sealed class ConsultationComment
{
    public required Guid Id { get; init; }

    /// <summary>Slug of the consultation.</summary>
    public required string Consultation { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string Text { get; init; }

    /// <summary>Who said it and how to ask back, sealed; null when nobody said, and once forgotten.</summary>
    public string? Contact { get; set; }

    public DateTimeOffset? ForgottenAt { get; set; }

    /// <summary>Key of who read it for the office; null while nobody did.</summary>
    public string? ReadBy { get; set; }

    public string Note { get; set; } = "";

    public int Version { get; set; }
}
