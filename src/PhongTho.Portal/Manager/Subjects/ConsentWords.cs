using PhongTho.Cms.Consents;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Subjects;

/// <summary>The traffic light in words and colours; the word always stands beside the colour.</summary>
public static class ConsentWords
{
    public static string NameOf(ConsentLight light) => light switch
    {
        ConsentLight.NotNeeded => "Không cần",
        ConsentLight.Green => "Được nêu",
        ConsentLight.Amber => "Cần lưu ý",
        _ => "Chưa được nêu",
    };

    public static string ClassOf(ConsentLight light) => light switch
    {
        ConsentLight.NotNeeded => "none",
        ConsentLight.Green => "green",
        ConsentLight.Amber => "amber",
        _ => "red",
    };

    /// <summary>The day of a moment, as the desk reads it.</summary>
    public static string Day(DateTimeOffset at) => SiteTime.Local(at).ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
