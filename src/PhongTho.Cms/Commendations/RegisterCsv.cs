using System.Globalization;
using PhongTho.Cms.Spreadsheets;

namespace PhongTho.Cms.Commendations;

/// <summary>The public register as a file: one line a commendation, days as they are known.</summary>
public static class RegisterCsv
{
    private static readonly string[] head =
    [
        "Mã", "Tên", "Đối tượng", "Đơn vị", "Nay thuộc", "Hình thức", "Dịp khen", "Thành tích", "Ngày của việc làm", "Số quyết định", "Ngày quyết định", "Người quyết định", "Tình trạng",
        "Hủy bỏ theo", "Ngày hủy bỏ", "Trực tiếp lao động", "Tập thể nhỏ", "Số ngày từ việc làm đến quyết định", "Số ngày từ quyết định đến bài", "Dữ liệu mẫu", "Địa chỉ",
    ];

    /// <param name="baseUrl">Scheme and host for addresses.</param>
    public static byte[] Write(IEnumerable<RegisterEntry> entries, string baseUrl) => CsvTable.Write(head, entries.Select(entry => Cells(entry, baseUrl)));

    private static string[] Cells(RegisterEntry entry, string baseUrl)
    {
        var row = entry.Row;
        return
        [
            row.Code, row.SubjectName, entry.Kind.Name, entry.Place?.FullName ?? "", entry.Place?.Now ?? "", entry.Form.Name, entry.Occasion?.Name ?? "", row.Achievement,
            row.EventOn?.ToString() ?? "", row.Decision, row.DecidedOn?.ToString() ?? "", row.Authority, row.IsRevoked ? "Đã hủy bỏ" : "Có hiệu lực",
            row.RevokedBy, row.RevokedOn?.ToString() ?? "", Said(row.IsDirectWorker), Said(row.IsSmallCollective), Days(row.DaysToDecision), Days(row.DaysToStory),
            row.IsSample ? "có" : "", row.ItemPath is { } path ? baseUrl + path : "",
        ];
    }

    private static string Said(bool? flag) => flag switch { true => "có", false => "không", _ => "" };

    private static string Days(int? days) => days?.ToString(CultureInfo.InvariantCulture) ?? "";
}
