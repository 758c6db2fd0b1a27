using PhongTho.Cms.Model;

namespace PhongTho.Cms.Replications;

/// <summary>
/// Somebody copies a way of doing: registered by themselves or by an officer, confirmed by the unit, its result reported later and checked.
/// Readers see it once it is confirmed, and its result once it is checked.
/// </summary>
public sealed class Replication
{
    /// <summary><c>NR-2026-000123</c>: may be said aloud, opens nothing by itself.</summary>
    public required string Code { get; init; }

    /// <summary>Hash of the word that opens the follow page together with the code; null for rows nobody follows from outside.</summary>
    public string? SecretHash { get; init; }

    /// <summary>The way of doing that is copied; the exemplar itself while nobody has written its way down.</summary>
    public required ItemId ItemId { get; set; }

    public ReplicationState State { get; set; }

    /// <summary>Since when it stands where it stands.</summary>
    public DateTimeOffset StateAt { get; set; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>When nothing was left to do; ninety days later the way to reach them is forgotten.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Guards against two desks.</summary>
    public int Version { get; set; }

    public required ReplicatorKind Kind { get; init; }

    /// <summary>Who copies, as they said: a household's name, a group, a unit. What readers see of it is <see cref="ShownName"/>.</summary>
    public required string Who { get; set; }

    /// <summary>The household ticked that its name may be shown.</summary>
    public bool ShowsName { get; init; }

    /// <summary>How many households it stands for.</summary>
    public int Households { get; set; } = 1;

    /// <summary>Slug of the unit as it was when they began: totals by a later unit follow succession (rule R7).</summary>
    public string? Unit { get; set; }

    public string Village { get; set; } = "";

    public PartialDate? StartedOn { get; set; }

    /// <summary>What they asked or plan to do; read by the desk only.</summary>
    public string Plan { get; init; } = "";

    /// <summary>How to reach them, sealed; null for rows of the newsroom and once forgotten.</summary>
    public string? Contact { get; set; }

    public DateTimeOffset? ForgottenAt { get; set; }

    /// <summary>In a sentence or two; public once checked.</summary>
    public string Result { get; set; } = "";

    /// <summary>The result as a figure (rule R12), with <see cref="ResultUnit"/>.</summary>
    public decimal? ResultValue { get; set; }

    public string ResultUnit { get; set; } = "";

    /// <summary>A picture that proves the result, in the private folder.</summary>
    public string? EvidenceFile { get; set; }

    public DateTimeOffset? ReportedAt { get; set; }

    /// <summary>Key of who reported: somebody else checks.</summary>
    public string? ReportedBy { get; set; }

    public DateTimeOffset? CheckedAt { get; set; }

    public string? CheckedBy { get; set; }

    /// <summary>Said to who registered: why it was declined, sent back or stopped.</summary>
    public string? Reason { get; set; }

    /// <summary>Said among colleagues.</summary>
    public string Note { get; set; } = "";

    /// <summary>The name readers see: a private household is one of its village unless it asked to be named.</summary>
    public string ShownName => Kind == ReplicatorKind.Unit || ShowsName
        ? Who
        : (Households > 1 ? $"{Households} hộ" : "Một hộ") + (Village.Length > 0 ? $" ở {char.ToLowerInvariant(Village[0])}{Village[1..]}" : "");
}

/// <summary>Where a replication stands.</summary>
public enum ReplicationState
{
    Registered,
    Confirmed,
    Reported,
    Checked,
    Declined,
    Stopped,
}

/// <summary>Who copies.</summary>
public enum ReplicatorKind
{
    [Choice("Một hộ, một nhà")]
    Household,

    [Choice("Cơ quan, tổ, nhóm, bản")]
    Unit,
}

/// <summary>How to reach who registered. Never public, never in the log, sealed in the database.</summary>
public sealed record ReplicatorContact(string Name, string Reach);
