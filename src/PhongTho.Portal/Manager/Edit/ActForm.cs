using System.Globalization;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>What a person says along with an act: which words are asked for, how they are read, and what is told afterwards.</summary>
public static class ActForm
{
    /// <summary>Acts that are the usual way on; the others stand folded.</summary>
    public static bool IsUsual(Act act) => act is Act.Submit or Act.RequestChanges or Act.Approve or Act.Schedule or Act.Publish;

    /// <summary>Acts shown elsewhere than among the buttons.</summary>
    public static bool IsElsewhere(Act act) => act is Act.Write or Act.Move;

    public static bool IsGrave(Act act) => act is Act.Withdraw or Act.Retract or Act.Unpublish or Act.Trash or Act.Delete;

    /// <summary>Label of the note that belongs to the act; null for an act without words.</summary>
    public static string? NoteOf(Act act) => act switch
    {
        Act.Submit => "Lời nhắn cho người duyệt (không bắt buộc)",
        Act.RequestChanges => "Cần sửa những gì",
        Act.Correct => "Lời đính chính, bạn đọc sẽ thấy",
        Act.Hold => "Lời nói với bạn đọc trong khi chờ (không bắt buộc)",
        Act.Retract => "Lời nói với bạn đọc: sai ở đâu, sự thật là gì",
        _ => null,
    };

    public static bool HasMoment(Act act) => act is Act.Schedule or Act.Expire;

    public static bool HasTarget(Act act) => act is Act.Forward;

    /// <summary>True when pressing the button is not all there is to it.</summary>
    public static bool HasWords(Act act) => NoteOf(act) is not null || HasMoment(act) || HasTarget(act) || IsGrave(act);

    /// <summary>What the act does, said before it is done.</summary>
    public static string? WarningOf(Act act) => act switch
    {
        Act.Withdraw => "Dùng khi người được nêu rút lại đồng ý. Bài biến mất khỏi mọi nơi, kể cả tìm kiếm.",
        Act.Retract => "Dùng khi nội dung sai sự thật. Bài được gỡ, địa chỉ của bài nói rõ lý do.",
        Act.Unpublish => "Bài rời khỏi trang như chưa từng đăng.",
        Act.Trash => "Có thể lấy lại từ thùng rác.",
        Act.Delete => "Không lấy lại được nữa.",
        Act.Expire => "Để trống giờ rồi bấm thì bỏ hẹn gỡ.",
        _ => null,
    };

    public static ActDetails Read(Act act, IFormCollection form) => new()
    {
        Note = form[$"act.{act}.note"].ToString() is { Length: > 0 } note ? note.Trim() : null,
        At = Moment(form[$"act.{act}.at"].ToString()),
        ForwardTo = form[$"act.{act}.to"].ToString() is { Length: > 0 } to ? to.Trim() : null,
        IsSure = form[$"act.{act}.sure"] == "true",
    };

    /// <summary>What is told when it is done.</summary>
    public static string Done(Act act) => act switch
    {
        Act.Move => "Đã đổi địa chỉ. Địa chỉ cũ tự chuyển sang địa chỉ mới.",
        Act.Submit => "Đã gửi duyệt.",
        Act.Recall => "Đã rút về để sửa.",
        Act.RequestChanges => "Đã gửi yêu cầu sửa cho người viết.",
        Act.Approve => "Đã duyệt.",
        Act.Schedule => "Đã hẹn giờ đăng.",
        Act.Unschedule => "Đã bỏ hẹn giờ.",
        Act.Publish => "Đã đăng. Bạn đọc thấy bài ngay bây giờ.",
        Act.Correct => "Đã đăng kèm đính chính.",
        Act.Expire => "Đã ghi giờ gỡ.",
        Act.Trash => "Đã bỏ vào thùng rác.",
        Act.Restore => "Đã lấy lại từ thùng rác.",
        _ => $"Đã làm xong: {WorkflowTable.Of(act).Label}.",
    };

    /// <summary>A moment as people of Vietnam write it on their wall clock.</summary>
    private static DateTimeOffset? Moment(string text) =>
        DateTime.TryParseExact(text, ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "d/M/yyyy H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            ? new DateTimeOffset(wall, SiteTime.Zone.GetUtcOffset(wall)).ToUniversalTime()
            : null;
}
