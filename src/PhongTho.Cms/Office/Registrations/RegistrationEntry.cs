using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Cms.Office.Registrations;

/// <summary>A registration as somebody typed it.</summary>
public sealed record RegistrationEntry
{
    public string Unit { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>The dossier of the one who strives, once there is one.</summary>
    public SubjectId? Subject { get; init; }

    public string Target { get; init; } = "";

    public string Figures { get; init; } = "";

    public string Plan { get; init; } = "";

    public IReadOnlyList<CriterionAssessment> Criteria { get; init; } = [];

    public string HeadName { get; init; } = "";

    public DateOnly? ConfirmedOn { get; init; }

    public static RegistrationEntry Of(StrivingRegistration row) => new()
    {
        Unit = row.Unit,
        Kind = row.Kind,
        Name = row.Name,
        Subject = row.SubjectId,
        Target = row.Target,
        Figures = row.Sheet.Figures,
        Plan = row.Sheet.Plan,
        Criteria = row.Sheet.Criteria,
        HeadName = row.HeadName,
        ConfirmedOn = row.ConfirmedOn,
    };
}

/// <summary>What a registration lacks: to be kept at all, and to be handed in.</summary>
public static class RegistrationChecks
{
    private const int Long = 4000;

    /// <summary>What keeps it from being saved: a draft may be thin, but never wrong.</summary>
    public static IReadOnlyList<Problem> ToKeep(RegistrationEntry entry, SiteBook book)
    {
        var problems = new List<Problem>();
        Need(book.Unit(entry.Unit) is not null, "Đơn vị đăng ký", "Hãy chọn đơn vị.");
        Need(book.Term(Taxonomies.SubjectKind, entry.Kind) is not null, "Đối tượng", "Hãy chọn đăng ký cho tập thể, hộ hay cá nhân.");
        Need(entry.Name.Length is > 0 and <= 160, "Tên", entry.Name.Length == 0 ? "Hãy ghi tên người, hộ hoặc tập thể phấn đấu." : "Tên dài quá; tối đa 160 chữ.");
        Need(book.Term(Taxonomies.CommendationForm, entry.Target) is not null, "Danh hiệu, hình thức phấn đấu", "Hãy chọn danh hiệu hoặc hình thức khen hướng tới.");
        Need(entry.Figures.Length <= Long, "Chỉ tiêu", "Phần chỉ tiêu dài quá; tối đa 4.000 chữ.");
        Need(entry.Plan.Length <= Long, "Việc sẽ làm", "Phần việc sẽ làm dài quá; tối đa 4.000 chữ.");
        Need(entry.HeadName.Length <= 160, "Thủ trưởng xác nhận", "Tên thủ trưởng dài quá; tối đa 160 chữ.");
        Need(entry.Criteria.All(row => book.Term(Taxonomies.Criterion, row.Criterion)?.Group == entry.Kind && row.Evidence is null or { Length: <= 400 }), "Tự đánh giá", "Có tiêu chí không thuộc đối tượng đã chọn, hoặc căn cứ dài quá 400 chữ.");
        return problems;

        void Need(bool isRight, string label, string message)
        {
            if (!isRight)
            {
                problems.Add(new Problem(label, message));
            }
        }
    }

    /// <summary>What it still lacks to be handed in. Each criterion is answered, never added up: the plan says neither all nor any.</summary>
    public static IReadOnlyList<Problem> ToSubmit(RegistrationEntry entry, SiteBook book, DateOnly today)
    {
        var open = CriteriaOf(entry.Kind, book).Count(criterion => entry.Criteria.All(row => row.Criterion != criterion.Slug));
        List<Problem> problems = [.. ToKeep(entry, book)];
        if (open > 0)
        {
            problems.Add(new Problem("Tự đánh giá", $"Còn {open} tiêu chí chưa tự đánh giá."));
        }

        if (entry.Figures.Length == 0 && entry.Plan.Length == 0)
        {
            problems.Add(new Problem("Chỉ tiêu", "Hãy ghi ít nhất một chỉ tiêu hoặc việc sẽ làm."));
        }

        if (entry.HeadName.Length == 0 || entry.ConfirmedOn is null || entry.ConfirmedOn > today)
        {
            problems.Add(new Problem("Thủ trưởng xác nhận", "Cần tên thủ trưởng và ngày xác nhận (không sau hôm nay)."));
        }

        return problems;
    }

    public static IEnumerable<TermEntry> CriteriaOf(string kind, SiteBook book) =>
        book.TermsByTaxonomy.TryGetValue(Taxonomies.Criterion, out var criteria) ? criteria.Where(criterion => criterion.Group == kind) : [];
}
