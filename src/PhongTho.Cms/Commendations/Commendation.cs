using PhongTho.Cms.Model;

namespace PhongTho.Cms.Commendations;

/// <summary>A decision to commend, or a case on its way to one. The register records decisions and makes none.</summary>
public sealed class Commendation
{
    /// <summary><c>KT-2023-000012</c>: its name in files, addresses and the log.</summary>
    public required string Code { get; init; }

    public CommendationState State { get; set; }

    public DateTimeOffset StateAt { get; set; }

    /// <summary>Where it goes on from once what held it is cleared up.</summary>
    public CommendationState? HeldFrom { get; set; }

    /// <summary>Guards against two officers.</summary>
    public int Version { get; set; }

    /// <summary>The version a content folder wrote; null for what people entered. A row they changed since is theirs.</summary>
    public int? SeedVersion { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Dossier of the commended, when there is one.</summary>
    public SubjectId? SubjectId { get; set; }

    /// <summary>Page of the commended, when there is one.</summary>
    public ItemId? ItemId { get; set; }

    /// <summary>As the decision names the commended; kept for those who have no page.</summary>
    public string SubjectName { get; set; } = "";

    /// <summary>Slug of the kind of subject.</summary>
    public string SubjectKind { get; set; } = "";

    /// <summary>Slug of the unit as it was on the day.</summary>
    public string? Unit { get; set; }

    /// <summary>Slug of the form or title.</summary>
    public string Form { get; set; } = "";

    public string? Occasion { get; set; }

    /// <summary>What it was given for, short and fit for the public.</summary>
    public string Achievement { get; set; } = "";

    /// <summary>Equal for commendations of one and the same achievement (rule R4).</summary>
    public string AchievementKey { get; set; } = "";

    /// <summary>Day of the deed: the clock of emergent cases starts here.</summary>
    public PartialDate? EventOn { get; set; }

    public DateOnly? ReceivedOn { get; set; }

    public string ProposedBy { get; set; } = "";

    public string DecisionNumber { get; set; } = "";

    public string DecisionSymbol { get; set; } = "";

    public PartialDate? DecidedOn { get; set; }

    public string Signer { get; set; } = "";

    public string SignerPost { get; set; } = "";

    /// <summary>The authority as the decision writes it.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Slug of the dated unit whose authority it is.</summary>
    public string? AuthorityUnit { get; set; }

    public AuthorityLevel? AuthorityLevel { get; set; }

    /// <summary>Id of the law in force on the day of the decision.</summary>
    public string? Regime { get; set; }

    /// <summary>The decision in the library of documents.</summary>
    public ItemId? DecisionItemId { get; set; }

    /// <summary>The story that told of it first.</summary>
    public ItemId? StoryItemId { get; set; }

    /// <summary>Null when nobody wrote down whether the commended works with her own hands.</summary>
    public bool? IsDirectWorker { get; set; }

    public bool? IsSmallCollective { get; set; }

    public bool IsSample { get; set; }

    /// <summary>The decision that revoked this one.</summary>
    public string RevokedBy { get; set; } = "";

    public PartialDate? RevokedOn { get; set; }

    /// <summary>The revoking decision in the library of documents.</summary>
    public ItemId? RevokingItemId { get; set; }

    /// <summary>Why it was refused, held or revoked.</summary>
    public string Reason { get; set; } = "";

    /// <summary>What the register is ordered and its years are counted by: the decision's day, else the day it came in.</summary>
    public DateOnly ListedOn { get; set; }

    /// <summary><c>1093/QĐ-UBND</c>.</summary>
    public string Decision => DecisionSymbol.Length == 0 ? DecisionNumber : $"{DecisionNumber}/{DecisionSymbol}";
}

/// <summary>Where a commendation stands.</summary>
public enum CommendationState
{
    Proposed,
    UnderConsultation,
    CouncilReviewed,
    Decided,
    Announced,
    Refused,
    Revoked,
    Held,
}

/// <summary>Level of who decides.</summary>
public enum AuthorityLevel
{
    [Choice("Chủ tịch nước")]
    State,

    [Choice("Chính phủ, Thủ tướng")]
    National,

    [Choice("Cấp tỉnh, bộ, ngành")]
    Province,

    [Choice("Cấp huyện")]
    District,

    [Choice("Cấp xã")]
    Commune,

    [Choice("Cơ quan, đơn vị, doanh nghiệp, hợp tác xã")]
    Agency,
}
