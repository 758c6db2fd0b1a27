using PhongTho.Search.Indexing;
using PhongTho.Search.Querying;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Understanding;

/// <summary>How a folded word is written in the collection, where its writer gave some marks.</summary>
internal static class WrittenForms
{
    private const int MostVariants = 64;

    /// <summary>The folded word itself where no marks were given; else every written form that has them, the commonest first.</summary>
    public static IEnumerable<SyllableForms> Of(string folded, Marks typed, TermLookup lookup) =>
        typed.IsNone
            ? [Folding.FormsOf(folded)]
            : lookup.Beginning(Schema.Exact, folded + Folding.ExactMark, MostVariants)
                .GroupBy(found => found.Term, (term, same) => (Term: term, Frequency: same.Sum(found => found.Frequency)))
                .OrderByDescending(found => found.Frequency)
                .Select(found => FormsOf(found.Term))
                .Where(forms => typed.MayMean(forms.Marks));

    private static SyllableForms FormsOf(string term)
    {
        var (toneless, tone) = Folding.Split(term[(term.IndexOf(Folding.ExactMark, StringComparison.Ordinal) + 1)..]);
        return Folding.FormsOf(toneless, tone);
    }
}
