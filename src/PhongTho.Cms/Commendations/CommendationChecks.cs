using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Subjects;

namespace PhongTho.Cms.Commendations;

/// <summary>What keeps an entry out of the register. Doubts about who may decide what are warnings, not reasons (rule R3).</summary>
internal static class CommendationChecks
{
    /// <param name="isDecided">It is to stand where readers see it, so number, day and authority must be there.</param>
    public static IReadOnlyList<Problem> Of(CommendationEntry entry, bool isDecided, SiteBook book, DateOnly today)
    {
        var problems = new List<Problem>();
        Ask(entry.SubjectName.Trim().Length is > 0 and <= 160, "Tên", "Hãy ghi tên người, hộ hoặc tập thể được khen (tối đa 160 chữ).");
        Ask(Known(Taxonomies.SubjectKind, entry.SubjectKind), "Đối tượng", "Hãy chọn đối tượng.");
        Ask(Known(Taxonomies.CommendationForm, entry.Form), "Hình thức", "Hãy chọn hình thức hoặc danh hiệu.");
        Ask(entry.Occasion is null || Known(Taxonomies.Occasion, entry.Occasion), "Dịp khen", "Không có dịp khen này trong danh mục.");
        Ask(entry.Unit is null || Known(Taxonomies.Unit, entry.Unit), "Xã, phường", "Không có đơn vị này trong sổ đơn vị.");
        Ask(entry.AuthorityUnit is null || Known(Taxonomies.Issuer, entry.AuthorityUnit), "Đơn vị quyết định", "Không có đơn vị này trong sổ đơn vị.");
        Ask(entry.Achievement.Trim().Length <= 400, "Thành tích", "Thành tích dài quá; tối đa 400 chữ.");
        Ask(string.IsNullOrWhiteSpace(entry.Decision) || DecisionReference.Read(entry.Decision) is not null, "Số quyết định", "Viết số và ký hiệu như «1093/QĐ-UBND».");
        Ask(entry.DecidedOn is not { } day || day.FirstDay <= today, "Ngày quyết định", "Ngày quyết định không thể ở sau hôm nay.");
        Ask(entry.EventOn is not { } deed || deed.FirstDay <= today, "Ngày của việc làm", "Ngày của việc làm không thể ở sau hôm nay.");
        if (isDecided && Missing(entry, book) is { } missing)
        {
            problems.Add(missing);
        }

        return problems;

        bool Known(string taxonomy, string slug) => slug.Length > 0 && book.Knows(taxonomy, slug);

        void Ask(bool isRight, string field, string message)
        {
            if (!isRight)
            {
                problems.Add(new Problem(field, message));
            }
        }
    }

    /// <summary>Rule R3: nothing is shown without number, day and authority. Praise outside the law has no number.</summary>
    public static Problem? Missing(CommendationEntry entry, SiteBook book)
    {
        string[] missing =
        [
            .. !IsStatutory(entry.Form, book) || !string.IsNullOrWhiteSpace(entry.Decision) ? (string[])[] : ["số quyết định"],
            .. entry.DecidedOn is not null ? (string[])[] : ["ngày quyết định"],
            .. !string.IsNullOrWhiteSpace(entry.Authority) ? (string[])[] : ["cơ quan, người quyết định"],
        ];
        return missing.Length == 0 ? null : new Problem("Quyết định", $"Còn thiếu {string.Join(", ", missing)}; lời khen chỉ được công khai khi có đủ.");
    }

    public static bool IsStatutory(string form, SiteBook book) =>
        book.CommendationRules.FormOf(form)?.Statutory ?? book.Term(Taxonomies.CommendationForm, form)?.Group != "recognition";

    public static bool IsCollective(string kind) => !SubjectKinds.IsPrivate(kind);
}
