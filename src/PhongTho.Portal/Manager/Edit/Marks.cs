using System.Globalization;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>Classes of the badges that show a state.</summary>
public static class Marks
{
    public static string Of(Standing standing) => standing switch
    {
        Standing.Live => "live",
        Standing.OnHold => "on-hold",
        Standing.Withdrawn => "withdrawn",
        Standing.Retracted => "retracted",
        _ => "",
    };

    public static string Of(Stage stage) => stage switch
    {
        Stage.InReview => "in-review",
        Stage.ChangesRequested => "changes-requested",
        Stage.Approved => "approved",
        Stage.Scheduled => "scheduled",
        _ => "",
    };
}

/// <summary>Moments as the newsroom says them: the hour today, the day and the hour before that.</summary>
public static class Clocks
{
    public static string Say(DateTimeOffset time, DateTimeOffset now)
    {
        var (then, today) = (SiteTime.Local(time), SiteTime.Local(now));
        return then.ToString(then.Date == today.Date ? "HH:mm" : "HH:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>As a field of day and hour holds it.</summary>
    public static string Field(DateTimeOffset? time) => time is { } at ? SiteTime.Local(at).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) : "";
}
