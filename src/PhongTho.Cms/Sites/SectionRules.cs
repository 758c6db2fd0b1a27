using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>What a section may be: its address, what it lists, how it is drawn.</summary>
public static partial class SectionRules
{
    /// <summary>How a section's list can be drawn, by key.</summary>
    public static IReadOnlyDictionary<string, string> Layouts { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["danh-sach"] = "Danh sách có ảnh nhỏ",
        ["the"] = "Thẻ ảnh",
        ["van-ban"] = "Bảng văn bản",
        ["so-khen"] = "Sổ khen thưởng",
    };

    /// <summary>The type of content whose items have their addresses under the section; null when there is none.</summary>
    public static ContentType? HomeOf(string path) => ContentTypes.All.FirstOrDefault(type => type.Section.Length > 0 && type.Section == path);

    /// <summary>Why the section cannot be deleted now; null when it can.</summary>
    public static Refusal? WhyNotDelete(Section? section, Menus menus)
    {
        if (section is null)
        {
            return new Refusal("missing", "Chuyên trang này không còn.");
        }

        if (HomeOf(section.Path) is { } type)
        {
            return new Refusal("home", $"Không xóa được: mọi nội dung loại «{type.Label}» có địa chỉ nằm dưới chuyên trang này.");
        }

        return MenuRules.All(menus).FirstOrDefault(entry => Destinations.PathOf(entry.Path) == section.Path) is { } entry
            ? new Refusal("inMenu", $"Chưa xóa được: mục «{entry.Label}» trong menu đang dẫn tới đây. Hãy gỡ mục đó khỏi menu trước.")
            : null;
    }

    internal static async Task<Refusal?> WhyNotSaveAsync(
        CmsDb db, SiteBook book, IReadOnlyList<Section> all, Section? before, Section section, CancellationToken cancellation)
    {
        List<Problem> problems = [.. Parts(section), .. Terms(book, section)];
        if (before?.Path != section.Path && await WhyNotAtAsync(db, all, before, section.Path, cancellation) is { } message)
        {
            problems.Add(new Problem("Đường dẫn", message));
        }

        return problems.Count == 0 ? null : new Refusal("incomplete", "Chưa lưu được chuyên trang: còn chỗ cần sửa.") { Problems = problems };
    }

    private static async Task<string?> WhyNotAtAsync(CmsDb db, IReadOnlyList<Section> all, Section? before, string path, CancellationToken cancellation)
    {
        if (before is not null && HomeOf(before.Path) is { } type)
        {
            return $"Không đổi được: mọi nội dung loại «{type.Label}» có địa chỉ nằm dưới «/{before.Path}».";
        }

        if (!Address().IsMatch(path))
        {
            return "Chỉ dùng chữ thường không dấu, chữ số, gạch nối, nhiều nhất hai cấp; ví dụ tin-tuc/giao-duc.";
        }

        if (Destinations.IsOfTheHouse(path))
        {
            return "Địa chỉ này cổng dùng cho việc khác.";
        }

        if (all.Any(section => section != before && section.Path == path))
        {
            return "Đã có chuyên trang khác ở địa chỉ này.";
        }

        return await db.Items.AnyAsync(item => item.Path == path, cancellation) ? "Đã có một bài ở địa chỉ này." : null;
    }

    private static IEnumerable<Problem> Parts(Section section)
    {
        if (section.Name.Length is 0 or > 120)
        {
            yield return new Problem("Tên", section.Name.Length == 0 ? "Chưa điền." : "Dài quá 120 ký tự.");
        }

        if (section.Introduction.Length > 1000)
        {
            yield return new Problem("Lời giới thiệu", "Dài quá 1000 ký tự.");
        }

        if (section.Types.Count == 0 || section.Types.Any(static type => ContentTypes.Find(type) is null))
        {
            yield return new Problem("Loại nội dung", "Chọn ít nhất một loại.");
        }

        if (!Layouts.ContainsKey(section.Layout))
        {
            yield return new Problem("Kiểu trình bày", "Chọn một kiểu trong danh sách.");
        }
    }

    private static IEnumerable<Problem> Terms(SiteBook book, Section section)
    {
        if (section.Filters.FirstOrDefault(filter => !book.TaxonomyLabels.ContainsKey(filter)) is { } unknown)
        {
            yield return new Problem("Bộ lọc", $"Không có danh mục «{unknown}».");
        }

        foreach (var (taxonomy, slugs) in section.Conditions)
        {
            if (slugs.FirstOrDefault(slug => slug != "*" && !book.Knows(taxonomy, slug)) is { } missing)
            {
                yield return new Problem("Điều kiện", $"Danh mục «{book.TaxonomyLabels.GetValueOrDefault(taxonomy, taxonomy)}» không có mục «{missing}».");
            }
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
