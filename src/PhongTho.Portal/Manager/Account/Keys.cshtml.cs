using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager.Account;

/// <summary>A person's passkeys.</summary>
public sealed class KeysModel(SignInManager<Member> passkeys, SignIns signIns) : ManagerPage
{
    private const string Path = "/manager/account/keys";
    private const int LongestName = 60;

    public IReadOnlyList<UserPasskeyInfo> Keys { get; private set; } = [];

    public string Email { get; private set; } = "";

    public static string IdOf(UserPasskeyInfo key) => Base64Url.EncodeToString(key.CredentialId);

    public async Task OnGetAsync()
    {
        var me = await MeAsync();
        Email = me.Email!;
        Keys = [.. (await passkeys.UserManager.GetPasskeysAsync(me)).OrderBy(key => key.CreatedAt)];
    }

    /// <summary>What the browser makes a key for. A person who left the screen open must not leave a way in open: the password is asked.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(string? password, CancellationToken cancellation)
    {
        var me = await MeAsync();
        if (await signIns.ByPasswordAsync(me.Email!, password ?? "", cancellation) is null)
        {
            return StatusCode(StatusCodes.Status422UnprocessableEntity);
        }

        var person = new PasskeyUserEntity { Id = me.Id.ToString("D"), Name = me.Email!, DisplayName = me.Name };
        return Content(await passkeys.MakePasskeyCreationOptionsAsync(person), "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential)
    {
        if (await Passkeys.AttestAsync(passkeys, credential) is not { Succeeded: true } made || made.UserEntity.Id != User.MemberId().ToString("D"))
        {
            return Instead(Path, new Refusal("wrong", "Chưa tạo được khóa. Hãy thử lại."));
        }

        made.Passkey.Name = Devices.Describe(Request.Headers.UserAgent);
        await passkeys.UserManager.AddOrUpdatePasskeyAsync(await MeAsync(), made.Passkey);
        return After(Path, "Đã thêm khóa. Lần sau bạn vào bằng vân tay, khuôn mặt hoặc mã PIN.");
    }

    public async Task<IActionResult> OnPostNameAsync(string? key, string? name)
    {
        var me = await MeAsync();
        if (Find(key) is { } id && await passkeys.UserManager.GetPasskeyAsync(me, id) is { } known && name?.Trim() is { Length: > 0 and <= LongestName } named)
        {
            known.Name = named;
            await passkeys.UserManager.AddOrUpdatePasskeyAsync(me, known);
        }

        return After(Path, "Đã đổi tên khóa.");
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? key)
    {
        if (Find(key) is { } id)
        {
            await passkeys.UserManager.RemovePasskeyAsync(await MeAsync(), id);
        }

        return After(Path, "Đã bỏ khóa.");
    }

    private async Task<Member> MeAsync() => (await passkeys.UserManager.FindByIdAsync(User.MemberId().ToString("D")))!;

    private static byte[]? Find(string? key) => Base64Url.IsValid(key) ? Base64Url.DecodeFromChars(key) : null;
}
