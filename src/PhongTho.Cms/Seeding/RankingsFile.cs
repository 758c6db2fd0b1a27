using PhongTho.Cms.Model;
using PhongTho.Cms.Office.Rankings;

namespace PhongTho.Cms.Seeding;

/// <summary>What blocks agreed on, as <c>rankings.yaml</c>: tables and results that readers see. What is still being scored stands in no file.</summary>
internal sealed record RankingsFile
{
    public const string Name = "rankings.yaml";
    public const string Subject = "rankings";

    [Field("bang-diem", "Bảng điểm")]
    public IReadOnlyList<RankedYear> Years { get; init; } = [];

    public static RankingsFile Of(IEnumerable<ScoreTable> tables, IReadOnlyList<EmulationBlock> blocks, IReadOnlyList<ScoreSheet> sheets) => new()
    {
        Years =
        [
            .. tables.OrderBy(static table => table.Year).Where(table => blocks.Any(block => block.Year == table.Year && block.ClosedOn is not null)).Select(table => new RankedYear
            {
                Year = table.Year,
                Source = table.Source.Length > 0 ? table.Source : null,
                IsSample = table.IsSample,
                Criteria = table.Criteria,
                Blocks = [.. blocks.Where(block => block.Year == table.Year && block.ClosedOn is not null).OrderBy(static block => block.Slug, StringComparer.Ordinal).Select(block => RankedBlock.Of(block, sheets))],
            }),
        ],
    };
}

/// <summary>A year: what was scored by, and the blocks.</summary>
internal sealed record RankedYear
{
    [Field("nam", "Năm")]
    public required int Year { get; init; }

    [Field("van-ban", "Văn bản ban hành")]
    public string? Source { get; init; }

    [Field("la-mau", "Dữ liệu mẫu")]
    public bool IsSample { get; init; }

    [Field("noi-dung", "Nội dung chấm")]
    public IReadOnlyList<ScoreCriterion> Criteria { get; init; } = [];

    [Field("khoi-cum", "Khối, cụm")]
    public IReadOnlyList<RankedBlock> Blocks { get; init; } = [];
}

internal sealed record RankedBlock
{
    [Field("ma", "Mã")]
    public required string Slug { get; init; }

    [Field("ten", "Tên")]
    public required string Name { get; init; }

    [Field("loai", "Loại")]
    public BlockKind Kind { get; init; }

    [Field("truong", "Khối trưởng, cụm trưởng")]
    public string? Lead { get; init; }

    [Field("thong-nhat", "Ngày thống nhất")]
    public required DateOnly AgreedOn { get; init; }

    [Field("cong-nhan", "Văn bản công nhận")]
    public string? Decision { get; init; }

    [Field("la-mau", "Dữ liệu mẫu")]
    public bool IsSample { get; init; }

    [Field("tap-the", "Tập thể")]
    public IReadOnlyList<RankedCollective> Members { get; init; } = [];

    public static RankedBlock Of(EmulationBlock block, IReadOnlyList<ScoreSheet> sheets) => new()
    {
        Slug = block.Slug,
        Name = block.Name,
        Kind = block.Kind,
        Lead = block.Lead.Length > 0 ? block.Lead : null,
        AgreedOn = block.ClosedOn!.Value,
        Decision = block.Decision.Length > 0 ? block.Decision : null,
        IsSample = block.IsSample,
        Members =
        [
            .. block.Members.Select(member => new RankedCollective
            {
                Key = member.Key,
                Name = member.Name,
                Unit = member.Unit,
                Points = [.. (sheets.FirstOrDefault(sheet => sheet.Year == block.Year && sheet.Block == block.Slug && sheet.Member == member.Key)?.Checked ?? []).Select(static score => new RankedScore { Criterion = score.Criterion, Points = score.Points })],
            }),
        ],
    };
}

internal sealed record RankedCollective
{
    [Field("ma", "Mã")]
    public required string Key { get; init; }

    [Field("ten", "Tên")]
    public required string Name { get; init; }

    [Field("don-vi", "Đơn vị")]
    public string? Unit { get; init; }

    [Field("diem", "Điểm")]
    public IReadOnlyList<RankedScore> Points { get; init; } = [];
}

internal sealed record RankedScore
{
    [Field("ma", "Mã")]
    public required string Criterion { get; init; }

    [Field("diem", "Điểm")]
    public required decimal Points { get; init; }
}
