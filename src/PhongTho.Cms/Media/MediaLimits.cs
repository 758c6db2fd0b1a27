using System.Globalization;
using PhongTho.Cms.Changes;

namespace PhongTho.Cms.Media;

/// <summary>How much one file may bring.</summary>
public sealed record MediaLimits
{
    public long PictureBytes { get; init; } = 25_000_000;

    public long DrawingBytes { get; init; } = 2_000_000;

    /// <summary>For PDF, Word and Excel.</summary>
    public long DocumentBytes { get; init; } = 50_000_000;

    /// <summary>For sound and film.</summary>
    public long VideoBytes { get; init; } = 200_000_000;

    /// <summary>What is read of an upload before it is known what it is.</summary>
    public long MostBytes => new[] { PictureBytes, DrawingBytes, DocumentBytes, VideoBytes }.Max();

    /// <summary>Why a file of this kind and size is too much; null when it is not.</summary>
    public Refusal? WhyNot(string contentType, long size)
    {
        var most = contentType switch
        {
            MediaTypes.Svg => DrawingBytes,
            MediaTypes.Mp3 or MediaTypes.Mp4 => VideoBytes,
            _ when MediaTypes.IsRaster(contentType) => PictureBytes,
            _ => DocumentBytes,
        };
        return size > most ? TooBig(most) : null;
    }

    /// <summary>The reason against what is more than anything the library takes.</summary>
    public Refusal TooBig() => TooBig(MostBytes);

    private static Refusal TooBig(long most) =>
        new("mediaSize", string.Create(CultureInfo.GetCultureInfo("vi-VN"), $"Tệp quá lớn: loại tệp này chỉ nhận đến {most / 1_000_000m:0.#} MB."));
}
