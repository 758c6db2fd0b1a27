using PhongTho.Cms.Model;

namespace PhongTho.Cms.Nominations;

/// <summary>Somebody told us of an exemplar. Nothing of it is public; whoever told follows it by code and secret.</summary>
public sealed class Nomination
{
    /// <summary><c>GT-2026-000123</c>: may be said aloud, opens nothing by itself.</summary>
    public required string Code { get; init; }

    /// <summary>Hash of the word that opens the follow page together with the code.</summary>
    public required string SecretHash { get; init; }

    public NominationState State { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Since when it stands where it stands: the clock of the desk.</summary>
    public DateTimeOffset StateAt { get; set; }

    /// <summary>When nothing was left to do; ninety days later the nominator is forgotten.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Guards against two triage desks.</summary>
    public int Version { get; set; }

    /// <summary>Slug of the kind of subject.</summary>
    public required string Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The name as duplicates are found by: without marks, case and forms of address.</summary>
    public required string PlainName { get; init; }

    /// <summary>Slug of today's commune; null when the nominator does not know it.</summary>
    public string? Unit { get; init; }

    public string Village { get; init; } = "";

    public required NominationTelling Telling { get; init; }

    /// <summary>Key of the member who nominated for a unit; null for a citizen.</summary>
    public string? NominatedBy { get; init; }

    /// <summary>Slug of the unit that nominated.</summary>
    public string? NominatedFor { get; init; }

    /// <summary>Who told, sealed; null for members and once forgotten.</summary>
    public string? Contact { get; set; }

    public DateTimeOffset? ForgottenAt { get; set; }

    /// <summary>Key of the member who has it in hand.</summary>
    public string? AssignedTo { get; set; }

    /// <summary>Said among colleagues.</summary>
    public string Note { get; set; } = "";

    /// <summary>Said to the nominator of a rejected one.</summary>
    public string? Reason { get; set; }

    /// <summary>Slug of the unit asked to confirm.</summary>
    public string? ForwardedTo { get; set; }

    /// <summary>Code of the nomination, or id of the item, that told the same before.</summary>
    public string? DuplicateOf { get; set; }

    /// <summary>The draft it became.</summary>
    public ItemId? ItemId { get; set; }

    public List<NominationPhoto> Photos { get; } = [];
}

/// <summary>Where a nomination stands.</summary>
public enum NominationState
{
    Received,
    Triaged,
    ForwardedToUnit,
    Confirmed,
    Rejected,
    Duplicate,
    TurnedIntoExemplar,
}

/// <summary>What was told, read whole.</summary>
public sealed record NominationTelling
{
    public required string Deed { get; init; }

    public string When { get; init; } = "";

    /// <summary>Figures of the result, as told.</summary>
    public string Result { get; init; } = "";

    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>A citizen ticks what is met; a unit fills in the whole sheet.</summary>
    public IReadOnlyList<CriterionAssessment> Criteria { get; init; } = [];

    /// <summary>How the nominator knows.</summary>
    public string Source { get; init; } = "";

    /// <summary>The one who is told about knows of it.</summary>
    public bool IsSubjectAware { get; init; }
}

/// <summary>Who told, and how to ask back. Never public, never in the log, sealed in the database.</summary>
/// <param name="Reach">Telephone or e-mail.</param>
/// <param name="Relation">To the one who is told about.</param>
public sealed record NominatorContact(string Name, string Reach, string Relation);

/// <summary>A picture that came with it: re-encoded without metadata, outside the library.</summary>
public sealed class NominationPhoto
{
    public required string Code { get; init; }

    public required int Number { get; init; }

    /// <summary>Name of its file in the private folder.</summary>
    public required string FileName { get; init; }
}
