using PhongTho.Cms.Members;

namespace PhongTho.Portal.Hosting;

/// <summary>
/// The way in for the first administrator: no default password, but a link on the operator's console. It is the same after every restart
/// until somebody used it, and void as soon as there is any member.
/// </summary>
public sealed class FirstRun(Folders folders, MemberDirectory directory)
{
    private string File => Path.Combine(folders.Keys, "set-up");

    /// <summary>Tells the operator where to go, when nobody belongs to the newsroom yet.</summary>
    public async Task TellAsync(string baseUrl, CancellationToken cancellation)
    {
        if (await directory.IsEmptyAsync(cancellation))
        {
            await Console.Out.WriteLineAsync($"""

                Cổng chưa có quản trị hệ thống. Mở đường dẫn dưới đây để lập tài khoản đầu tiên (dùng một lần, không chuyển cho người khác):
                  {baseUrl}{AddressOf(await SecretAsync(cancellation))}

                """.AsMemory(), cancellation);
        }
    }

    /// <summary>True when this is the secret of the console, and nobody used it yet.</summary>
    public async Task<bool> IsOpenAsync(string secret, CancellationToken cancellation) =>
        System.IO.File.Exists(File) && Secrets.Hash(await System.IO.File.ReadAllTextAsync(File, cancellation)) == Secrets.Hash(secret) && await directory.IsEmptyAsync(cancellation);

    /// <summary>The link is used up.</summary>
    public void Close() => System.IO.File.Delete(File);

    /// <summary>Path of the page a secret opens: this one, and those of later links.</summary>
    public static string AddressOf(string secret) => "/manager/set-up/" + secret;

    private async Task<string> SecretAsync(CancellationToken cancellation)
    {
        if (System.IO.File.Exists(File))
        {
            return await System.IO.File.ReadAllTextAsync(File, cancellation);
        }

        var secret = Secrets.New();
        await System.IO.File.WriteAllTextAsync(File, secret, cancellation);
        return secret;
    }
}
