using PhongTho.Cms.Changes;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>What happened to an item, in the newsroom's words.</summary>
public static class HistoryWords
{
    public static string NameOf(ChangeVerb verb) => verb switch
    {
        ChangeVerb.Drafted => "Lưu bản nháp",
        ChangeVerb.Moved => "Đổi địa chỉ",
        ChangeVerb.Scheduled => "Hẹn giờ",
        ChangeVerb.Unscheduled => "Bỏ hẹn giờ",
        ChangeVerb.Published => "Đăng",
        ChangeVerb.Unpublished => "Gỡ khỏi trang",
        ChangeVerb.Held => "Tạm giữ",
        ChangeVerb.Released => "Bỏ tạm giữ",
        ChangeVerb.Withdrawn => "Rút theo yêu cầu",
        ChangeVerb.Retracted => "Thu hồi",
        ChangeVerb.Submitted => "Gửi duyệt",
        ChangeVerb.Recalled => "Rút về sửa",
        ChangeVerb.ChangesRequested => "Yêu cầu sửa",
        ChangeVerb.Approved => "Duyệt",
        ChangeVerb.Archived => "Lưu trữ",
        ChangeVerb.Trashed => "Bỏ vào thùng rác",
        ChangeVerb.Restored => "Lấy lại từ thùng rác",
        ChangeVerb.Forwarded => "Chuyển hướng người đọc",
        _ => "Thay đổi khác",
    };
}
