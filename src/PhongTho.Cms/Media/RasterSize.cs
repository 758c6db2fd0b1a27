using System.Buffers.Binary;

namespace PhongTho.Cms.Media;

/// <summary>Width and height from a picture's header, without decoding it.</summary>
internal static class RasterSize
{
    public static (int Width, int Height)? Of(ReadOnlySpan<byte> bytes, string contentType) => contentType switch
    {
        "image/png" when bytes.Length > 24 =>
            ((int)BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), (int)BinaryPrimitives.ReadUInt32BigEndian(bytes[20..])),
        "image/jpeg" => Jpeg(bytes),
        _ => null,
    };

    private static (int Width, int Height)? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 < bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
