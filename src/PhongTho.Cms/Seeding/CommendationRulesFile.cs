using System.Text.Json;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>Who may give which form under which law, as <c>commendation-forms.json</c>.</summary>
internal static class CommendationRulesFile
{
    public const string Name = "commendation-forms.json";

    private static readonly JsonSerializerOptions Options = new(ContentJson.Options) { WriteIndented = true, NewLine = "\n" };

    public static CommendationRules? Read(string text, List<FileFault> faults)
    {
        try
        {
            var rules = JsonSerializer.Deserialize<CommendationRules>(text, Options);
            var unknown = rules?.Forms.SelectMany(static form => form.Authorities).Select(static authority => authority.Regime)
                .Except(rules.Regimes.Select(static regime => regime.Id)).ToList();
            if (unknown is not { Count: 0 })
            {
                faults.Add(new FileFault(null, $"Có văn bản luật không được khai trong «regimes»: {string.Join(", ", unknown ?? [])}."));
                return null;
            }

            return rules;
        }
        catch (JsonException broken)
        {
            faults.Add(new FileFault((int?)broken.LineNumber + 1, "Không đọc được JSON: " + broken.Message));
            return null;
        }
    }

    public static string Write(CommendationRules rules) => JsonSerializer.Serialize(rules, Options) + "\n";
}
