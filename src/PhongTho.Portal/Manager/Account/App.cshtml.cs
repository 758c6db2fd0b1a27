using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Publishing;
using PhongTho.Cms.Sites;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager.Account;

/// <summary>The second step of signing in: an app's codes, and recovery codes on paper. Every change of it asks the password again.</summary>
public sealed class AppModel(MemberDirectory directory, SecondFactor second, SignIns signIns, SiteBooks books, TimeProvider clock) : ManagerPage
{
    private const string Path = "/manager/account/app";

    private static readonly Refusal WrongPassword = new("wrong", "Mật khẩu hiện tại chưa đúng.");

    public string Email { get; private set; } = "";

    public bool IsOn { get; private set; }

    public int CodesLeft { get; private set; }

    public string SpacedKey { get; private set; } = "";

    public SquareCode Square { get; private set; } = SquareCode.None;

    /// <summary>New recovery codes, on this one answer only.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public DateOnly Today => SiteTime.Today(clock);

    public Task OnGetAsync(CancellationToken cancellation) => ReadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(string? code, string? password, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (IsOn)
        {
            return Redirect(Path);
        }

        if (await signIns.ByPasswordAsync(Email, password ?? "", cancellation) is null)
        {
            return Again(WrongPassword);
        }

        Codes = await second.ConfirmAsync(User.MemberId(), code ?? "", cancellation);
        return Codes is null ? Again(new Refusal("wrong", "Mã chưa đúng. Hãy nhập mã đang hiện trong ứng dụng; nếu vẫn sai, xem giờ của điện thoại có đúng không.")) : Page();
    }

    public async Task<IActionResult> OnPostCodesAsync(string? password, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (!IsOn || await signIns.ByPasswordAsync(Email, password ?? "", cancellation) is null)
        {
            return Again(WrongPassword);
        }

        Codes = await second.RenewCodesAsync(User.MemberId(), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? password, CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        if (await signIns.ByPasswordAsync(Email, password ?? "", cancellation) is null)
        {
            return Again(WrongPassword);
        }

        await second.RemoveAsync(User.MemberId(), cancellation);
        return After(Path, "Đã tắt mã xác nhận.");
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var me = (await directory.FindAsync(User.MemberId(), cancellation))!;
        (Email, IsOn) = (me.Email!, me.TwoFactorEnabled);
        if (IsOn)
        {
            CodesLeft = await second.CountCodesAsync(me.Id, cancellation);
            return;
        }

        var key = await second.OfferAsync(me.Id, cancellation);
        SpacedKey = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
        Square = SquareCode.Of(Totp.Address((await books.CurrentAsync(cancellation)).Settings.Name, Email, key));
    }
}
