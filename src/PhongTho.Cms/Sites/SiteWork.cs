using System.Security.Cryptography;
using System.Text;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>Acts on the site itself: open to those who keep it, one transaction each, with its change.</summary>
internal static class SiteWork
{
    public static Refusal Stale { get; } = new("stale", "Người khác vừa lưu phần này. Hãy mở lại trang để xem bản mới, rồi sửa lại ý của bạn.");

    /// <summary>Runs the act in a work of its own; commits when it did something and had no reason against it.</summary>
    public static async Task<Refusal?> KeepSiteAsync(this CmsDatabase database, Actor actor, Func<Work, Task<Refusal?>> act, CancellationToken cancellation)
    {
        if (!actor.May(Right.ManageSite))
        {
            return new Refusal("right", "Bạn chưa được giao quyền sửa trang web.");
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        if (await act(work) is { } reason)
        {
            return reason;
        }

        if (work.HasChanges)
        {
            await work.CommitAsync(cancellation);
        }

        return null;
    }
}

/// <summary>A short mark of what somebody saw when they began to edit: another one at saving means that somebody else was faster.</summary>
public static class Stamp
{
    public static string Of(object seen) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ContentJson.Write(seen))))[..16];
}
