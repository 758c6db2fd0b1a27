using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Office.Rankings;

/// <summary>Who may do what to score tables and sheets, and what they must say. Screens and verbs ask it alike.</summary>
public static class ScoreRules
{
    public const int MostLines = 60;

    /// <summary>Why this person keeps no tables and blocks; null for the office.</summary>
    public static Refusal? WhyNotKeep(Actor actor) => actor.May(Right.ManageExemplars) ? null : new Refusal("right", "Bảng điểm, khối, cụm do cán bộ thi đua, khen thưởng giữ.");

    /// <summary>Why nothing of the block can change any more.</summary>
    public static Refusal? WhyNotChange(EmulationBlock block) => block.ClosedOn is { } day
        ? new Refusal("closed", $"«{block.Name}» đã thống nhất kết quả ngày {day:dd'/'MM'/'yyyy} và đã công bố, nên giữ nguyên.")
        : null;

    /// <summary>Why this person cannot write the own points of a collective now: those of its unit and the office can, until it was checked.</summary>
    public static Refusal? WhyNotScore(EmulationBlock block, BlockMember member, ScoreSheet? sheet, Actor actor) =>
        WhyNotChange(block)
        ?? (actor.May(Right.ManageExemplars) || (actor.May(Right.Write) && actor.Unit is not null && actor.Unit == member.Unit) ? null : new Refusal("right", "Chỉ người của đơn vị này và cán bộ thi đua, khen thưởng chấm được."))
        ?? (sheet?.Checked is not null && !actor.May(Right.ManageExemplars) ? new Refusal("checked", "Điểm đã được kiểm tra nên đơn vị không sửa được nữa.") : null);

    public static Refusal? WhyNotCheck(EmulationBlock block, ScoreSheet? sheet, Actor actor) =>
        WhyNotKeep(actor) ?? WhyNotChange(block) ?? (sheet?.OwnAt is null ? new Refusal("empty", "Đơn vị chưa tự chấm nên chưa có gì để kiểm tra.") : null);

    /// <summary>Why the block cannot agree on its result yet.</summary>
    public static Refusal? WhyNotClose(EmulationBlock block, IReadOnlyList<ScoreSheet> sheets, Actor actor)
    {
        var open = block.Members.Count(member => !sheets.Any(sheet => sheet.Member == member.Key && sheet.Checked is not null));
        return WhyNotKeep(actor) ?? WhyNotChange(block)
            ?? (block.Members.Count < 2 ? new Refusal("few", "Xếp hạng cần ít nhất hai tập thể.") : null)
            ?? (open > 0 ? new Refusal("unchecked", $"Còn {open} tập thể chưa được kiểm tra điểm.") : null);
    }

    internal static IReadOnlyList<Problem> Check(ScoreTable table) =>
    [
        .. table.Year is < 2000 or > 2100 ? [new Problem("Năm", "Năm phải từ 2000 đến 2100.")] : Array.Empty<Problem>(),
        .. table.Source.Length > 300 ? [new Problem("Văn bản ban hành", "Dài quá 300 chữ.")] : Array.Empty<Problem>(),
        .. table.Criteria.Count is 0 or > MostLines ? [new Problem("Nội dung chấm", $"Bảng điểm cần từ 1 đến {MostLines} dòng.")] : Array.Empty<Problem>(),
        .. table.Criteria.Where(static line => line.Name.Length > 300 || line.Most is <= 0 or > 1000).Select(static line => new Problem("Nội dung chấm", $"«{line.Name}»: tên tối đa 300 chữ, điểm lớn hơn 0 và không quá 1.000.")),
    ];

    internal static IReadOnlyList<Problem> Check(EmulationBlock block) =>
    [
        .. block.Name.Length is 0 or > 160 ? [new Problem("Tên khối, cụm", block.Name.Length == 0 ? "Chưa điền." : "Dài quá 160 chữ.")] : Array.Empty<Problem>(),
        .. block.Lead.Length > 160 ? [new Problem("Khối trưởng, cụm trưởng", "Dài quá 160 chữ.")] : Array.Empty<Problem>(),
        .. block.Members.Count is 0 or > MostLines ? [new Problem("Tập thể", $"Khối, cụm cần từ 1 đến {MostLines} tập thể.")] : Array.Empty<Problem>(),
        .. block.Members.Any(static member => member.Name.Length > 160) ? [new Problem("Tập thể", "Mỗi tên tối đa 160 chữ.")] : Array.Empty<Problem>(),
    ];

    /// <summary>Every line has points within its bounds.</summary>
    internal static IReadOnlyList<Problem> Check(ScoreTable table, IReadOnlyList<Score> scores) =>
    [
        .. table.Criteria.Where(line => scores.FirstOrDefault(score => score.Criterion == line.Key) is { } score && (score.Points < 0 || score.Points > line.Most))
            .Select(static line => new Problem(line.Name, $"Điểm từ 0 đến {line.Most:0.##}.")),
        .. table.Criteria.Where(line => line.Kind == ScoreKind.Points && scores.All(score => score.Criterion != line.Key)).Select(static line => new Problem(line.Name, "Chưa chấm.")),
    ];
}
