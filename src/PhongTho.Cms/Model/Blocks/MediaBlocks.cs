namespace PhongTho.Cms.Model;

[Block("anh", "Ảnh")]
public sealed record PictureBlock : Block
{
    [Field("anh", "Ảnh")]
    public required Picture Picture { get; init; }
}

[Block("bo-anh", "Bộ ảnh")]
public sealed record GalleryBlock : Block
{
    [Field("tieu-de", "Tiêu đề"), Searchable]
    public string? Title { get; init; }

    [Field("cac-anh", "Các ảnh")]
    public required IReadOnlyList<Picture> Pictures { get; init; }
}

[Block("video", "Video")]
public sealed record VideoBlock : Block
{
    [Field("tep", "Tệp video")]
    public required MediaId Media { get; init; }

    [Field("tieu-de", "Tiêu đề"), Searchable]
    public required string Title { get; init; }

    [Field("anh-bia", "Ảnh bìa")]
    public MediaId? Poster { get; init; }

    /// <summary>The words, for those who cannot hear or cannot load it.</summary>
    [Field("loi", "Lời thoại, mô tả"), Searchable]
    public string? Transcript { get; init; }
}

[Block("am-thanh", "Âm thanh")]
public sealed record AudioBlock : Block
{
    [Field("tep", "Tệp âm thanh")]
    public required MediaId Media { get; init; }

    [Field("tieu-de", "Tiêu đề"), Searchable]
    public required string Title { get; init; }

    [Field("loi", "Lời"), Searchable]
    public string? Transcript { get; init; }
}

[Block("tep-dinh-kem", "Tệp đính kèm")]
public sealed record AttachmentBlock : Block
{
    [Field("tep", "Tệp")]
    public required MediaId Media { get; init; }

    [Field("ten", "Tên hiển thị"), Searchable]
    public required string Label { get; init; }
}

/// <summary>A group: blocks side by side on wide screens, one after another on narrow ones.</summary>
[Block("nhieu-cot", "Nhiều cột")]
public sealed record ColumnsBlock : Block
{
    [Field("cot", "Các cột")]
    public required IReadOnlyList<Column> Columns { get; init; }
}

public sealed record Column
{
    [Field("khoi", "Các khối")]
    public required IReadOnlyList<Block> Blocks { get; init; }
}
