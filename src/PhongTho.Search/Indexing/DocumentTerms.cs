using System.Runtime.InteropServices;
using System.Text;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Indexing;

/// <summary>
/// What the words of a document are called in the index. Index and query both ask here, so that they cannot drift apart.
/// Each term is to be used before the next is asked for.
/// </summary>
internal static class DocumentTerms
{
    /// <summary>Frequencies say how much a document is about a word, in so many steps: a cheap first order that needs no norms.</summary>
    public const int Steps = 4;

    private const int LongestName = 5;

    // Two cut words, each letter at most three bytes, with what parts them.
    private const int LongestPair = (2 * 3 * Folding.LongestForm) + 2;
    private const byte Space = (byte)' ';
    private const byte NameSign = (byte)'~';

    /// <summary>Every folded word and document symbol, as often as the document is about it.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Words(IReadOnlyList<(Zone Zone, IReadOnlyList<Syllable> Syllables)> zones)
    {
        var worths = new Dictionary<ulong, (SyllableForms Forms, float Worth)>(256);
        HashSet<string>? symbols = null;
        foreach (var (zone, syllables) in zones)
        {
            var worth = Zones.Worth(zone, syllables.Count);
            foreach (var syllable in syllables)
            {
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(worths, syllable.Forms.FoldedKey, out _);
                known = (syllable.Forms, known.Worth + worth);
                if (syllable.Symbol is not null)
                {
                    (symbols ??= new(StringComparer.Ordinal)).Add(syllable.Symbol);
                }
            }
        }
        foreach (var (forms, worth) in worths.Values)
        {
            var times = Math.Clamp((int)MathF.Round(Zones.Saturate(worth) * Steps), 1, Steps);
            for (var time = 0; time < times; time++)
            {
                yield return forms.FoldedBytes;
            }
        }
        foreach (var symbol in symbols ?? [])
        {
            yield return Encoding.UTF8.GetBytes(symbol);
        }
    }

    /// <summary>Every word that carries marks, once.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> ExactWords(IReadOnlyList<(Zone Zone, IReadOnlyList<Syllable> Syllables)> zones)
    {
        var given = new HashSet<ulong>(256);
        foreach (var (_, syllables) in zones)
        {
            foreach (var syllable in syllables)
            {
                if (syllable.Exact is not null && given.Add(syllable.Forms.ExactKey))
                {
                    yield return syllable.Forms.ExactBytes;
                }
            }
        }
    }

    /// <summary>
    /// Every two neighbours, once: most Vietnamese words are two syllables, so pairs stand in for word segmentation without a dictionary.
    /// In runs of capitals every two words also without order, so that "Minh Nguyễn" meets "Nguyễn Văn Minh".
    /// </summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Pairs(IReadOnlyList<(Zone Zone, IReadOnlyList<Syllable> Syllables)> zones)
    {
        var given = new HashSet<ulong>(512);
        var room = new byte[LongestPair];
        foreach (var (_, syllables) in zones)
        {
            for (var last = 1; last < syllables.Count; last++)
            {
                var (before, word) = (syllables[last - 1], syllables[last]);
                if (!word.Follows(before))
                {
                    continue;
                }
                if (given.Add(SyllableForms.Join(before.Forms.FoldedKey, word.Forms.FoldedKey)))
                {
                    yield return Write(room, before.Forms, word.Forms, isName: false);
                }
                for (var first = last - 1; first >= 0 && last - first < LongestName && IsName(syllables, first, last); first--)
                {
                    var (one, other) = InOrder(syllables[first].Forms, word.Forms);
                    if (given.Add(SyllableForms.Join(one.FoldedKey, other.FoldedKey) ^ NameSign))
                    {
                        yield return Write(room, one, other, isName: true);
                    }
                }
            }
        }
    }

    public static string Pair(string first, string second) => $"{first} {second}";

    public static string NamePair(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? $"~{one} {other}" : $"~{other} {one}";

    // In a run of capitals that reaches from the one to the other; those between have been asked about before.
    private static bool IsName(IReadOnlyList<Syllable> syllables, int first, int last) =>
        syllables[last].IsCapital && syllables[first].IsCapital && syllables[first + 1].Follows(syllables[first]);

    private static (SyllableForms One, SyllableForms Other) InOrder(SyllableForms one, SyllableForms other) =>
        string.CompareOrdinal(one.Folded, other.Folded) <= 0 ? (one, other) : (other, one);

    private static ReadOnlyMemory<byte> Write(byte[] room, SyllableForms one, SyllableForms other, bool isName)
    {
        var length = 0;
        if (isName)
        {
            room[length++] = NameSign;
        }
        one.FoldedBytes.CopyTo(room, length);
        length += one.FoldedBytes.Length;
        room[length++] = Space;
        other.FoldedBytes.CopyTo(room, length);
        return room.AsMemory(0, length + other.FoldedBytes.Length);
    }
}
