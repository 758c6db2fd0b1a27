using System.Globalization;
using PhongTho.Cms.Media;

namespace PhongTho.Portal.Manager.Media;

/// <summary>What the library calls kinds, types and sizes.</summary>
public static class MediaWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string NameOf(MediaKind kind) => kind switch
    {
        MediaKind.Image => "Ảnh",
        MediaKind.Audio => "Âm thanh",
        MediaKind.Video => "Video",
        _ => "Tài liệu",
    };

    public static string TypeOf(MediaFile file) => file.ContentType switch
    {
        MediaTypes.Svg => "Hình vẽ SVG",
        MediaTypes.Pdf => "PDF",
        MediaTypes.Docx => "Word (.docx)",
        MediaTypes.Xlsx => "Excel (.xlsx)",
        MediaTypes.Mp3 => "Âm thanh MP3",
        MediaTypes.Mp4 => "Video MP4",
        _ => "Ảnh " + ShortTypeOf(file),
    };

    /// <summary>For a corner of a tile: <c>PDF</c>.</summary>
    public static string ShortTypeOf(MediaFile file) => MediaTypes.ExtensionOf(file.ContentType)[1..].ToUpperInvariant() is var ending && ending == "JPG" ? "JPEG" : ending;

    public static string SizeOf(MediaFile file) => file.Size switch
    {
        >= 1_000_000 => string.Create(Vietnamese, $"{file.Size / 1_000_000m:0.#} MB"),
        >= 1_000 => string.Create(Vietnamese, $"{file.Size / 1_000m:0} KB"),
        _ => string.Create(Vietnamese, $"{file.Size} byte"),
    };

    /// <summary>Empty for what has no picture.</summary>
    public static string PixelsOf(MediaFile file) => file is { Width: { } width, Height: { } height } ? string.Create(CultureInfo.InvariantCulture, $"{width} × {height}") : "";

    public static string FolderOf(string path) => path.Length == 0 ? "Ngoài cùng" : path.Replace("/", " › ", StringComparison.Ordinal);
}
