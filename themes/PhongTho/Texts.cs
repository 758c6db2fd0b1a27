namespace PhongTho.Theme;

/// <summary>Words the theme says in more than one place.</summary>
public static class Texts
{
    public const string Sample = "Dữ liệu mẫu";
    public const string Search = "Tìm kiếm";
    public const string SearchPath = "/tim-kiem";
    public const string NominatePath = "/gioi-thieu-guong";
    public const string FeedPath = "/rss.xml";
    public const string All = "Xem tất cả";
    public const string Download = "Tải về";
    public const string Fields = "Lĩnh vực";
    public const string Movements = "Phong trào";
}
