using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Audit;

/// <summary>A group of acts, as the log can be narrowed to.</summary>
public sealed record ActGroup(string Key, string Label, IReadOnlyList<ChangeVerb> Verbs);

/// <summary>Acts of the log as a Vietnamese sentence goes on after a name.</summary>
public static class AuditWords
{
    public static IReadOnlyList<ActGroup> Groups { get; } =
    [
        new("viet", "Viết và duyệt", [ChangeVerb.Drafted, ChangeVerb.Submitted, ChangeVerb.Recalled, ChangeVerb.ChangesRequested, ChangeVerb.Approved, ChangeVerb.RevisionsPruned]),
        new("dang", "Đăng và gỡ",
        [
            ChangeVerb.Published, ChangeVerb.Scheduled, ChangeVerb.Unscheduled, ChangeVerb.Unpublished, ChangeVerb.Held, ChangeVerb.Released, ChangeVerb.Withdrawn,
            ChangeVerb.Retracted, ChangeVerb.Archived, ChangeVerb.Forwarded,
        ]),
        new("thung-rac", "Thùng rác", [ChangeVerb.Trashed, ChangeVerb.Restored, ChangeVerb.Deleted]),
        new("tep", "Ảnh, tệp", [ChangeVerb.MediaAdded, ChangeVerb.MediaDescribed, ChangeVerb.MediaMoved, ChangeVerb.MediaReplaced, ChangeVerb.MediaDeleted]),
        new("trang", "Trang web", [ChangeVerb.SettingsSaved, ChangeVerb.TermsSaved, ChangeVerb.UnitsSaved, ChangeVerb.AliasesSaved, ChangeVerb.Moved]),
        new("gioi-thieu", "Giới thiệu gương", [ChangeVerb.NominationReceived, ChangeVerb.NominationMoved, ChangeVerb.NominationKept]),
        new("ho-so", "Hồ sơ gương, đồng ý", [ChangeVerb.SubjectAdded, ChangeVerb.SubjectChanged, ChangeVerb.SubjectMoved, ChangeVerb.StageShown, ChangeVerb.ConsentChanged, ChangeVerb.ConsentExpiring, ChangeVerb.ChannelsChanged, ChangeVerb.Erased]),
        new("thi-dua", "Thi đua, lấy ý kiến",
        [
            ChangeVerb.RegistrationMoved, ChangeVerb.RegistrationKept, ChangeVerb.UnitPlanKept, ChangeVerb.ConsultationKept, ChangeVerb.ConsultationTurned,
            ChangeVerb.CommentReceived, ChangeVerb.CommentKept, ChangeVerb.ScoresKept, ChangeVerb.RankingShown, ChangeVerb.InspectionKept, ChangeVerb.CouncilMeetingKept,
        ]),
        new("gop-y", "Góp ý, đính chính", [ChangeVerb.FeedbackReceived, ChangeVerb.FeedbackMoved, ChangeVerb.FeedbackKept, ChangeVerb.FeedbackShown]),
        new("nhan-rong", "Nhân rộng, đóng góp",
        [
            ChangeVerb.ReplicationReceived, ChangeVerb.ReplicationMoved, ChangeVerb.ReplicationKept, ChangeVerb.ContributionsSaved, ChangeVerb.TrackingAdded,
        ]),
        new("so-khen", "Sổ khen thưởng", [ChangeVerb.CommendationKept, ChangeVerb.CommendationShown]),
        new("tim-kiem", "Tìm kiếm", [ChangeVerb.QuestionKept, ChangeVerb.AbbreviationsSaved, ChangeVerb.SynonymsSaved]),
        new("nguoi", "Thành viên", [ChangeVerb.MemberAdded, ChangeVerb.MemberChanged, ChangeVerb.MemberReset, ChangeVerb.MemberClosed]),
    ];

    public static string Of(ChangeVerb verb) => verb switch
    {
        ChangeVerb.Drafted => "đã lưu bản nháp của",
        ChangeVerb.Moved => "đã dời trong trang",
        ChangeVerb.Scheduled => "đã hẹn giờ cho",
        ChangeVerb.Unscheduled => "đã bỏ hẹn giờ của",
        ChangeVerb.Published => "đã đăng",
        ChangeVerb.Unpublished => "đã gỡ khỏi trang",
        ChangeVerb.Held => "đã tạm giữ để kiểm tra",
        ChangeVerb.Released => "đã cho hiện lại",
        ChangeVerb.Withdrawn => "đã rút theo yêu cầu của người được nêu",
        ChangeVerb.Retracted => "đã thu hồi vì sai sự thật",
        ChangeVerb.Archived => "đã đưa vào lưu trữ",
        ChangeVerb.Forwarded => "đã chuyển người đọc đi nơi khác từ",
        ChangeVerb.Submitted => "đã gửi duyệt",
        ChangeVerb.Recalled => "đã rút về sửa",
        ChangeVerb.ChangesRequested => "đã yêu cầu sửa",
        ChangeVerb.Approved => "đã duyệt",
        ChangeVerb.Trashed => "đã bỏ vào thùng rác",
        ChangeVerb.Restored => "đã lấy lại từ thùng rác",
        ChangeVerb.Deleted => "đã xóa hẳn",
        ChangeVerb.RevisionsPruned => "đã dọn các bản nháp cũ của",
        ChangeVerb.SettingsSaved or ChangeVerb.TermsSaved => "đã sửa",
        ChangeVerb.UnitsSaved => "đã sửa sổ đơn vị:",
        ChangeVerb.AliasesSaved => "đã sửa chuyển hướng",
        ChangeVerb.MediaAdded => "đã thêm tệp",
        ChangeVerb.MediaDescribed => "đã ghi chú thích cho tệp",
        ChangeVerb.MediaMoved => "đã đổi chỗ tệp",
        ChangeVerb.MediaReplaced => "đã thay tệp",
        ChangeVerb.MediaDeleted => "đã xóa tệp",
        ChangeVerb.MemberAdded => "đã thêm thành viên",
        ChangeVerb.MemberChanged => "đã sửa thành viên",
        ChangeVerb.MemberReset => "đã cấp lại lối vào cho thành viên",
        ChangeVerb.MemberClosed => "đã đóng tài khoản của",
        ChangeVerb.NominationReceived or ChangeVerb.CommentReceived or ChangeVerb.FeedbackReceived => "đã gửi",
        ChangeVerb.NominationMoved => "đã chuyển bước",
        ChangeVerb.NominationKept or ChangeVerb.RegistrationKept or ChangeVerb.UnitPlanKept or ChangeVerb.ConsultationKept or ChangeVerb.CommentKept => "đã cập nhật",
        ChangeVerb.SubjectAdded => "đã lập",
        ChangeVerb.SubjectChanged => "đã cập nhật",
        ChangeVerb.SubjectMoved => "đã chuyển bước",
        ChangeVerb.ConsentChanged => "đã ghi sự đồng ý trong",
        ChangeVerb.ConsentExpiring => "đã nhắc sắp hết hạn đồng ý trong",
        ChangeVerb.ChannelsChanged => "đã đổi nơi xuất hiện, theo sự đồng ý, của",
        ChangeVerb.StageShown => "đã đổi giai đoạn hiện trên trang, theo hồ sơ, của",
        ChangeVerb.Erased => "đã xóa lời văn, theo yêu cầu của người được nêu, trong",
        ChangeVerb.RegistrationMoved => "đã chuyển bước",
        ChangeVerb.ConsultationTurned => "đã đổi trạng thái theo ngày của",
        ChangeVerb.FeedbackMoved => "đã chuyển bước",
        ChangeVerb.ReplicationReceived => "đã ghi danh",
        ChangeVerb.ReplicationMoved => "đã chuyển bước",
        ChangeVerb.ContributionsSaved => "đã sửa",
        ChangeVerb.TrackingAdded => "đã ghi theo dõi vào",
        ChangeVerb.FeedbackKept or ChangeVerb.FeedbackShown or ChangeVerb.ReplicationKept or ChangeVerb.ScoresKept or ChangeVerb.InspectionKept or ChangeVerb.CouncilMeetingKept => "đã cập nhật",
        ChangeVerb.RankingShown => "đã công bố",
        ChangeVerb.CommendationKept or ChangeVerb.CommendationShown => "đã ghi sổ khen thưởng:",
        ChangeVerb.QuestionKept => "đã xem",
        ChangeVerb.AbbreviationsSaved or ChangeVerb.SynonymsSaved => "đã sửa",
        _ => throw new ArgumentOutOfRangeException(nameof(verb)),
    };

    /// <summary>What was said with the act, in the words of people; null when nothing was.</summary>
    public static string? NoteOf(AuditEntry entry) => entry switch
    {
        { Note: null or "" } => null,
        { Subject: { } subject } when subject.StartsWith("member:", StringComparison.Ordinal) =>
            string.Join(", ", entry.Note.Split(", ").Select(static word => Roles.Find(word) is { } role ? Roles.NameOf(role) : word)),
        { Verb: ChangeVerb.AliasesSaved } => entry.Note == "gone" ? "báo đã gỡ hẳn" : "dẫn tới " + entry.Note,
        _ => entry.Note,
    };

    /// <summary>What was changed when it is not an item.</summary>
    /// <param name="members">Names by id.</param>
    public static string SubjectOf(AuditEntry entry, SiteBook book, IReadOnlyDictionary<string, string> members)
    {
        var (kind, name) = entry.Subject?.Split(':', 2) is [var left, var right] ? (left, right) : (entry.Subject ?? "", "");
        return kind switch
        {
            "setting" => name switch
            {
                Cms.Sites.SiteSettings.Key => "cài đặt trang",
                Cms.Sites.Menus.Key => "menu",
                Cms.Commendations.CommendationRules.Key => "bảng thẩm quyền khen thưởng",
                Cms.Sites.Sections.Key => "các chuyên trang",
                Cms.Feedback.PromiseBook.Key or "feedback" => "thời hạn trả lời góp ý",
                Cms.Office.Councils.Council.Key => "Hội đồng Thi đua - Khen thưởng",
                Cms.Office.Reports.ReportSettings.Key => "thể thức báo cáo",
                _ => $"cài đặt «{name}»",
            },
            "subject" => "hồ sơ gương " + name[^Math.Min(8, name.Length)..],
            "subjects" => "các hồ sơ gương",
            "terms" => $"danh mục «{book.TaxonomyLabels.GetValueOrDefault(name, name)}»",
            "unit" => $"«{book.Unit(name)?.FullName ?? name}»",
            "units" => "sổ đơn vị",
            "alias" => "/" + name,
            "media" => $"«{name}»",
            "member" => $"«{members.GetValueOrDefault(name, name)}»",
            "commendation" => "dòng " + name,
            "commendations" => "từ tệp ban đầu",
            "nomination" => "lời giới thiệu " + name,
            "feedback" => "thư góp ý " + name,
            "registration" => name.Length == 4 ? "đợt đăng ký năm " + name : "một bản đăng ký phấn đấu",
            "plan" => name.Split(':') is [var year, var unit] ? $"kế hoạch năm {year} của {book.Unit(unit)?.FullName ?? unit}" : "kế hoạch của đơn vị",
            "scores" => name.Length == 4 ? "bảng điểm năm " + name : "khối, cụm năm " + name,
            "rankings" => "các bảng xếp hạng ban đầu",
            "inspection" => "một cuộc kiểm tra",
            "meeting" => "một phiên họp Hội đồng",
            "consultations" => "các lần lấy ý kiến",
            "consultation" => $"lần lấy ý kiến «{name}»",
            "comment" => $"ý kiến về «{name}»",
            "replication" => "lượt làm theo " + name,
            "replications" => "các lượt làm theo",
            "contribution" or "contributions" => "sổ đóng góp",
            Cms.Questions.QuestionDesk.Subject => "một lời bạn đọc tìm mà chưa thấy",
            Cms.Questions.WordDesk.Subject => entry.Verb == ChangeVerb.SynonymsSaved ? "từ cùng nghĩa của tìm kiếm" : "chữ viết tắt của tìm kiếm",
            "seed" => "nội dung ban đầu",
            _ => entry.Subject ?? "",
        };
    }
}
