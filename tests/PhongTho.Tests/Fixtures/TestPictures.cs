using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace PhongTho.Tests.Fixtures;

/// <summary>Pictures and files made on the spot, honest ones and others.</summary>
public static class TestPictures
{
    /// <summary>Stands in the metadata of <see cref="Telephone"/>; must stand nowhere a reader gets to.</summary>
    public const string Secret = "MAYANHBIMAT";

    /// <summary>Red on the left, blue on the right, with noise so that codecs have work to do.</summary>
    public static byte[] Jpeg(int width = 1400, int height = 700, int seed = 1)
    {
        using var picture = Draw(width, height, seed);
        return picture.JpegsaveBuffer(q: 85);
    }

    public static byte[] Png(int width, int height)
    {
        using var picture = Draw(width, height, 2);
        return picture.PngsaveBuffer();
    }

    public static byte[] Cmyk()
    {
        using var picture = Draw(400, 200, 3);
        using var inks = picture.Colourspace(Enums.Interpretation.Cmyk);
        return inks.JpegsaveBuffer(q: 85);
    }

    /// <summary>Red, then blue.</summary>
    public static byte[] AnimatedGif()
    {
        using var blank = Image.Black(60, 40, 3);
        using var red = (blank + new double[] { 255, 0, 0 }).Cast(Enums.BandFormat.Uchar);
        using var blue = (blank + new double[] { 0, 0, 255 }).Cast(Enums.BandFormat.Uchar);
        using var frames = Image.Arrayjoin([red, blue], across: 1).Copy(interpretation: Enums.Interpretation.Srgb).Mutate(static frame => frame.Set(GValue.GIntType, "page-height", 40));
        return frames.GifsaveBuffer();
    }

    /// <summary>As a telephone held upright writes it: lying on its side, told to be turned, with maker and place.</summary>
    public static byte[] Telephone(int width = 800, int height = 400)
    {
        var plain = Jpeg(width, height);
        var exif = Exif();
        var segment = new byte[4 + exif.Length];
        (segment[0], segment[1]) = (0xFF, 0xE1);
        BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(2), (ushort)(exif.Length + 2));
        exif.CopyTo(segment, 4);
        return [.. plain[..2], .. segment, .. plain[2..]];
    }

    /// <summary>A few hundred bytes that claim any size.</summary>
    public static byte[] PngClaiming(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", ZeroRows()), .. Chunk("IEND", [])];
    }

    public static byte[] JpegClaiming(ushort width, ushort height)
    {
        var bytes = Jpeg(64, 64);
        var frame = bytes.AsSpan().IndexOf(new byte[] { 0xFF, 0xC0 });
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(frame + 7), width);
        return bytes;
    }

    /// <summary>A Word or Excel file with these parts.</summary>
    public static byte[] Office(string mainType, params string[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="{mainType}"/></Types>""");
            foreach (var part in parts)
            {
                Write(zip, part, "x");
            }
        }

        return bytes.ToArray();
    }

    private static void Write(ZipArchive zip, string name, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open());
        part.Write(text);
    }

    private static Image Draw(int width, int height, int seed)
    {
        using var noise = Image.Gaussnoise(width, height, sigma: 12, mean: 0, seed: seed);
        using var left = Image.Black(width / 2, height, 3) + new double[] { 220, 20, 20 };
        using var right = Image.Black(width - (width / 2), height, 3) + new double[] { 20, 20, 220 };
        using var both = left.Join(right, Enums.Direction.Horizontal);
        return (both + noise).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    // TIFF, little endian: orientation, maker, and a place whose latitude is north.
    private static byte[] Exif()
    {
        var maker = Encoding.ASCII.GetBytes(Secret + "\0");
        using var bytes = new MemoryStream();
        using var tiff = new BinaryWriter(bytes);
        tiff.Write("Exif\0\0"u8);
        tiff.Write("II*\0"u8);
        tiff.Write(8);
        tiff.Write((ushort)3);
        Entry(tiff, 0x010F, 2, maker.Length, 50);
        Entry(tiff, 0x0112, 3, 1, 6);
        Entry(tiff, 0x8825, 4, 1, 50 + maker.Length);
        tiff.Write(0);
        tiff.Write(maker);
        tiff.Write((ushort)1);
        Entry(tiff, 0x0001, 2, 2, 'N');
        tiff.Write(0);
        return bytes.ToArray();
    }

    private static void Entry(BinaryWriter tiff, ushort tag, ushort type, int count, int value)
    {
        tiff.Write(tag);
        tiff.Write(type);
        tiff.Write(count);
        tiff.Write(value);
    }

    private static byte[] ZeroRows()
    {
        using var bytes = new MemoryStream();
        using (var zlib = new ZLibStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(new byte[1_000_000]);
        }

        return bytes.ToArray();
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc(body));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
