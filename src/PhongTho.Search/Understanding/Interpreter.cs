using PhongTho.Search.Indexing;
using PhongTho.Search.Querying;

namespace PhongTho.Search.Understanding;

/// <summary>Answers a question as it was typed, and as it may have been meant where the typed words answer badly.</summary>
internal sealed class Interpreter(Snapshot snapshot, SearchQuery query, Wording wording, TermLookup lookup)
{
    // So much of the question stands together in the best text that it was surely meant as typed.
    private const double WellAnswered = 0.75;

    // A longer question has words enough without the one that slipped.
    private const int LongestMended = 12;

    // What was not typed must answer clearly better than what was.
    private const double ClearlyBetter = 1.1;

    public static Interpretation Answer(Snapshot snapshot, SearchQuery query, Wording wording)
    {
        var lookup = snapshot.Lookups.Take();
        var answer = new Interpreter(snapshot, query, wording, lookup).Answer();
        snapshot.Lookups.Return(lookup);
        return answer;
    }

    private Interpretation Answer()
    {
        var search = new HitSearch(snapshot, query, lookup);
        if (string.IsNullOrWhiteSpace(query.Words))
        {
            return new Interpretation(search.Browse(), null, null);
        }
        var decoded = UndecodedKeys.Decode(query.Words, lookup);
        var text = decoded ?? query.Words;
        var asked = QuestionText.Read(text, wording.Abbreviations);
        var found = search.Find(asked);
        if (asked.Phrases.Count > 0)
        {
            // Quotes are meant: their marks may be wrong, their words and order not.
            return new Interpretation(found.Total > 0 ? found : search.Find(asked.WithFoldedPhrases()), null, decoded);
        }
        if (found.Together >= WellAnswered)
        {
            return new Interpretation(found, null, decoded);
        }
        if (Otherwise(search, text, found) is { } known)
        {
            return known;
        }
        if (Completion.Finish(asked, lookup) is { } finished)
        {
            found = Better(found, search.Find(finished));
        }
        if (found.Together < WellAnswered && asked.Words.Count <= LongestMended && new Spelling(asked, lookup, Vocabulary.Of(snapshot.Reader)).Mend(text) is { } mended)
        {
            var better = Better(found, search.Find(mended.Asked));
            if (better != found)
            {
                return new Interpretation(better, mended.Text, decoded);
            }
        }
        return new Interpretation(found, null, decoded);
    }

    /// <summary>The answer to the best other way of saying it, where that answers better.</summary>
    private Interpretation? Otherwise(HitSearch search, string text, FoundHits asTyped)
    {
        var (best, meant) = (asTyped, (string?)null);
        foreach (var other in wording.Synonyms.Otherwise(text))
        {
            var found = search.Find(QuestionText.Read(other, wording.Abbreviations));
            (best, meant) = Better(best, found) == found ? (found, other) : (best, meant);
        }
        return meant is null ? null : new Interpretation(best, null, meant);
    }

    private static FoundHits Better(FoundHits asTyped, FoundHits other) =>
        (asTyped.Total == 0 && other.Total > 0) || other.Together > asTyped.Together * ClearlyBetter ? other : asTyped;
}

/// <param name="Suggestion">A better spelling, when there is one.</param>
/// <param name="InterpretedAs">What keystrokes, or words with a synonym, were taken to mean.</param>
internal sealed record Interpretation(FoundHits Found, string? Suggestion, string? InterpretedAs);
