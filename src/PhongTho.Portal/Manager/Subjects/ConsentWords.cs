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

    /// <summary>What a use that was agreed to means for the item.</summary>
    public static string Open(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Portal => "hiện trên trang",
        ConsentPurpose.Feed => "có mặt",
        ConsentPurpose.Social => "chia sẻ có tên, ảnh",
        ConsentPurpose.Radio => "được đọc",
        ConsentPurpose.Print => "in được",
        ConsentPurpose.Archive => "lưu trữ được",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    /// <summary>What becomes of the item for a use nobody agreed to.</summary>
    public static string Closed(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Portal => "không đăng được",
        ConsentPurpose.Feed => "vắng mặt",
        ConsentPurpose.Social => "chỉ hiện tên Cổng",
        ConsentPurpose.Radio => "không đọc",
        ConsentPurpose.Print => "không in, không nêu tên",
        ConsentPurpose.Archive => "không lưu trữ được",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };

    /// <summary>The day of a moment, as the desk reads it.</summary>
    public static string Day(DateTimeOffset at) => SiteTime.Local(at).ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
