using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager.Account;

/// <summary>Where a person is signed in, and signing out from afar.</summary>
public sealed class SessionsModel(MemberSessions sessions) : ManagerPage
{
    private const string Path = "/manager/account/sessions";

    public IReadOnlyList<MemberSession> Sessions { get; private set; } = [];

    public static string Tell(DateTimeOffset time) => SiteTime.Local(time).ToString("H:mm 'ngày' dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken cancellation) => Sessions = await sessions.ListAsync(User.MemberId(), cancellation);

    public async Task<IActionResult> OnPostEndAsync(string? session, CancellationToken cancellation)
    {
        await sessions.EndAsync(User.MemberId(), session ?? "", cancellation);
        return After(Path, "Đã đăng xuất thiết bị ấy.");
    }

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancellation)
    {
        await sessions.EndOthersAsync(User.MemberId(), User.SessionId(), cancellation);
        return After(Path, "Đã đăng xuất mọi thiết bị khác.");
    }
}
