using PhongTho.Cms.Model;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Cms.Seeding;

/// <summary>A vocabulary as a file of <c>terms/</c>; its name is the file's.</summary>
public sealed record VocabularyFile
{
    [Field("ten", "Tên danh mục")]
    public required string Label { get; init; }

    /// <summary>Place among the vocabularies; that of the file when it says nothing.</summary>
    [Field("thu-tu", "Thứ tự")]
    public int? Order { get; init; }

    [Field("muc", "Các mục")]
    public IReadOnlyList<VocabularyEntry> Terms { get; init; } = [];

    public static VocabularyFile Of(TaxonomyRow taxonomy, IEnumerable<Term> terms) => new()
    {
        Label = taxonomy.Label,
        Order = taxonomy.Order,
        Terms = [.. terms.OrderBy(static term => term.Order).ThenBy(static term => term.Slug, StringComparer.Ordinal).Select(VocabularyEntry.Of)],
    };
}

/// <summary>A term in its file. Some vocabularies call their group and detail by what they are; we write the general names.</summary>
public sealed record VocabularyEntry
{
    [Field("ma", "Mã")]
    public required string Slug { get; init; }

    [Field("ten", "Tên")]
    public required string Name { get; init; }

    [Field("ten-ngan", "Tên ngắn")]
    public string? ShortName { get; init; }

    [Field("nhom", "Nhóm")]
    public string? Group { get; init; }

    [Field("doi-tuong", "Đối tượng")]
    public string? SubjectKind { get; init; }

    [Field("chi-tiet", "Chi tiết")]
    public string? Detail { get; init; }

    [Field("cap", "Cấp")]
    public string? Level { get; init; }

    [Field("dieu-khoan", "Điều khoản")]
    public string? Clause { get; init; }

    public static VocabularyEntry Of(Term term) =>
        new() { Slug = term.Slug, Name = term.Name, ShortName = term.ShortName, Group = term.Group, Detail = term.Detail };

    public void CopyTo(Term term, int order)
    {
        term.Name = Name;
        term.ShortName = ShortName;
        term.Group = Group ?? SubjectKind;
        term.Detail = Detail ?? Level ?? Clause;
        term.Order = order;
    }
}
