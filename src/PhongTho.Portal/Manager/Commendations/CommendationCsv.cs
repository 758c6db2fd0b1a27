using System.Globalization;
using PhongTho.Cms.Commendations;

namespace PhongTho.Portal.Manager.Commendations;

/// <summary>The office's rows as a file: also what readers do not see.</summary>
internal static class CommendationCsv
{
    public static string[] Head { get; } =
    [
        "Mã", "Tình trạng", "Tên", "Đối tượng", "Đơn vị", "Hình thức", "Dịp khen", "Thành tích", "Mã thành tích", "Ngày của việc làm", "Nhận đề nghị", "Nơi đề nghị", "Số quyết định", "Ngày quyết định",
        "Người ký", "Chức vụ", "Người quyết định", "Luật áp dụng", "Trực tiếp lao động", "Tập thể nhỏ", "Số ngày (đột xuất)", "Hủy bỏ theo", "Ngày hủy bỏ", "Lý do",
    ];

    public static string[] Cells(CommendationListRow line)
    {
        var row = line.Row;
        return
        [
            row.Code, CommendationSteps.NameOf(row.State), row.SubjectName, line.Kind, line.Place?.FullName ?? "", line.Form, line.Occasion ?? "", row.Achievement, row.AchievementKey,
            row.EventOn?.ToString() ?? "", row.ReceivedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", row.ProposedBy, row.Decision, row.DecidedOn?.ToString() ?? "", row.Signer, row.SignerPost,
            row.Authority, row.Regime ?? "", Said(row.IsDirectWorker), Said(row.IsSmallCollective), line.Days?.ToString(CultureInfo.InvariantCulture) ?? "", row.RevokedBy, row.RevokedOn?.ToString() ?? "", row.Reason,
        ];
    }

    private static string Said(bool? flag) => flag switch { true => "có", false => "không", _ => "" };
}
