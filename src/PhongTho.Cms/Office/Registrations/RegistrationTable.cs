using PhongTho.Cms.Office.Papers;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Office.Registrations;

/// <summary>Registrations of a year as tables that leave the portal.</summary>
public static class RegistrationTable
{
    public static PaperTable Of(RegistrationList list) => new(
        "Đăng ký",
        $"ĐĂNG KÝ PHẤN ĐẤU NĂM {list.Round.Year}",
        [new("Đơn vị", 26), new("Đối tượng", 24), new("Tên", 28), new("Danh hiệu, hình thức phấn đấu", 30), new("Tiêu chí tự đánh giá đạt", 14), new("Trên tổng số", 10), new("Bước", 14), new("Từ ngày", 13)],
        [.. list.Rows.Select(static row => (object?[])[row.UnitName, row.Kind, row.Name, row.Target, row.Met, row.Asked, RegistrationSteps.NameOf(row.State), DateOnly.FromDateTime(SiteTime.Local(row.StateAt).DateTime)])]);

    public static PaperTable OfUnits(RegistrationList list) => new(
        "Đơn vị",
        $"ĐƠN VỊ PHẢI ĐĂNG KÝ NĂM {list.Round.Year} (HẠN {list.Round.Deadline:dd'/'MM'/'yyyy})",
        [new("Đơn vị", 30), new("Đã nộp", 10), new("Đang soạn", 10), new("Ghi chú", 16)],
        [.. list.Units.Select(static unit => (object?[])[unit.Name, unit.Submitted, unit.Drafts, unit.IsOverdue ? "Quá hạn" : null])]);
}
