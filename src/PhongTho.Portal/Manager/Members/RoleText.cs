using PhongTho.Cms.Members;

namespace PhongTho.Portal.Manager.Members;

/// <summary>What a role means, for whoever gives it.</summary>
internal static class RoleText
{
    public static string Of(Role role) => role switch
    {
        Role.Contributor => "Viết bài từ đơn vị của mình rồi gửi tòa soạn; chỉ thấy bài của đơn vị.",
        Role.Editor => "Viết, sửa, kiểm tra bài của mọi người; yêu cầu sửa lại; giữ thư viện ảnh.",
        Role.Publisher => "Duyệt và quyết định đăng, gỡ; sắp xếp trang.",
        Role.EmulationOfficer => "Giữ hồ sơ điển hình và sổ khen thưởng.",
        Role.Administrator => "Giữ tài khoản, cài đặt, danh mục; không quyết định nội dung.",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
