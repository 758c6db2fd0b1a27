using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>What keeps settings of the site from being saved.</summary>
internal static class SettingsRules
{
    private const int MostLead = 12;

    public static async Task<Refusal?> WhyNotAsync(CmsDb db, SiteSettings settings, CancellationToken cancellation)
    {
        List<Problem> problems = [.. Texts(settings), .. Owners(settings.Owners)];
        if (settings.ShareImage is { } image && !await db.Media.AnyAsync(file => file.Id == image && file.ContentType.StartsWith("image/"), cancellation))
        {
            problems.Add(new Problem("Ảnh khi chia sẻ", "Ảnh này không còn trong thư viện."));
        }

        var known = await db.Items.CountAsync(item => settings.Lead.Contains(item.Id), cancellation);
        if (settings.Lead.Distinct().Count() != settings.Lead.Count || known != settings.Lead.Count)
        {
            problems.Add(new Problem("Bài chính ở trang chủ", "Mỗi bài chỉ chọn một lần, và phải là bài còn trong cổng."));
        }

        if (settings.Lead.Count > MostLead)
        {
            problems.Add(new Problem("Bài chính ở trang chủ", $"Chọn nhiều nhất {MostLead} bài."));
        }

        return problems.Count == 0 ? null : new Refusal("incomplete", "Chưa lưu được: còn chỗ cần sửa.") { Problems = problems };
    }

    private static IEnumerable<Problem> Texts(SiteSettings settings)
    {
        if (settings.Name.Length is 0 or > 80)
        {
            yield return new Problem("Tên trang", settings.Name.Length == 0 ? "Chưa điền." : "Dài quá 80 ký tự.");
        }

        foreach (var (label, text, most) in new[] { ("Khẩu hiệu", settings.Tagline, 160), ("Mô tả", settings.Description, 500), ("Ghi nguồn", settings.SourceNote ?? "", 500) })
        {
            if (text.Length > most)
            {
                yield return new Problem(label, $"Dài quá {most} ký tự.");
            }
        }
    }

    private static IEnumerable<Problem> Owners(IReadOnlyList<SiteOwner> owners)
    {
        for (var i = 0; i < owners.Count; i++)
        {
            var owner = owners[i];
            var label = $"Đơn vị chủ quản {i + 1}";
            if (owner.Name.Length == 0)
            {
                yield return new Problem(label, "Chưa điền tên đơn vị.");
            }

            if (owner.From > owner.To)
            {
                yield return new Problem(label, "Ngày bắt đầu sau ngày kết thúc.");
            }
            else if (owners.Take(i).FirstOrDefault(other => Overlap(owner, other)) is { } other)
            {
                yield return new Problem(label, $"Thời gian trùng với «{other.Name}». Mỗi ngày chỉ một đơn vị chủ quản; hãy sửa ngày bắt đầu hoặc kết thúc.");
            }
        }
    }

    private static bool Overlap(SiteOwner left, SiteOwner right) =>
        (left.From ?? DateOnly.MinValue) <= (right.To ?? DateOnly.MaxValue) && (right.From ?? DateOnly.MinValue) <= (left.To ?? DateOnly.MaxValue);
}
