using PhongTho.Cms.Model;

namespace PhongTho.Cms.Office.Rankings;

/// <summary>What blocks score their collectives by in one year: criteria with the most points of each, what may be added and what is taken off.</summary>
public sealed class ScoreTable
{
    public required int Year { get; init; }

    /// <summary>The document that issued it, as it is cited.</summary>
    public string Source { get; set; } = "";

    public IReadOnlyList<ScoreCriterion> Criteria { get; set; } = [];

    public bool IsSample { get; set; }

    public int Version { get; set; }

    /// <summary>The most a collective can have without added points.</summary>
    public decimal Most => Criteria.Where(static criterion => criterion.Kind == ScoreKind.Points).Sum(static criterion => criterion.Most);

    /// <summary>The total of a sheet: points and added points, less what is taken off.</summary>
    public decimal Total(IReadOnlyList<Score> scores) => Criteria.Sum(criterion =>
        scores.FirstOrDefault(score => score.Criterion == criterion.Key) is { } score ? criterion.Kind == ScoreKind.Penalty ? -score.Points : score.Points : 0);
}

/// <summary>A line of the table.</summary>
public sealed record ScoreCriterion
{
    /// <summary>Stands for the line in the sheets, also when its words are mended.</summary>
    [Field("ma", "Mã")]
    public required string Key { get; init; }

    [Field("ten", "Nội dung chấm")]
    public required string Name { get; init; }

    [Field("diem", "Điểm cao nhất")]
    public required decimal Most { get; init; }

    [Field("loai", "Loại")]
    public ScoreKind Kind { get; init; }
}

/// <summary>How the points of a line count.</summary>
public enum ScoreKind
{
    [Choice("Điểm chuẩn")]
    Points,

    [Choice("Điểm thưởng")]
    Bonus,

    [Choice("Điểm trừ")]
    Penalty,
}

/// <summary>The points of one line.</summary>
public sealed record Score(string Criterion, decimal Points);
