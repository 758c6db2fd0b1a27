using PhongTho.Cms.Model;
using PhongTho.Cms.Subjects;

namespace PhongTho.Portal.Manager.Subjects;

/// <summary>Who somebody is, as typed.</summary>
public sealed class SubjectInput
{
    public string? Kind { get; set; }

    public string? Name { get; set; }

    public string? Unit { get; set; }

    public string? Village { get; set; }

    public bool IsHeadOfUnit { get; set; }

    public Guid? Collective { get; set; }

    public bool IsArmedForces { get; set; }

    public string? Clearance { get; set; }

    public bool ShowsMinors { get; set; }

    public string? Born { get; set; }

    public string? Deceased { get; set; }

    public bool IsSample { get; set; }

    public static SubjectInput Of(Subject subject) => new()
    {
        Kind = subject.Kind,
        Name = subject.Name,
        Unit = subject.Unit,
        Village = subject.Village,
        IsHeadOfUnit = subject.IsHeadOfUnit,
        Collective = subject.CollectiveId?.Value,
        IsArmedForces = subject.IsArmedForces,
        Clearance = subject.Clearance,
        ShowsMinors = subject.ShowsMinors,
        Born = Dates.Print(subject.BornOn),
        Deceased = Dates.Print(subject.DeceasedOn),
        IsSample = subject.IsSample,
    };

    /// <summary>The identity, or what is wrong with a day.</summary>
    public SubjectIdentity? Read(out string? fault)
    {
        var born = Dates.Read(Born, out var first);
        var deceased = Dates.Read(Deceased, out var second);
        fault = first is not null ? "Ngày sinh: " + first : second is not null ? "Ngày mất: " + second : null;
        return fault is not null ? null : new SubjectIdentity
        {
            Kind = Kind ?? "",
            Name = Name ?? "",
            Unit = Unit,
            Village = Village,
            IsHeadOfUnit = IsHeadOfUnit,
            Collective = Collective is { } collective ? new SubjectId(collective) : null,
            IsArmedForces = IsArmedForces,
            Clearance = Clearance,
            ShowsMinors = ShowsMinors,
            BornOn = born,
            DeceasedOn = deceased,
            IsSample = IsSample,
        };
    }
}

/// <summary>Days as people write them: 20/3/2010, 3/2010, 2010.</summary>
internal static class Dates
{
    public static string Print(PartialDate? date) => date is { } day
        ? string.Join('/', new[] { day.Day, day.Month, day.Year }.OfType<int>().Select(static part => part.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        : "";

    public static PartialDate? Read(string? typed, out string? fault)
    {
        fault = null;
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        string[] parts = [.. typed.Trim().Split('/', '-', '.').Reverse().Select(static part => part.Trim().PadLeft(2, '0'))];
        if (PartialDate.TryParse(string.Join('-', parts), out var date))
        {
            return date;
        }

        fault = "viết như 20/3/2010, 3/2010 hoặc 2010.";
        return null;
    }
}
