using PhongTho.Search.Indexing;
using PhongTho.Search.Querying;

namespace PhongTho.Search.Suggesting;

/// <summary>Completes what is being typed to a title or a name, from the beginning of any of its words, with or without marks.</summary>
internal static class Suggestions
{
    private const int MostTermsRead = 300;
    private const int MostDocumentsTried = 4;
    private const int LongestTyped = 200;

    /// <summary>Names before titles, those that begin as typed before those with a word that does; the more often met before the rarer.</summary>
    public static IReadOnlyList<SearchSuggestion> Complete(Snapshot snapshot, string typed, int limit, SearchQuery query)
    {
        var sought = SuggestionTerms.FoldedWords(typed.Length > LongestTyped ? typed[..LongestTyped] : typed);
        if (sought.Length == 0 || limit == 0)
        {
            return [];
        }
        var lookup = snapshot.Lookups.Take();
        string[] prefixes = [SuggestionTerms.FromTheStart(sought), SuggestionTerms.FromInside(sought)];
        SearchSuggestion[] completed =
        [
            .. prefixes
                .SelectMany(prefix => new[] { SuggestionTerms.Names, SuggestionTerms.Titles }.SelectMany(field => Terms(lookup, field, prefix).Take(limit * 2)))
                .SelectMany(term => Texts(snapshot, lookup, term, query))
                .DistinctBy(suggestion => (SuggestionTerms.FoldedWords(suggestion.Text), suggestion.Kind))
                .Take(limit),
        ];
        snapshot.Lookups.Return(lookup);
        return completed;
    }

    private static IEnumerable<Found> Terms(TermLookup lookup, string field, string prefix) =>
        lookup.Beginning(field, prefix, MostTermsRead)
            .GroupBy(found => found.Term, (term, same) => new Found(field, term, same.Sum(found => found.Frequency)))
            .OrderByDescending(found => found.Frequency)
            .ThenBy(found => found.Term.Length)
            .ThenBy(found => found.Term, StringComparer.Ordinal);

    // A term is a folded beginning; how it is written stands in a document that has it and still lives.
    private static IEnumerable<SearchSuggestion> Texts(Snapshot snapshot, TermLookup lookup, Found found, SearchQuery query)
    {
        var words = found.Term[1..];
        var isStart = found.Term.StartsWith(SuggestionTerms.FromTheStart(""), StringComparison.Ordinal);
        var most = found.Field == SuggestionTerms.Names ? 1 : MostDocumentsTried;
        var filter = new FacetFilter(snapshot.Reader, query);
        foreach (var document in lookup.Documents(found.Field, found.Term, filter.IsNone ? most : MostDocumentsTried).Where(filter.Passes).Take(most))
        {
            var stored = snapshot.Printed(document);
            if (found.Field == SuggestionTerms.Titles)
            {
                yield return new SearchSuggestion(stored[Zones.Title], "title", stored.Stored.GetValueOrDefault(Schema.PathEntry));
                continue;
            }
            var name = stored[Zones.Names].Split('\n').FirstOrDefault(name => Begins(SuggestionTerms.FoldedWords(name), words, isStart));
            if (name is not null)
            {
                yield return new SearchSuggestion(name, "name", null);
            }
        }
    }

    private static bool Begins(string folded, string words, bool isStart) =>
        isStart ? folded.StartsWith(words, StringComparison.Ordinal) : folded.Contains(' ' + words, StringComparison.Ordinal);

    private sealed record Found(string Field, string Term, int Frequency);
}
