using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Commendations;

/// <summary>What the office itself may set in the dated table; the law in it comes from the content folder.</summary>
public sealed class CommendationRulesEditing(CmsDatabase database)
{
    /// <summary>Sets when the clock of an emergent case turns red.</summary>
    public async Task<Refusal?> SetEmergentDaysAsync(int days, Actor actor, CancellationToken cancellation)
    {
        if (CommendationSteps.WhyNotKeep(actor) is { } reason)
        {
            return reason;
        }

        if (days is < 1 or > 365)
        {
            return new Refusal("days", "Số ngày phải từ 1 đến 365.");
        }

        await using var work = await database.BeginAsync(actor, cancellation);
        var setting = await work.Db.Settings.FindAsync([CommendationRules.Key], cancellation);
        var rules = (setting is null ? new CommendationRules() : ContentJson.Read<CommendationRules>(setting.Json)) with { EmergentDays = days };
        if (setting is null)
        {
            work.Db.Settings.Add(new Setting { Key = CommendationRules.Key, Json = ContentJson.Write(rules) });
        }
        else
        {
            setting.Json = ContentJson.Write(rules);
        }

        work.Record(ChangeVerb.SettingsSaved, subject: "setting:" + CommendationRules.Key);
        await work.CommitAsync(cancellation);
        return null;
    }
}
