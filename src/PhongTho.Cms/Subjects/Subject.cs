using PhongTho.Cms.Model;

namespace PhongTho.Cms.Subjects;

/// <summary>
/// The dossier of one person, household or collective. It outlasts what is written about them: one subject may have three stories, two awards and
/// one consent, and taking the consent back must reach them all. Nothing of it is public by itself.
/// </summary>
public sealed class Subject
{
    public required SubjectId Id { get; init; }

    /// <summary>What files call it; stable, and never shown to readers.</summary>
    public required string Slug { get; init; }

    /// <summary>Slug of the kind of subject: which criteria apply, and whether a consent is needed.</summary>
    public required string Kind { get; set; }

    /// <summary>The full name, of a child too; what readers see of it is <see cref="ShownNameOn"/>.</summary>
    public required string Name { get; set; }

    /// <summary>The name as it is searched for: without marks and case.</summary>
    public string PlainName { get; set; } = "";

    /// <summary>The unit as it was when the dossier was begun; lists by a later unit follow succession.</summary>
    public string? Unit { get; set; }

    public string? Village { get; set; }

    /// <summary>Heads of units are tied to an exemplary collective (plan II.1.2b, rule R2).</summary>
    public bool IsHeadOfUnit { get; set; }

    public SubjectId? CollectiveId { get; set; }

    /// <summary>Of the armed forces: published only with the clearance of the unit.</summary>
    public bool IsArmedForces { get; set; }

    /// <summary>Number and day of the paper by which the unit of the armed forces agreed.</summary>
    public string? Clearance { get; set; }

    /// <summary>Children are to be seen in the pictures of a collective.</summary>
    public bool ShowsMinors { get; set; }

    /// <summary>Private: readers see the year at most. Known to the year only, the youngest age it allows counts.</summary>
    public PartialDate? BornOn { get; set; }

    public PartialDate? DeceasedOn { get; set; }

    /// <summary>Fictional.</summary>
    public bool IsSample { get; set; }

    public SubjectStage Stage { get; set; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset StageAt { get; set; }

    /// <summary>Why it was declined, lapsed or set aside; said among colleagues.</summary>
    public string StageNote { get; set; } = "";

    /// <summary>Where it stood before it was set aside.</summary>
    public SubjectStage? StageBefore { get; set; }

    /// <summary>Guards against two desks.</summary>
    public int Version { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";

    public List<SubjectCriterion> Criteria { get; } = [];

    /// <summary>True for a named person or a household: shown only with a consent in force (rule R1).</summary>
    public bool IsPrivate => SubjectKinds.IsPrivate(Kind);

    /// <summary>Whole years lived on a day; null when the day of birth is unknown.</summary>
    public int? AgeOn(DateOnly day)
    {
        if (BornOn is not { } born)
        {
            return null;
        }

        var latest = new DateOnly(born.Year, born.Month ?? 12, born.Day ?? DateTime.DaysInMonth(born.Year, born.Month ?? 12));
        return day.Year - latest.Year - (day < latest.AddYears(day.Year - latest.Year) ? 1 : 0);
    }

    /// <summary>Under sixteen: shown by initials only, and never without the guardian.</summary>
    public bool IsMinorOn(DateOnly day) => AgeOn(day) < SubjectKinds.AdultAge;

    /// <summary>The name readers may see on a day.</summary>
    public string ShownNameOn(DateOnly day) => IsMinorOn(day) ? Initials.Of(Name) : Name;
}

/// <summary>How far a subject has come in the pipeline of the plan, and the three places beside it.</summary>
public enum SubjectStage
{
    /// <summary>Nhân tố mới.</summary>
    Emerging,
    Nominated,

    /// <summary>The facts were checked with the unit.</summary>
    Verified,
    Nurturing,
    Recognised,

    /// <summary>Others do it after them.</summary>
    Replicated,
    Declined,

    /// <summary>No longer exemplary.</summary>
    Lapsed,
    OnHold,
}
