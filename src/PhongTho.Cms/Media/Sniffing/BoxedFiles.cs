using System.Buffers.Binary;
using System.Text;

namespace PhongTho.Cms.Media.Sniffing;

/// <summary>Films and pictures that begin with an <c>ftyp</c> box: its brands say which.</summary>
internal static class BoxedFiles
{
    private static readonly HashSet<string> Films =
        new(["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash"], StringComparer.Ordinal);

    private static readonly HashSet<string> Telephones = new(["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"], StringComparer.Ordinal);

    public static string? Sniff(ReadOnlySpan<byte> start)
    {
        var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(start), (uint)start.Length);
        var brands = new List<string>();
        for (var at = 8; at + 4 <= length; at += 4)
        {
            // The second word is a version, not a brand.
            if (at != 12)
            {
                brands.Add(Encoding.Latin1.GetString(start.Slice(at, 4)));
            }
        }

        return brands.Contains("avif") ? MediaTypes.Avif
            : brands.Exists(Telephones.Contains) ? MediaTypes.Heic
            : brands.Count > 0 && Films.Contains(brands[0]) ? MediaTypes.Mp4 : null;
    }
}
