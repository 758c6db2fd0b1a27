using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.InteropServices;

namespace PhongTho.Search.Vietnamese;

/// <summary>Spells out what is written short (UBND, HTX, TP.HCM), in texts and questions alike, so that both ways of writing are the same words.</summary>
/// <remarks>The table is data: <c>Vietnamese/abbreviations.txt</c>, one line each, short form and meaning parted by a tab.</remarks>
public static class Abbreviations
{
    private const int LongestLowerCaseGuess = 3;

    private static readonly FrozenDictionary<string, Entry[]> ByFolded = Load();

    /// <summary>In running text only capitals are an abbreviation: "cn" may be anything.</summary>
    public static IReadOnlyList<Syllable> SpellOut(IReadOnlyList<Syllable> syllables, bool isQuestion = false)
    {
        // Most texts have none.
        var first = First(syllables, isQuestion);
        return first < 0 ? syllables : SpellOut(syllables, first, isQuestion);
    }

    private static int First(IReadOnlyList<Syllable> syllables, bool isQuestion)
    {
        var all = syllables is List<Syllable> list ? CollectionsMarshal.AsSpan(list) : [.. syllables];
        for (var index = 0; index < all.Length; index++)
        {
            if ((all[index].IsCapital || isQuestion) && Find(all[index], isQuestion) is not null)
            {
                return index;
            }
        }
        return -1;
    }

    private static List<Syllable> SpellOut(IReadOnlyList<Syllable> syllables, int first, bool isQuestion)
    {
        var spelled = new List<Syllable>(syllables.Count + 16);
        spelled.AddRange(syllables.Take(first));
        var shift = 0;
        for (var index = first; index < syllables.Count; index++)
        {
            var syllable = syllables[index];
            if (Find(syllable, isQuestion) is not { } entry)
            {
                spelled.Add(syllable with { Position = syllable.Position + shift });
                continue;
            }
            foreach (var word in entry.Words)
            {
                spelled.Add(syllable with { Forms = word.Forms, IsCapital = word.IsCapital, Position = syllable.Position + shift++, Symbol = word == entry.Words[0] ? syllable.Symbol : null });
            }
            shift--;
        }
        return spelled;
    }

    private static Entry? Find(Syllable syllable, bool isQuestion) =>
        (syllable.IsCapital || isQuestion) && syllable.End - syllable.Start > 1 && ByFolded.TryGetValue(syllable.Folded, out var entries)
            ? Array.Find(entries, entry => isQuestion ? IsAsked(syllable, entry) : IsWritten(syllable, entry))
            : null;

    private static bool IsAsked(Syllable syllable, Entry entry) =>
        syllable.Marks.MayMean(entry.Marks) && (syllable.IsShouted || entry.IsUnmistakable);

    // "Đh" and "DH" in a text are not "ĐH".
    private static bool IsWritten(Syllable syllable, Entry entry) => syllable.Marks == entry.Marks && (syllable.IsShouted || entry.IsMixed);

    private static FrozenDictionary<string, Entry[]> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("PhongTho.Search.Vietnamese.abbreviations.txt")
            ?? throw new InvalidOperationException("The table of abbreviations is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.TrimEnd('\r').Split('\t'))
            .Select(cells => new Entry(cells[0], [.. Syllables.Read(cells[1])]))
            .GroupBy(entry => Folding.FormsOf(entry.Short).Folded, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    private sealed record Entry(string Short, IReadOnlyList<Syllable> Words)
    {
        public Marks Marks { get; } = Folding.FormsOf(Short).Marks;

        public bool IsMixed { get; } = Short.Any(char.IsLower);

        /// <summary>No syllable is written so: typed small it is still the abbreviation.</summary>
        public bool IsUnmistakable { get; } = Short.Length > LongestLowerCaseGuess || !SyllableShape.IsValid(Folding.Fold(Short));
    }
}
