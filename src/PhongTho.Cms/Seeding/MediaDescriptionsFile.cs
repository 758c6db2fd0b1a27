using PhongTho.Cms.Media;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>What the library says of its files, for all places that show them; places may say more in their own words.</summary>
internal sealed record MediaDescriptionsFile
{
    public const string Name = "media.yaml";
    public const string Subject = "media";

    [Field("tep", "Tệp")]
    public IReadOnlyList<MediaDescriptionEntry> Files { get; init; } = [];

    public static MediaDescriptionsFile Of(IEnumerable<MediaFile> files) => new()
    {
        Files = [.. files.Where(MediaDescriptionEntry.SaysSomething).OrderBy(static file => file.Path, StringComparer.Ordinal).Select(MediaDescriptionEntry.Of)],
    };
}

internal sealed record MediaDescriptionEntry
{
    [Field("duong-dan", "Đường dẫn")]
    public required string Path { get; init; }

    [Field("mo-ta", "Mô tả thay thế")]
    public string? Alt { get; init; }

    [Field("trang-tri", "Chỉ để trang trí")]
    public bool IsDecorative { get; init; }

    [Field("chu-thich", "Chú thích")]
    public string? Caption { get; init; }

    [Field("nguon-anh", "Nguồn ảnh")]
    public string? Credit { get; init; }

    /// <summary>Thousandths from the left.</summary>
    [Field("tam-ngang", "Tâm điểm ngang")]
    public int? FocusX { get; init; }

    /// <summary>Thousandths from the top.</summary>
    [Field("tam-doc", "Tâm điểm dọc")]
    public int? FocusY { get; init; }

    public MediaDescription Description => new(Alt, IsDecorative, Caption, Credit, FocusX, FocusY);

    public static bool SaysSomething(MediaFile file) => file.IsDecorative || file.FocusX is not null || (file.Alt ?? file.Caption ?? file.Credit) is not null;

    public static MediaDescriptionEntry Of(MediaFile file) => new()
    {
        Path = file.Path,
        Alt = file.Alt,
        IsDecorative = file.IsDecorative,
        Caption = file.Caption,
        Credit = file.Credit,
        FocusX = file.FocusX,
        FocusY = file.FocusY,
    };
}
