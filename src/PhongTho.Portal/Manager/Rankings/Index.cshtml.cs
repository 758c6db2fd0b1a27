using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Office.Rankings;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Rankings;

/// <summary>A year of scoring: its table, its blocks, how far each is.</summary>
[Authorize(Policy = nameof(Right.Write))]
public sealed class IndexModel(ScoreLists lists, TimeProvider clock) : ManagerPage
{
    [BindProperty(SupportsGet = true, Name = "nam")]
    public int? Year { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public ScoreYear Scores { get; private set; } = null!;

    public Refusal? WhyNotKeep => ScoreRules.WhyNotKeep(Me);

    public Refusal? WhyNotRead => ScoreLists.WhyNotRead(Me);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var known = await lists.YearsAsync(cancellation);
        var year = Year ?? (known is [var newest, ..] ? newest : SiteTime.Today(clock).Year);
        Years = [.. known.Append(year).Distinct().OrderDescending()];
        Scores = await lists.YearAsync(year, Me, cancellation);
    }

    /// <summary>Points as people here write them: a comma before decimals.</summary>
    internal static string Print(decimal points) => points.ToString("0.##", CultureInfo.GetCultureInfo("vi-VN"));
}
