using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Indexing;

/// <summary>
/// The words of a document as numbers, three bytes each, zone after zone: what ordering needs to see how near and in which order words
/// stand. Reading it for a few hundred candidates costs less than walking Lucene's positions, and the index keeps no positions at all.
/// </summary>
internal static class KeptText
{
    public const int BytesPerWord = 3;

    /// <summary>Words beyond are found, but not told near from far.</summary>
    public const int MostWords = 20_000;

    /// <summary>Stands where a sentence ends; a zone begins with it and its number.</summary>
    public const ushort Break = 0;

    public const byte CapitalBit = 0x80;

    public static byte[] Write(IReadOnlyList<(Zone Zone, IReadOnlyList<Syllable> Syllables)> zones)
    {
        // Between any two words a sentence may end.
        var bytes = new byte[zones.Sum(zone => (2 * zone.Syllables.Count) + 1) * BytesPerWord];
        var length = 0;
        foreach (var (zone, syllables) in zones)
        {
            Add(bytes, ref length, Break, (byte)(zone.Number + 1));
            for (var index = 0; index < syllables.Count && length < MostWords * BytesPerWord; index++)
            {
                var syllable = syllables[index];
                if (index > 0 && !syllable.Follows(syllables[index - 1]))
                {
                    Add(bytes, ref length, Break, 0);
                }
                Add(bytes, ref length, syllable.Forms.Code, (byte)(syllable.Marks.Bits | (syllable.IsCapital ? CapitalBit : 0)));
            }
        }
        return bytes[..length];
    }

    private static void Add(byte[] bytes, ref int length, ushort code, byte rest)
    {
        bytes[length++] = (byte)code;
        bytes[length++] = (byte)(code >> 8);
        bytes[length++] = rest;
    }
}
