using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Manager.SignIn;

/// <summary>Where a door leads, and what it says to those who stay outside. It never says which address has an account.</summary>
internal static class Doors
{
    public static Refusal Wrong { get; } = new(
        "wrong", $"Thư điện tử hoặc mật khẩu chưa đúng. Sau {SignIns.Tries} lần sai liền nhau, tài khoản nghỉ {SignIns.Rest.TotalMinutes} phút rồi mới thử lại được.");

    public static Refusal WrongCode { get; } = new(
        "wrong", $"Mã chưa đúng hoặc đã dùng rồi. Sau {SignIns.Tries} lần sai liền nhau, tài khoản nghỉ {SignIns.Rest.TotalMinutes} phút rồi mới thử lại được.");

    public static Refusal WrongKey { get; } = new("wrong", "Không đăng nhập được bằng khóa này. Hãy thử lại, hoặc dùng mật khẩu.");

    public static Refusal TooMany { get; } = new("tooMany", "Có quá nhiều lần thử trong phút vừa rồi. Xin chờ một phút rồi thử lại.");

    /// <summary>An address of this site, so that no link leads a person who just signed in to somewhere else.</summary>
    public static string Inside(IUrlHelper url, string? returnUrl) => url.IsLocalUrl(returnUrl) ? returnUrl! : "/manager";
}
