using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace PhongTho.Search.Vietnamese;

/// <summary>Spells out what is written short (UBND, HTX, TP.HCM), in texts and questions alike, so that both ways of writing are the same words.</summary>
public sealed class Abbreviations
{
    private const int LongestLowerCaseGuess = 3;

    private readonly FrozenDictionary<string, Entry[]> _byFolded;

    public Abbreviations(IEnumerable<Abbreviation> all) => _byFolded = all
        .Select(abbreviation => new Entry(abbreviation.Letters, [.. Syllables.Read(abbreviation.Meaning)]))
        .Where(entry => entry.Words.Count > 0)
        .GroupBy(entry => Folding.FormsOf(entry.Letters).Folded, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>In running text only capitals are an abbreviation: "cn" may be anything.</summary>
    public IReadOnlyList<Syllable> SpellOut(IReadOnlyList<Syllable> syllables, bool isQuestion = false)
    {
        // Most texts have none.
        var first = First(syllables, isQuestion);
        return first < 0 ? syllables : SpellOut(syllables, first, isQuestion);
    }

    private int First(IReadOnlyList<Syllable> syllables, bool isQuestion)
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

    private List<Syllable> SpellOut(IReadOnlyList<Syllable> syllables, int first, bool isQuestion)
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

    private Entry? Find(Syllable syllable, bool isQuestion) =>
        (syllable.IsCapital || isQuestion) && syllable.End - syllable.Start > 1 && _byFolded.TryGetValue(syllable.Folded, out var entries)
            ? Array.Find(entries, entry => isQuestion ? IsAsked(syllable, entry) : IsWritten(syllable, entry))
            : null;

    private static bool IsAsked(Syllable syllable, Entry entry) =>
        syllable.Marks.MayMean(entry.Marks) && (syllable.IsShouted || entry.IsUnmistakable);

    // "Đh" and "DH" in a text are not "ĐH".
    private static bool IsWritten(Syllable syllable, Entry entry) => syllable.Marks == entry.Marks && (syllable.IsShouted || entry.IsMixed);

    private sealed record Entry(string Letters, IReadOnlyList<Syllable> Words)
    {
        public Marks Marks { get; } = Folding.FormsOf(Letters).Marks;

        public bool IsMixed { get; } = Letters.Any(char.IsLower);

        /// <summary>No syllable is written so: typed small it is still the abbreviation.</summary>
        public bool IsUnmistakable { get; } = Letters.Length > LongestLowerCaseGuess || !SyllableShape.IsValid(Folding.Fold(Letters));
    }
}

/// <param name="Letters">As it is written: one word, in capitals, or with some small letters (TP, ThS).</param>
/// <param name="Meaning">What it stands for, with its marks.</param>
public sealed record Abbreviation(string Letters, string Meaning);
