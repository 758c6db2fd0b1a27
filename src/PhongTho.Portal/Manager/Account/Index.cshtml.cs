using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Sites;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager.Account;

/// <summary>A person's own name and password.</summary>
public sealed class IndexModel(MemberDirectory directory, OwnAccount account, MemberSessions sessions, SiteBooks books) : ManagerPage
{
    private const string Path = "/manager/account";

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string? UnitName { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostNameAsync(string? name, CancellationToken cancellation)
    {
        var outcome = await account.RenameAsync(User.MemberId(), name ?? "", cancellation);
        return await AnswerAsync(outcome, "Đã lưu tên.", cancellation);
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? current, string? next, CancellationToken cancellation)
    {
        var outcome = await account.ChangePasswordAsync(User.MemberId(), current ?? "", next ?? "", cancellation);
        if (outcome is MemberOutcome.Done { Member: var member })
        {
            // This device showed the old password a moment ago: its session goes on under the new one.
            await HttpContext.SignInAsync(IdentityConstants.ApplicationScheme, SessionClaims.Of(member), (await HttpContext.AuthenticateAsync()).Properties);
            await sessions.EndOthersAsync(member.Id, User.SessionId(), cancellation);
        }

        return await AnswerAsync(outcome, "Đã đổi mật khẩu. Các thiết bị khác đã bị đăng xuất.", cancellation);
    }

    private async Task<IActionResult> AnswerAsync(MemberOutcome outcome, string done, CancellationToken cancellation)
    {
        if (outcome is not MemberOutcome.Refused { Reason: var reason })
        {
            return After(Path, done);
        }

        await ReadAsync(cancellation);
        return Again(reason);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var member = await directory.FindAsync(User.MemberId(), cancellation);
        (Name, Email) = (member!.Name, member.Email!);
        UnitName = (await books.CurrentAsync(cancellation)).Unit(member.Unit)?.FullName;
    }
}
