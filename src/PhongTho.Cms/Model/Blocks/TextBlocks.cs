namespace PhongTho.Cms.Model;

/// <summary>Text from the visual editor, kept as small sanitised semantic HTML.</summary>
[Block("van-ban", "Văn bản", Help = "Đoạn văn, tiêu đề, danh sách, bảng")]
public sealed record RichTextBlock : Block
{
    [Field("html", "Nội dung"), RichText, Searchable]
    public required string Html { get; init; }
}

/// <summary>Text written as Markdown; running text of files in <c>content/</c> becomes this.</summary>
[Block("markdown", "Markdown", Help = "Chữ có dấu hiệu, cho người quen dùng")]
public sealed record MarkdownBlock : Block
{
    [Field("noi-dung", "Nội dung"), MarkdownText, Searchable]
    public required string Text { get; init; }
}

[Block("trich-dan", "Lời nói", Help = "Trích lời một người")]
public sealed record QuoteBlock : Block
{
    [Field("loi", "Lời", IsLong = true), Searchable]
    public required string Text { get; init; }

    [Field("nguoi-noi", "Người nói"), Searchable(IsName = true)]
    public string? Speaker { get; init; }

    [Field("vai-tro", "Vai trò"), Searchable]
    public string? Role { get; init; }
}

/// <summary>Typed figures side by side.</summary>
[Block("so-lieu", "Số liệu", Help = "Những con số đứng cạnh nhau")]
public sealed record FiguresBlock : Block
{
    [Field("tieu-de", "Tiêu đề"), Searchable]
    public string? Title { get; init; }

    [Field("muc", "Các số liệu")]
    public required IReadOnlyList<Figure> Figures { get; init; }
}

/// <summary>"Cách làm": what a neighbour needs to do the same.</summary>
[Block("cach-lam", "Cách làm", Help = "Từng bước để người khác làm theo")]
public sealed record HowToBlock : Block
{
    [Field("tieu-de", "Tiêu đề"), Searchable]
    public required string Title { get; init; }

    [Field("can-co", "Cần có"), Searchable]
    public IReadOnlyList<string> Needs { get; init; } = [];

    [Field("cac-buoc", "Các bước"), Searchable]
    public required IReadOnlyList<string> Steps { get; init; }

    [Field("chi-phi", "Chi phí"), Searchable]
    public string? Cost { get; init; }

    [Field("luu-y", "Lưu ý", IsLong = true), Searchable]
    public string? Note { get; init; }
}
