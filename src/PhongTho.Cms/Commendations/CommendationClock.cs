using PhongTho.Cms.Model;

namespace PhongTho.Cms.Commendations;

/// <summary>How long praise took. Days known only to their month are not counted: half a month is no measure.</summary>
public static class CommendationClock
{
    /// <summary>Slug of the occasion whose clock runs.</summary>
    public const string Emergent = "dot-xuat";

    public static bool IsEmergent(Commendation row) => row.Occasion == Emergent;

    /// <summary>From the deed to the decision.</summary>
    public static int? DaysToDecision(Commendation row) => Days(Whole(row.EventOn), Whole(row.DecidedOn));

    /// <summary>Null when a day is not known, or the later one is the earlier one.</summary>
    public static int? Days(DateOnly? from, DateOnly? to) => from is { } start && to is { } end && end >= start ? end.DayNumber - start.DayNumber : null;

    /// <summary>The date when it is known to the day.</summary>
    public static DateOnly? Whole(PartialDate? date) => date is { Day: not null } known ? known.FirstDay : null;
}
