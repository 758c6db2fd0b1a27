using System.Runtime.InteropServices;
using System.Text;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Indexing;

/// <summary>What the words of a document are called in the index. Index and query both ask here, so that they cannot drift apart.</summary>
internal static class DocumentTerms
{
    /// <summary>Frequencies say how much a document is about a word, in so many steps: a cheap first order that needs no norms.</summary>
    public const int Steps = 8;

    private const int LongestName = 5;

    /// <summary>Every folded word and document symbol, as often as the document is about it.</summary>
    public static IEnumerable<byte[]> Words(IReadOnlyList<(Zone Zone, IReadOnlyList<Syllable> Syllables)> zones)
    {
        var worths = new Dictionary<SyllableForms, float>(256, ByFolded.Instance);
        var symbols = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (zone, syllables) in zones)
        {
            var worth = Zones.Worth(zone, syllables.Count);
            foreach (var syllable in syllables)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(worths, syllable.Forms, out _) += worth;
                if (syllable.Symbol is not null)
                {
                    symbols.Add(syllable.Symbol);
                }
            }
        }
        foreach (var (forms, worth) in worths)
        {
            var times = Math.Clamp((int)MathF.Round(Zones.Saturate(worth) * Steps), 1, Steps);
            for (var time = 0; time < times; time++)
            {
                yield return forms.FoldedBytes;
            }
        }
        foreach (var symbol in symbols)
        {
            yield return Encoding.UTF8.GetBytes(symbol);
        }
    }

    /// <summary>Every word that carries marks, once.</summary>
    public static IEnumerable<byte[]> ExactWords(IReadOnlyList<(Zone Zone, IReadOnlyList<Syllable> Syllables)> zones) =>
        zones.SelectMany(zone => zone.Syllables).Select(syllable => syllable.Forms).Where(forms => forms.Exact is not null).Distinct().Select(forms => forms.ExactBytes);

    /// <summary>
    /// Every two neighbours, once: most Vietnamese words are two syllables, so pairs stand in for word segmentation without a dictionary.
    /// In runs of capitals every two words also without order, so that "Minh Nguyễn" meets "Nguyễn Văn Minh".
    /// </summary>
    public static IEnumerable<byte[]> Pairs(IReadOnlyList<(Zone Zone, IReadOnlyList<Syllable> Syllables)> zones)
    {
        var pairs = new HashSet<string>(256, StringComparer.Ordinal);
        foreach (var (_, syllables) in zones)
        {
            for (var index = 1; index < syllables.Count; index++)
            {
                if (syllables[index].Follows(syllables[index - 1]))
                {
                    pairs.Add(Pair(syllables[index - 1].Folded, syllables[index].Folded));
                }
                AddNamePairs(pairs, syllables, index);
            }
        }
        return pairs.Select(Encoding.UTF8.GetBytes);
    }

    public static string Pair(string first, string second) => $"{first} {second}";

    public static string NamePair(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? $"~{one} {other}" : $"~{other} {one}";

    private static void AddNamePairs(HashSet<string> pairs, IReadOnlyList<Syllable> syllables, int last)
    {
        if (!syllables[last].IsCapital)
        {
            return;
        }
        for (var back = 1; back < LongestName && back <= last; back++)
        {
            if (!syllables[last - back].IsCapital || !syllables[last - back + 1].Follows(syllables[last - back]))
            {
                return;
            }
            pairs.Add(NamePair(syllables[last - back].Folded, syllables[last].Folded));
        }
    }

    private sealed class ByFolded : IEqualityComparer<SyllableForms>
    {
        public static readonly ByFolded Instance = new();

        public bool Equals(SyllableForms? one, SyllableForms? other) => string.Equals(one?.Folded, other?.Folded, StringComparison.Ordinal);

        public int GetHashCode(SyllableForms forms) => forms.Code;
    }
}
