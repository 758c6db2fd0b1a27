using PhongTho.Cms.Editing;

namespace PhongTho.Portal.Manager;

/// <summary>Which colour a state wears; its words are the workflow's.</summary>
public static class StateBadge
{
    public static string ClassOf(Stage stage) => stage switch
    {
        Stage.InReview => "in-review",
        Stage.ChangesRequested => "changes-requested",
        Stage.Approved => "approved",
        Stage.Scheduled => "scheduled",
        _ => "",
    };

    public static string ClassOf(Standing standing) => standing switch
    {
        Standing.Live => "live",
        Standing.OnHold => "on-hold",
        Standing.Withdrawn => "withdrawn",
        Standing.Retracted => "retracted",
        _ => "",
    };
}
