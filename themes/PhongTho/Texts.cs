namespace PhongTho.Theme;

/// <summary>Words the theme says in more than one place.</summary>
public static class Texts
{
    public const string Sample = "Dữ liệu mẫu";
    public const string SampleNote = "Nhân vật và số liệu trong bài là hư cấu, dùng để minh họa.";
    public const string Search = "Tìm kiếm";
    public const string SearchHint = "Tìm tên người, việc làm, xã, số văn bản…";
    public const string SearchPath = "/tim-kiem";
    public const string Nominate = "Giới thiệu gương";
    public const string NominatePath = "/gioi-thieu-guong";
    public const string Correct = "Đề nghị đính chính, gỡ thông tin";
    public const string CorrectPath = "/gop-y-phan-anh/dinh-chinh";
    public const string AboutPath = "/gioi-thieu";
    public const string FeedPath = "/rss.xml";
    public const string Emergent = "Khen đột xuất";
    public const string Home = "Trang chủ";
    public const string All = "Xem tất cả";
    public const string Download = "Tải về";
    public const string File = "Tệp";
    public const string Published = "Đăng";
    public const string Updated = "Cập nhật";
    public const string More = "Đọc tiếp";
    public const string Fields = "Lĩnh vực";
    public const string Movements = "Phong trào";
    public const string Related = "Có thể bạn cũng muốn đọc";
    public const string Issued = "Ban hành";
}
