namespace PhongTho.Cms.Office.Councils;

/// <summary>A meeting of a council: what it advised, and what became of it. Internal, like the minutes.</summary>
public sealed class CouncilMeeting
{
    public required Guid Id { get; init; }

    /// <summary>Slug of the unit whose council met; empty for the council of the plan.</summary>
    public required string Unit { get; set; }

    public required DateOnly HeldOn { get; set; }

    public required string Subject { get; set; }

    /// <summary>What the council proposed: content, solutions, whom to commend.</summary>
    public string Advice { get; set; } = "";

    /// <summary>What the committee or the authority made of it; empty while nothing is heard.</summary>
    public string Answer { get; set; } = "";

    /// <summary>Number of the minutes.</summary>
    public string Minutes { get; set; } = "";

    public bool IsSample { get; set; }

    public int Version { get; set; }
}
