namespace PhongTho.Cms.Model;

[Block("anh", "Ảnh", Help = "Một ảnh có chú thích")]
public sealed record PictureBlock : Block
{
    [Field("anh", "Ảnh")]
    public required Picture Picture { get; init; }
}

[Block("bo-anh", "Bộ ảnh", Help = "Nhiều ảnh cùng một chuyện")]
public sealed record GalleryBlock : Block
{
    [Field("tieu-de", "Tiêu đề"), Searchable]
    public string? Title { get; init; }

    [Field("cac-anh", "Các ảnh")]
    public required IReadOnlyList<Picture> Pictures { get; init; }
}

[Block("video", "Video", Help = "Đoạn phim trong thư viện")]
public sealed record VideoBlock : Block
{
    [Field("tep", "Tệp video"), MediaKind("video")]
    public required MediaId Media { get; init; }

    [Field("tieu-de", "Tiêu đề"), Searchable]
    public required string Title { get; init; }

    [Field("anh-bia", "Ảnh bìa"), MediaKind("image")]
    public MediaId? Poster { get; init; }

    /// <summary>The words, for those who cannot hear or cannot load it.</summary>
    [Field("loi", "Lời thoại, mô tả", IsLong = true, Help = "Cho người không nghe được hoặc mạng yếu."), Searchable]
    public string? Transcript { get; init; }
}

[Block("am-thanh", "Âm thanh", Help = "Bài nói, bài hát, tiếng dân tộc")]
public sealed record AudioBlock : Block
{
    [Field("tep", "Tệp âm thanh"), MediaKind("audio")]
    public required MediaId Media { get; init; }

    [Field("tieu-de", "Tiêu đề"), Searchable]
    public required string Title { get; init; }

    [Field("loi", "Lời", IsLong = true), Searchable]
    public string? Transcript { get; init; }
}

[Block("tep-dinh-kem", "Tệp đính kèm", Help = "PDF, Word, Excel để tải về")]
public sealed record AttachmentBlock : Block
{
    [Field("tep", "Tệp")]
    public required MediaId Media { get; init; }

    [Field("ten", "Tên hiển thị"), Searchable]
    public required string Label { get; init; }
}

/// <summary>A group: blocks side by side on wide screens, one after another on narrow ones.</summary>
[Block("nhieu-cot", "Nhiều cột", Help = "Các khối đứng cạnh nhau")]
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
