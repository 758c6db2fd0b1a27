using System.Text;
using PhongTho.Search.Indexing;
using PhongTho.Search.Querying;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Understanding;

/// <summary>Mends one slip of the finger: for a word that fits none of its neighbours, words one edit away that do.</summary>
internal sealed class Spelling(Asked asked, TermLookup lookup, Vocabulary vocabulary)
{
    private const int MostDoubted = 3;
    private const int MostMeant = 4;
    private const int Longest = 10;

    // Each costs some look-ups in every segment; the less forgivable slips are hardly ever meant.
    private const int MostLookedUp = 60;
    private const float Worth = 0.8f;

    // Against one step of how often neighbours are met (a natural logarithm).
    private const float CostWeight = 2.2f;
    private const float CommonnessWeight = 0.35f;

    /// <summary>The question with what its doubtful words may mean, and the same in writing; null when no word is doubtful or none can be mended.</summary>
    public (Asked Asked, string Text)? Mend(string text)
    {
        var mended = asked;
        var corrections = new List<(Syllable Typed, string Written)>();
        foreach (var index in Doubted())
        {
            var meant = Meant(index).ToList();
            if (meant.Count > 0)
            {
                mended = mended.With(index, asked.Words[index].Or(meant.Select(forms => new Reading(forms, Worth))));
                corrections.Add((asked.Words[index].Typed, Written(meant[0])));
            }
        }
        return corrections.Count == 0 ? null : (mended, Rewrite(text, corrections));
    }

    // Unknown words; where all are known, the one that no text has beside a neighbour of its.
    private IEnumerable<int> Doubted()
    {
        var doubted = Enumerable.Range(0, asked.Words.Count)
            .Where(index => IsMendable(asked.Words[index].Typed.Folded))
            .Select(index => (Index: index, IsUnknown: Frequency(asked.Words[index].Typed.Folded) == 0, Beside: Beside(index, asked.Words[index].Typed.Folded)))
            .Where(word => word.IsUnknown || word.Beside == 0)
            .OrderBy(word => !word.IsUnknown)
            .ThenBy(word => Frequency(asked.Words[word.Index].Typed.Folded))
            .ToList();
        var unknown = doubted.Where(word => word.IsUnknown).Select(word => word.Index).Take(MostDoubted).ToList();
        return unknown.Count > 0 ? unknown : doubted.Select(word => word.Index).Take(MostDoubted);
    }

    private IEnumerable<SyllableForms> Meant(int index)
    {
        var typed = asked.Words[index].Typed.Forms;
        return Slips.Of(typed.Folded)
            .Where(slip => vocabulary.Has(slip.Key))
            .OrderBy(slip => slip.Value)
            .Take(MostLookedUp)
            .Select(slip => (Word: slip.Key, Worth: Beside(index, slip.Key) + (CommonnessWeight * MathF.Log(1 + Frequency(slip.Key))) - (CostWeight * slip.Value)))
            .OrderByDescending(slip => slip.Worth)
            .Select(slip => WrittenForms.Of(slip.Word, typed.Marks, lookup).FirstOrDefault())
            .OfType<SyllableForms>()
            .Take(MostMeant);
    }

    /// <summary>How often a word in this place would be met beside its neighbours, as logarithms.</summary>
    private float Beside(int index, string folded)
    {
        var before = index > 0 ? Pair(asked.Words[index - 1].Typed.Folded, folded) : 0;
        var after = index + 1 < asked.Words.Count ? Pair(folded, asked.Words[index + 1].Typed.Folded) : 0;
        return MathF.Log(1 + before) + MathF.Log(1 + after);
    }

    private int Pair(string first, string second) => lookup.Find(Schema.Pairs, Encoding.UTF8.GetBytes(DocumentTerms.Pair(first, second))).Frequency;

    private int Frequency(string folded) => lookup.Find(Schema.Words, Encoding.UTF8.GetBytes(folded)).Frequency;

    private static bool IsMendable(string folded) => folded.Length is > 1 and <= Longest && folded.AsSpan().IndexOfAnyExceptInRange('a', 'z') < 0;

    private static string Written(SyllableForms forms)
    {
        if (forms.Exact is null)
        {
            return forms.Folded;
        }
        var (toneless, tone) = Folding.Split(forms.Exact);
        return SyllableWriting.Compose(toneless, tone);
    }

    private static string Rewrite(string text, List<(Syllable Typed, string Written)> corrections)
    {
        var mended = new StringBuilder(text.Length);
        var written = 0;
        foreach (var (typed, meant) in corrections.OrderBy(correction => correction.Typed.Start).Where(correction => correction.Typed.Start >= 0))
        {
            if (typed.Start < written)
            {
                continue;
            }
            mended.Append(text, written, typed.Start - written).Append(typed.IsCapital ? char.ToUpperInvariant(meant[0]) + meant[1..] : meant);
            written = typed.End;
        }
        return mended.Append(text, written, text.Length - written).ToString();
    }
}
