using PhongTho.Cms.Editing;

namespace PhongTho.Cms.Publishing;

/// <summary>What the newsroom calls the states, alone and in a sentence.</summary>
public static class WorkflowWords
{
    public static string NameOf(Stage stage) => stage switch
    {
        Stage.Idle => "Không có bản sửa",
        Stage.Draft => "Bản nháp",
        Stage.InReview => "Chờ duyệt",
        Stage.ChangesRequested => "Cần sửa lại",
        Stage.Approved => "Đã duyệt",
        Stage.Scheduled => "Đã hẹn giờ đăng",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    public static string NameOf(Standing standing) => standing switch
    {
        Standing.Private => "Không đăng",
        Standing.Live => "Đang đăng",
        Standing.OnHold => "Đang tạm giữ",
        Standing.Archived => "Đã lưu trữ",
        Standing.Withdrawn => "Đã rút theo yêu cầu",
        Standing.Retracted => "Đã thu hồi",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    /// <summary>After "nội dung này".</summary>
    internal static string Now(Stage stage) => stage switch
    {
        Stage.Idle => "không có bản sửa nào đang làm",
        Stage.Draft => "còn là bản nháp, chưa gửi duyệt",
        Stage.InReview => "đang chờ duyệt",
        Stage.ChangesRequested => "đang chờ người viết sửa lại",
        Stage.Approved => "đã duyệt, đang chờ đăng",
        _ => "đã hẹn giờ đăng",
    };

    internal static string Now(Standing standing, bool wasPublic) => standing switch
    {
        Standing.Private => wasPublic ? "đã gỡ khỏi trang" : "chưa đăng",
        Standing.Live => "đang đăng",
        Standing.OnHold => "đang tạm giữ",
        Standing.Archived => "đã lưu trữ",
        Standing.Withdrawn => "đã rút theo yêu cầu của người được nêu; cần sự đồng ý mới trước khi làm tiếp",
        _ => "đã thu hồi",
    };

    /// <summary>What to do first, where it is not plain from the state.</summary>
    internal static string? First(Act act, Stage stage) => (act, stage) switch
    {
        (Act.Write, Stage.InReview) => "Bấm «Rút về sửa» trước khi sửa.",
        (Act.Write, Stage.Approved) => "Bấm «Rút về sửa» hoặc «Yêu cầu sửa» trước khi sửa.",
        (Act.Write or Act.Trash, Stage.Scheduled) => "Bấm «Bỏ hẹn giờ» trước.",
        (Act.Trash, Stage.InReview or Stage.Approved) => "Bấm «Rút về sửa» trước.",
        (Act.Publish or Act.Schedule or Act.Approve, Stage.ChangesRequested) => "Chờ người viết gửi duyệt lại.",
        (Act.Approve, Stage.Draft) => "Chờ người viết gửi duyệt.",
        _ => null,
    };

    internal static string? First(Act act, Standing standing) => (act, standing) switch
    {
        (Act.Trash, Standing.Live) => "Bấm «Gỡ khỏi trang» trước khi bỏ vào thùng rác.",
        (Act.Trash, not Standing.Private) => "Nội dung đã từng đăng ở trạng thái này được giữ làm hồ sơ.",
        (Act.Publish or Act.Schedule, Standing.OnHold) => "Bấm «Bỏ tạm giữ» trước.",
        _ => null,
    };
}
