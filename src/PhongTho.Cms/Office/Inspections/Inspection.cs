using PhongTho.Cms.Model;

namespace PhongTho.Cms.Office.Inspections;

/// <summary>A look at how a unit does its work of emulation and commendation, planned or unannounced. Internal; a conclusion for the public is a document of its own.</summary>
public sealed class Inspection
{
    public required Guid Id { get; init; }

    public InspectionKind Kind { get; set; }

    /// <summary>Slug of the unit.</summary>
    public required string Unit { get; set; }

    public required DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>What is looked at.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Number or address of the plan, or of the decision to inspect.</summary>
    public string Plan { get; set; } = "";

    public DateOnly? ConcludedOn { get; set; }

    public string Conclusion { get; set; } = "";

    /// <summary>Number or address of the published conclusion.</summary>
    public string Document { get; set; } = "";

    /// <summary>What the unit is to do after it.</summary>
    public IReadOnlyList<InspectionTask> Tasks { get; set; } = [];

    public bool IsSample { get; set; }

    public int Version { get; set; }

    public InspectionState StateOn(DateOnly day) =>
        ConcludedOn is null ? From > day ? InspectionState.Planned : InspectionState.Running
        : Tasks.All(static task => task.DoneOn is not null) ? InspectionState.Done
        : InspectionState.Following;

    /// <summary>Tasks that should have been done by that day.</summary>
    public int LateOn(DateOnly day) => Tasks.Count(task => task.DoneOn is null && task.DueOn < day);
}

public enum InspectionKind
{
    [Choice("Định kỳ")]
    Periodic,

    [Choice("Đột xuất")]
    Unannounced,
}

/// <summary>How far an inspection is: read off its days, never stored.</summary>
public enum InspectionState
{
    Planned,
    Running,
    Following,
    Done,
}

/// <summary>Something to be done after an inspection.</summary>
public sealed record InspectionTask
{
    [Field("viec", "Việc phải làm")]
    public required string What { get; init; }

    [Field("han", "Hạn")]
    public DateOnly? DueOn { get; init; }

    [Field("xong", "Xong ngày")]
    public DateOnly? DoneOn { get; init; }
}
