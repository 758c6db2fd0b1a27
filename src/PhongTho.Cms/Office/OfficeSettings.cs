using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office;

/// <summary>Settings the emulation office keeps by itself: the council, and how its papers are headed and signed.</summary>
public sealed class OfficeSettings(CmsDatabase database)
{
    public async Task<T> ReadAsync<T>(string key, T otherwise, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await SiteEditing.ReadAsync(db, key, otherwise, cancellation);
    }

    /// <param name="seen">The <see cref="Stamp"/> of what the person began with.</param>
    /// <param name="whyNot">What keeps the tidied value from being saved.</param>
    public async Task<Refusal?> SaveAsync<T>(string key, T value, T otherwise, string seen, Func<T, Refusal?> whyNot, Actor actor, CancellationToken cancellation)
        where T : notnull
    {
        if (!actor.May(Right.ManageExemplars))
        {
            return new Refusal("right", "Phần này do cán bộ thi đua, khen thưởng giữ.");
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        if (Stamp.Of(await SiteEditing.ReadAsync(work.Db, key, otherwise, cancellation)) != seen)
        {
            return SiteWork.Stale;
        }

        var clean = BodyRules.Tidy(value);
        if (whyNot(clean) is { } reason)
        {
            return reason;
        }

        if (Stamp.Of(clean) != seen)
        {
            await SiteEditing.KeepAsync(work, key, clean, cancellation);
            await work.CommitAsync(cancellation);
        }

        return null;
    }
}
