using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Papers;

namespace PhongTho.Cms.Office.Reports;

/// <summary>Who reports to whom, in time: what stands at the head and the foot of papers the office sends.</summary>
public sealed record ReportSettings
{
    public const string Key = "reports";

    [Field("the-thuc", "Thể thức")]
    public IReadOnlyList<PaperIssuer> Issuers { get; init; } = [];

    /// <summary>The one that signs on that day; one with blanks to fill by hand when nobody is known.</summary>
    public PaperIssuer On(DateOnly day) =>
        Issuers.LastOrDefault(issuer => (issuer.From is null || issuer.From <= day) && (issuer.To is null || day <= issuer.To))
        ?? new PaperIssuer { Agency = "……………………", Symbol = "BC-…", Place = "……………" };
}
