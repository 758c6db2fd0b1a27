using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Public;

/// <summary>The words said in place of a page, and the ways on.</summary>
public static class Notices
{
    private static readonly SectionLink[] WaysOn =
    [
        new("Về trang chủ", "/", IsCurrent: false),
        new("Xem gương người tốt, việc tốt", "/nguoi-tot-viec-tot", IsCurrent: false),
        new("Tìm trong cổng", "/tim-kiem", IsCurrent: false),
    ];

    public static NoticePage Of(SiteFrame frame, NoticeKind kind, string path, string? note)
    {
        var (heading, message) = Words(kind);
        return new NoticePage
        {
            Frame = frame,
            Title = heading,
            Heading = heading,
            Message = note is { Length: > 0 } ? $"{message} {note}" : message,
            Path = path,
            Kind = kind,
            NoIndex = true,
            Links = WaysOn,
        };
    }

    public static int StatusOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Missing => StatusCodes.Status404NotFound,
        NoticeKind.Gone or NoticeKind.Retracted => StatusCodes.Status410Gone,
        NoticeKind.OnHold => StatusCodes.Status200OK,
        NoticeKind.Refused => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static (string Heading, string Message) Words(NoticeKind kind) => kind switch
    {
        NoticeKind.Missing => ("Không tìm thấy trang này", "Địa chỉ có thể đã gõ nhầm, hoặc nội dung đã chuyển đi nơi khác. Mời bạn tìm lại hoặc đi tiếp từ các lối dưới đây."),
        NoticeKind.Gone => ("Nội dung này đã được gỡ", "Nội dung từng có ở địa chỉ này không còn trên cổng."),
        NoticeKind.OnHold => ("Nội dung đang tạm dừng hiển thị", "Nội dung ở địa chỉ này đang được xem xét lại và tạm thời không hiển thị."),
        NoticeKind.Retracted => ("Nội dung này đã được thu hồi", "Ban biên tập đã thu hồi nội dung từng đăng ở địa chỉ này."),
        NoticeKind.Refused => ("Yêu cầu chưa đúng", "Cổng không hiểu yêu cầu này. Mời bạn thử lại."),
        _ => ("Cổng đang gặp trục trặc", "Xin lỗi bạn. Lỗi đã được ghi lại để xử lý; mời bạn thử lại sau ít phút."),
    };
}
