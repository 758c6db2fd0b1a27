using System.Globalization;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Members;

/// <summary>What an administrator reads of an account at a glance.</summary>
internal static class MembersText
{
    public static string Safety(MemberRow row) => row switch
    {
        { LinkUntil: { } until, Member.PasswordHash: null } => $"Chờ đặt mật khẩu, đường dẫn dùng đến {Time(until)}",
        { Member.PasswordHash: null } => "Chưa có mật khẩu, cần cấp đường dẫn",
        { Passkeys: > 0, Member.TwoFactorEnabled: true } => "Khóa truy cập, mã xác nhận",
        { Passkeys: > 0 } => "Khóa truy cập",
        { Member.TwoFactorEnabled: true } => "Mã xác nhận",
        _ => "Chỉ mật khẩu",
    };

    public static string Seen(MemberRow row) => row.Member.LastSignInAt is { } at ? Time(at) : "Chưa lần nào";

    public static string Time(DateTimeOffset time) => SiteTime.Local(time).ToString("H:mm 'ngày' dd/MM/yyyy", CultureInfo.InvariantCulture);
}
