using System.Globalization;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Media;

/// <summary>What every way of bringing files in has in common.</summary>
internal static class Uploads
{
    public static readonly Refusal Nothing = new("nothing", "Chưa có tệp nào được chọn.");

    /// <summary>Where files go when nobody says where: a folder a month, so that none grows out of sight.</summary>
    public static string FolderOf(TimeProvider clock) => SiteTime.Today(clock).ToString("yyyy/MM", CultureInfo.InvariantCulture);
}
