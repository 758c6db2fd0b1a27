using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Sites;

/// <summary>
/// The site's own settings as its keepers change them. Each verb gives the reason against it, or null when it is done; nobody overwrites
/// unseen what another saved meanwhile.
/// </summary>
public sealed class SiteEditing(CmsDatabase database)
{
    /// <param name="seen">The <see cref="Stamp"/> of the settings the person began with.</param>
    public Task<Refusal?> SaveSettingsAsync(SiteSettings settings, string seen, Actor actor, CancellationToken cancellation) =>
        SaveAsync(SiteSettings.Key, settings, new SiteSettings { Name = "Cổng thông tin" }, seen, actor, (db, clean) => SettingsRules.WhyNotAsync(db, clean, cancellation), cancellation);

    /// <param name="seen">The <see cref="Stamp"/> of the menus the person began with.</param>
    public Task<Refusal?> SaveMenusAsync(Menus menus, string seen, Actor actor, CancellationToken cancellation) =>
        SaveAsync(Menus.Key, menus, new Menus(), seen, actor, static (_, clean) => Task.FromResult(MenuRules.WhyNot(clean)), cancellation);

    /// <summary>A setting inside a work.</summary>
    internal static async Task<T> ReadAsync<T>(CmsDb db, string key, T otherwise, CancellationToken cancellation) =>
        await db.Settings.FindAsync([key], cancellation) is { } setting ? ContentJson.Read<T>(setting.Json) : otherwise;

    /// <summary>Keeps a setting inside a work, and says so in the log.</summary>
    internal static async Task KeepAsync<T>(Work work, string key, T value, CancellationToken cancellation)
        where T : notnull
    {
        var json = ContentJson.Write(value);
        if (await work.Db.Settings.FindAsync([key], cancellation) is { } setting)
        {
            setting.Json = json;
        }
        else
        {
            work.Db.Settings.Add(new Setting { Key = key, Json = json });
        }

        work.Record(ChangeVerb.SettingsSaved, subject: "setting:" + key);
    }

    private Task<Refusal?> SaveAsync<T>(
        string key, T value, T otherwise, string seen, Actor actor, Func<CmsDb, T, Task<Refusal?>> whyNot, CancellationToken cancellation)
        where T : notnull =>
        database.KeepSiteAsync(actor, async work =>
        {
            var before = await ReadAsync(work.Db, key, otherwise, cancellation);
            if (Stamp.Of(before) != seen)
            {
                return SiteWork.Stale;
            }

            var clean = BodyRules.Tidy(value);
            if (await whyNot(work.Db, clean) is { } reason)
            {
                return reason;
            }

            if (Stamp.Of(clean) != seen)
            {
                await KeepAsync(work, key, clean, cancellation);
            }

            return null;
        }, cancellation);
}
