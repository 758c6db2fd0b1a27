using System.Globalization;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Theme;

/// <summary>How days, numbers, sizes and places are written for Vietnamese readers.</summary>
public static class Formats
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Day(DateTimeOffset instant) => SiteTime.Local(instant).ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset instant) => SiteTime.Local(instant).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static string Number(decimal value) => value.ToString("#,##0.####", Vietnamese);

    public static string Number(int value) => value.ToString("#,##0", Vietnamese);

    /// <summary><c>1,2 ha</c>, but <c>100%</c>.</summary>
    public static string Quantity(decimal value, string unit) => Number(value) + UnitAfter(unit);

    /// <summary>A unit as it follows its number: closely for the per cent sign, after a space that does not break for the rest.</summary>
    public static string UnitAfter(string unit) => unit is "%" or "" ? unit : "\u00A0" + unit;

    /// <summary>A part of the greatest value in hundredths, as drawings want it.</summary>
    public static string Share(decimal value, decimal most) => Math.Round(Math.Abs(value) * 100 / most, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>«ngày 20/03/2023», «tháng 3 năm 2023», «năm 2023».</summary>
    public static string On(PartialDate date) => date.Day is null ? date.ToVietnamese() : "ngày " + date.ToVietnamese();

    /// <summary>A number as drawings take it.</summary>
    public static string Plain(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>«Quyết định số 1093/QĐ-UBND, ngày 17/07/2023, Chủ tịch UBND huyện Phong Thổ»; praise outside the law has no number.</summary>
    public static string Decision(string number, PartialDate? on, string authority) => string.Join(", ", new[]
    {
        number.Length > 0 ? "Quyết định số " + number : authority,
        on is { } date ? On(date) : "",
        number.Length > 0 ? authority : "",
    }.Where(static part => part.Length > 0));

    /// <summary>How long emergent praise took.</summary>
    public static string Clock(int days) => days == 0 ? "Khen đột xuất: có quyết định ngay trong ngày" : $"Khen đột xuất: {Number(days)} ngày từ việc làm đến quyết định";

    /// <summary>The same words at the start of a sentence.</summary>
    public static string Sentence(string words) => words.Length == 0 ? "" : char.ToUpper(words[0], Vietnamese) + words[1..];

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => Number((int)bytes) + " B",
        < 1024 * 1024 => Number(Math.Round(bytes / 1024m)) + " KB",
        _ => Number(Math.Round(bytes / 1024m / 1024m, 1)) + " MB",
    };

    /// <summary>«PDF», «DOCX» …, from the file's name.</summary>
    public static string Kind(PublicFile file) => Path.GetExtension(file.Name) is { Length: > 1 } extension ? extension[1..].ToUpperInvariant() : "Tệp";

    /// <summary>«xã Hoang Thèn»: a unit's full name inside a sentence.</summary>
    public static string Inside(string fullName) => fullName.Length == 0 ? "" : char.ToLower(fullName[0], Vietnamese) + fullName[1..];

    /// <summary>«nay thuộc xã Khổng Lào từ 01/07/2025»; tells the new unit from the old one when both bear one name. Null when nothing changed.</summary>
    public static string? Now(Place place) => place switch
    {
        { Now: { } now } => "nay thuộc " + Inside(now) + (now == place.FullName ? " mới" : "") + (place.NowFrom is { } from ? " từ " + Day(from) : ""),
        { IsFormer: true, Until: { } end } => "đến hết ngày " + Day(end),
        _ => null,
    };

    /// <summary>«Xã Hoang Thèn (nay thuộc xã Khổng Lào từ 01/07/2025)»: a unit as it is named wherever it is named.</summary>
    public static string Named(Place place) => Now(place) is { } now ? $"{place.FullName} ({now})" : place.FullName;

    /// <summary>Address with scheme and host, for shares and feeds.</summary>
    public static string Absolute(SiteFrame frame, string url) => url.StartsWith('/') ? frame.BaseUrl + url : url;
}
