using PhongTho.Cms.Data;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office.Reports;

/// <summary>Something that was counted: what it is called, and where a colleague looks at it.</summary>
/// <param name="Address">Null for what has no screen of its own.</param>
public sealed record ReportRow(string Title, string? Address, string Detail, DateOnly? On)
{
    /// <summary>What it is called where the report leaves the portal: whoever did not agree to be printed is counted and not named (rule R1).</summary>
    public string OnPaper { get; init; } = Title;
}

/// <summary>A number of the report. It is the length of its list and nothing else, so screen, list and paper cannot differ.</summary>
/// <param name="Key">Its name in the address of its list.</param>
/// <param name="IsPart">One of those the line above is made of.</param>
public sealed record ReportLine(string Key, string Label, IReadOnlyList<ReportRow> Rows, bool IsPart = false)
{
    /// <summary>Said in place of the count: a share, a median.</summary>
    public string? Said { get; init; }

    /// <summary>True for what is late: shown in red while it is not nought.</summary>
    public bool IsLate { get; init; }

    public int Count => Rows.Count;
}

/// <summary>A chapter of the report.</summary>
public sealed record ReportChapter(string Heading, IReadOnlyList<ReportLine> Lines);

/// <summary>What was done in a period, counted at one moment.</summary>
public sealed record PeriodicReport(ReportPeriod Period, DateOnly Today, IReadOnlyList<ReportChapter> Chapters)
{
    public ReportLine? Line(string key) => Chapters.SelectMany(static chapter => chapter.Lines).FirstOrDefault(line => line.Key == key);
}

/// <summary>What a chapter counts from.</summary>
public sealed record ReportSource(CmsDb Db, SiteBook Book, ReportPeriod Period, DateOnly Today);

/// <summary>Writes one chapter of every report.</summary>
public interface IReportChapter
{
    /// <summary>Place among the chapters.</summary>
    int Order { get; }

    Task<ReportChapter> WriteAsync(ReportSource source, CancellationToken cancellation);
}
