using PhongTho.Search.Indexing;
using PhongTho.Search.Querying;

namespace PhongTho.Search.Understanding;

/// <summary>Finishes a last word that was not typed to its end ("bất c", "xuất khẩ"), by what follows its neighbour in the collection.</summary>
internal static class Completion
{
    private const int MostEndings = 16;
    private const int MostTermsRead = 500;
    private const float Worth = 0.9f;

    /// <summary>The question with every likely ending of the last word; null when there is none.</summary>
    public static Asked? Finish(Asked asked, TermLookup lookup)
    {
        if (!asked.MayBeUnfinished || asked.Words.Count == 0)
        {
            return null;
        }
        var last = asked.Words[^1];
        var endings = Endings(asked, last, lookup).ToList();
        return endings.Count == 0 ? null : asked.With(asked.Words.Count - 1, last.Or(endings));
    }

    private static IEnumerable<Reading> Endings(Asked asked, AskedWord last, TermLookup lookup)
    {
        var typed = last.Typed.Forms;
        var afterNeighbour = asked.Words.Count > 1
            ? Likeliest(lookup.Beginning(Schema.Pairs, DocumentTerms.Pair(asked.Words[^2].Typed.Folded, typed.Folded), MostTermsRead))
                .Select(pair => pair[(pair.IndexOf(' ', StringComparison.Ordinal) + 1)..])
            : [];
        var anywhere = Likeliest(lookup.Beginning(Schema.Words, typed.Folded, MostTermsRead).Where(term => !term.Term.Contains('/', StringComparison.Ordinal)));
        return afterNeighbour.Concat(anywhere).Distinct(StringComparer.Ordinal).Where(folded => folded != typed.Folded)
            .SelectMany(folded => WrittenForms.Of(folded, typed.Marks, lookup)).Take(MostEndings).Select(forms => new Reading(forms, Worth));
    }

    private static IEnumerable<string> Likeliest(IEnumerable<(string Term, int Frequency)> terms) =>
        terms.GroupBy(term => term.Term, (term, same) => (Term: term, Frequency: same.Sum(one => one.Frequency)))
            .OrderByDescending(term => term.Frequency).ThenBy(term => term.Term, StringComparer.Ordinal).Take(MostEndings).Select(term => term.Term);
}
