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
        var bytes = new List<byte>(zones.Sum(zone => zone.Syllables.Count + 8) * BytesPerWord);
        foreach (var (zone, syllables) in zones)
        {
            Add(bytes, Break, (byte)(zone.Number + 1));
            for (var index = 0; index < syllables.Count && bytes.Count < MostWords * BytesPerWord; index++)
            {
                var syllable = syllables[index];
                if (index > 0 && !syllable.Follows(syllables[index - 1]))
                {
                    Add(bytes, Break, 0);
                }
                Add(bytes, syllable.Forms.Code, (byte)(syllable.Marks.Bits | (syllable.IsCapital ? CapitalBit : 0)));
            }
        }
        return [.. bytes];
    }

    private static void Add(List<byte> bytes, ushort code, byte rest)
    {
        bytes.Add((byte)code);
        bytes.Add((byte)(code >> 8));
        bytes.Add(rest);
    }
}
