using PhongTho.Cms.Model;

namespace PhongTho.Cms.Office.Registrations;

/// <summary>A unit says what it, or somebody of it, will strive for this year ("đăng ký phấn đấu"). Internal: it names people before anything is done.</summary>
public sealed class StrivingRegistration
{
    public required Guid Id { get; init; }

    public required int Year { get; init; }

    /// <summary>Slug of the unit that registers.</summary>
    public required string Unit { get; init; }

    /// <summary>Slug of the kind of subject.</summary>
    public required string Kind { get; set; }

    public required string Name { get; set; }

    /// <summary>The dossier of the one who strives, once there is one.</summary>
    public SubjectId? SubjectId { get; set; }

    /// <summary>Slug of the title or form aimed at.</summary>
    public required string Target { get; set; }

    public required RegistrationSheet Sheet { get; set; }

    /// <summary>The head of the unit who stands for it; nobody yet when empty.</summary>
    public string HeadName { get; set; } = "";

    public DateOnly? ConfirmedOn { get; set; }

    public RegistrationState State { get; set; }

    public DateTimeOffset StateAt { get; set; }

    /// <summary>What the officer said on returning it or at the year's end.</summary>
    public string Remark { get; set; } = "";

    /// <summary>Key of who wrote it first.</summary>
    public required string CreatedBy { get; init; }

    public int Version { get; set; }
}

/// <summary>Where a registration stands.</summary>
public enum RegistrationState
{
    Open,
    Submitted,
    Accepted,
    Returned,
    Closed,
    Achieved,
    NotAchieved,
}

/// <summary>What a registration says, read whole.</summary>
public sealed record RegistrationSheet
{
    /// <summary>Figures to be reached, one a line.</summary>
    public string Figures { get; init; } = "";

    /// <summary>What will be done, and by when.</summary>
    public string Plan { get; init; } = "";

    /// <summary>The self-assessment by the criteria of the kind.</summary>
    public IReadOnlyList<CriterionAssessment> Criteria { get; init; } = [];
}

/// <summary>A year of registering: from when, until when, and which units are expected.</summary>
public sealed class RegistrationRound
{
    public required int Year { get; init; }

    public required DateOnly OpensOn { get; set; }

    /// <summary>The last day on which units may write.</summary>
    public required DateOnly Deadline { get; set; }

    /// <summary>The last day for units to issue their own plan of the year.</summary>
    public DateOnly? PlansDueOn { get; set; }

    /// <summary>Slugs of the units that are expected to register and to issue a plan.</summary>
    public IReadOnlyList<string> Units { get; set; } = [];

    public int Version { get; set; }

    public bool IsOpenOn(DateOnly day) => OpensOn <= day && day <= Deadline;
}

/// <summary>A unit's own plan or programme of the year; no row means that none was told of.</summary>
public sealed class UnitPlan
{
    public required string Unit { get; init; }

    public required int Year { get; init; }

    public UnitPlanState State { get; set; }

    /// <summary>Number and symbol, as on the paper.</summary>
    public string Number { get; set; } = "";

    public DateOnly? IssuedOn { get; set; }

    /// <summary>Where it can be read; empty when only the paper exists.</summary>
    public string Link { get; set; } = "";

    /// <summary>What it says in short, when there is nowhere to read it.</summary>
    public string Text { get; set; } = "";

    public int Version { get; set; }
}

/// <summary>How far a unit's plan is.</summary>
public enum UnitPlanState
{
    Drafting,
    Issued,
}
