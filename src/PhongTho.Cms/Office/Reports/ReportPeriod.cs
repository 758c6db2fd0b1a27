using System.Globalization;
using System.Text.RegularExpressions;
using PhongTho.Cms.Publishing;

namespace PhongTho.Cms.Office.Reports;

/// <summary>How long a report looks back.</summary>
public enum ReportSpan
{
    Month = 1,
    Quarter = 3,
    HalfYear = 6,
    Year = 12,
}

/// <summary>A month, quarter, half-year or year that is reported on.</summary>
public sealed partial record ReportPeriod(ReportSpan Span, int Year, int Number)
{
    private static readonly string[] Roman = ["I", "II", "III", "IV"];

    /// <summary>Key in addresses: <c>2026-11</c>, <c>2026-q4</c>, <c>2026-h2</c>, <c>2026</c>.</summary>
    public string Key => Span switch
    {
        ReportSpan.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number:00}"),
        ReportSpan.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}-q{Number}"),
        ReportSpan.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year}-h{Number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year}"),
    };

    /// <summary>As it stands in a title.</summary>
    public string Label => Span switch
    {
        ReportSpan.Month => string.Create(CultureInfo.InvariantCulture, $"tháng {Number} năm {Year}"),
        ReportSpan.Quarter => string.Create(CultureInfo.InvariantCulture, $"quý {Roman[Number - 1]} năm {Year}"),
        ReportSpan.HalfYear => string.Create(CultureInfo.InvariantCulture, $"6 tháng {(Number == 1 ? "đầu" : "cuối")} năm {Year}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"năm {Year}"),
    };

    public DateOnly FirstDay => new(Year, ((Number - 1) * (int)Span) + 1, 1);

    public DateOnly LastDay => FirstDay.AddMonths((int)Span).AddDays(-1);

    /// <summary>Its first moment, as stored.</summary>
    public DateTimeOffset From => SiteTime.StartOf(FirstDay);

    /// <summary>The first moment after it.</summary>
    public DateTimeOffset To => SiteTime.StartOf(LastDay.AddDays(1));

    public static ReportPeriod Of(ReportSpan span, DateOnly day) => new(span, day.Year, ((day.Month - 1) / (int)span) + 1);

    /// <summary>The one of this length just before.</summary>
    public ReportPeriod Before => Of(Span, FirstDay.AddDays(-1));

    /// <summary>The one of this length just after.</summary>
    public ReportPeriod After => Of(Span, LastDay.AddDays(1));

    /// <summary>Null for what is no period.</summary>
    public static ReportPeriod? Parse(string? key)
    {
        if (key is null || Shape().Match(key) is not { Success: true } match)
        {
            return null;
        }

        var span = match.Groups["span"].Value switch { "q" => ReportSpan.Quarter, "h" => ReportSpan.HalfYear, _ => match.Groups["number"].Success ? ReportSpan.Month : ReportSpan.Year };
        var number = match.Groups["number"].Success ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : 1;
        return number >= 1 && number <= 12 / (int)span ? new ReportPeriod(span, int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture), number) : null;
    }

    public bool Holds(DateOnly day) => FirstDay <= day && day <= LastDay;

    [GeneratedRegex("^(?<year>20[0-9]{2})(?:-(?<span>[qh]?)(?<number>[0-9]{1,2}))?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
