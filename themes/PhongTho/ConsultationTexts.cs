using PhongTho.Cms.Office.Consultations;

namespace PhongTho.Theme;

/// <summary>How readers are told where a consultation stands.</summary>
public static class ConsultationTexts
{
    public static string NameOf(ConsultationState state) => state switch
    {
        ConsultationState.Draft => "Đang soạn",
        ConsultationState.Upcoming => "Sắp mở",
        ConsultationState.Open => "Đang nhận ý kiến",
        ConsultationState.Closed => "Hết hạn, chờ kết quả",
        ConsultationState.Concluded => "Đã có kết quả",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>Class of its mark.</summary>
    public static string MarkOf(ConsultationState state) => state switch
    {
        ConsultationState.Open => "is-open",
        ConsultationState.Concluded => "is-done",
        _ => "is-waiting",
    };
}
