using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Seeding;

/// <summary>Brings in one typed setting of the site from its file.</summary>
internal sealed class SeedSettings(SeedRun run)
{
    public const string Site = "site.yaml";
    public const string Menu = "menus.yaml";
    public const string Section = "sections.yaml";
    public const string Map = "map.yaml";
    public const string Search = "search.yaml";
    public const string Council = "council.yaml";
    public const string Reports = "reports.yaml";

    public async Task TakeAsync<T>(Work work, string file, string key, ReferenceLookup references, CancellationToken cancellation)
        where T : class
    {
        if (run.Folder.Has(file))
        {
            await run.TakeAsync(work, file, ChangeVerb.SettingsSaved, "setting:" + key, SaveAsync, cancellation);
        }

        async Task SaveAsync(string text, List<FileFault> faults)
        {
            if (FrontMatter.Read<T>(text, references, faults) is not { } value)
            {
                return;
            }

            var json = ContentJson.Write(value);
            if (await work.Db.Settings.FindAsync([key], cancellation) is { } setting)
            {
                setting.Json = json;
            }
            else
            {
                work.Db.Settings.Add(new Setting { Key = key, Json = json });
            }
        }
    }
}
