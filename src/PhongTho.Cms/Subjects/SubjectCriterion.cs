using PhongTho.Cms.Model;

namespace PhongTho.Cms.Subjects;

/// <summary>One criterion of the plan held against a subject, with what proves it. The plan never says "all" or "any": nothing is computed from these.</summary>
public sealed class SubjectCriterion
{
    public required SubjectId SubjectId { get; init; }

    /// <summary>Slug of the vocabulary «Tiêu chí».</summary>
    public required string Criterion { get; init; }

    public required CriterionResult Result { get; set; }

    public string Evidence { get; set; } = "";

    /// <summary>Which of the five ways the plan joins in «dẫn đầu phong trào» is meant.</summary>
    public MovementLead? Lead { get; set; }

    /// <summary>Years of the title «Gia đình văn hóa».</summary>
    public IReadOnlyList<int> TitleYears { get; set; } = [];

    /// <summary>The document that proves it.</summary>
    public ItemId? DocumentId { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public string ChangedBy { get; set; } = "";
}

/// <summary>The five alternatives of <c>collective-leads-movements</c>.</summary>
public enum MovementLead
{
    [Choice("Dẫn đầu phong trào thi đua (khối, cụm bình xét)")]
    Leads,

    [Choice("Vượt mức chỉ tiêu thi đua")]
    ExceedsTargets,

    [Choice("Sáng kiến cải tiến kỹ thuật")]
    TechnicalInnovation,

    [Choice("Giải pháp công tác")]
    WorkSolution,

    [Choice("Áp dụng khoa học công nghệ mới")]
    NewTechnology,
}
