using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Manager;

/// <summary>A way on in the newsroom's menu.</summary>
/// <param name="Icon">Name of its drawing in <c>icons.svg</c>.</param>
/// <param name="Needs">The right without which it is not shown; null for everybody.</param>
public sealed record NavigationLink(string Path, string Label, string Icon, Right? Needs = null);

/// <summary>The newsroom's menu, by task; each person sees what she may do.</summary>
public static class Navigation
{
    private static readonly (string Label, NavigationLink[] Links)[] Groups =
    [
        ("Biên tập",
        [
            new("/manager", "Bàn làm việc", "desk"),
            new("/manager/content", "Mọi nội dung", "stack", Right.Write),
            new("/manager/nominations", "Giới thiệu gương", "nominate", Right.Write),
            new("/manager/feedback", "Góp ý, đính chính", "letter", Right.EditAll),
            new("/manager/media", "Thư viện ảnh, tệp", "picture"),
            new("/manager/pages", "Cây trang", "tree", Right.ManageSite),
        ]),
        ("Thi đua, khen thưởng",
        [
            new("/manager/subjects", "Hồ sơ gương", "dossier", Right.EditAll),
            new("/manager/tracking", "Theo dõi gương", "eye", Right.EditAll),
            new("/manager/replications", "Nhân rộng", "spread", Right.Write),
            new("/manager/contributions", "Sổ đóng góp", "gift", Right.EditAll),
            new("/manager/commendations", "Sổ khen thưởng", "medal", Right.Write),
            new("/manager/registrations", "Đăng ký phấn đấu", "strive", Right.Write),
            new("/manager/plans", "Kế hoạch của đơn vị", "plan", Right.Write),
            new("/manager/rankings", "Chấm điểm, xếp hạng", "book", Right.Write),
            new("/manager/consultations", "Lấy ý kiến", "consult", Right.ManageExemplars),
            new("/manager/council", "Hội đồng", "council", Right.ManageExemplars),
            new("/manager/meetings", "Họp Hội đồng", "letter", Right.Write),
            new("/manager/inspections", "Kiểm tra", "search", Right.ManageExemplars),
            new("/manager/reports", "Báo cáo định kỳ", "report", Right.ManageExemplars),
            new("/manager/plan", "Kế hoạch → phần mềm", "stack"),
        ]),
        ("Trang web",
        [
            new("/manager/menus", "Menu", "menu", Right.ManageSite),
            new("/manager/sections", "Chuyên trang", "section", Right.ManageSite),
            new("/manager/terms", "Danh mục", "tag", Right.ManageSite),
            new("/manager/units", "Đơn vị, địa phương", "place", Right.ManageSite),
            new("/manager/search", "Bạn đọc tìm gì", "search", Right.ManageSite),
            new("/manager/words", "Chữ tắt, từ cùng nghĩa", "words", Right.ManageSite),
            new("/manager/redirects", "Địa chỉ chuyển hướng", "forward", Right.ManageSite),
            new("/manager/settings", "Cài đặt trang", "settings", Right.ManageSite),
        ]),
        ("Tòa soạn",
        [
            new("/manager/members", "Thành viên", "people", Right.ManageMembers),
            new("/manager/audit", "Nhật ký", "book", Right.ReadAudit),
        ]),
    ];

    /// <summary>The groups this person has something in.</summary>
    public static IEnumerable<(string Label, IReadOnlyList<NavigationLink> Links)> For(Actor member) => Groups
        .Select(group => (group.Label, Links: (IReadOnlyList<NavigationLink>)[.. group.Links.Where(link => link.Needs is not { } right || member.May(right))]))
        .Where(static group => group.Links.Count > 0);

    /// <summary>The link whose screen, or whose part, the address is.</summary>
    public static bool IsAt(NavigationLink link, PathString path) => link.Path == "/manager"
        ? path == "/manager"
        : path.StartsWithSegments(link.Path, StringComparison.Ordinal);
}
