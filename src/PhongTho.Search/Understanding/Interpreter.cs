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

    private readonly HitSearch _search = new(snapshot, query, lookup);

    public static Interpretation Answer(Snapshot snapshot, SearchQuery query, Wording wording)
    {
        var lookup = snapshot.Lookups.Take();
        var answer = new Interpreter(snapshot, query, wording, lookup).Answer();
        snapshot.Lookups.Return(lookup);
        return answer;
    }

    private Interpretation Answer()
    {
        if (string.IsNullOrWhiteSpace(query.Words))
        {
            return new Interpretation(_search.Browse(), null, null);
        }
        var decoded = UndecodedKeys.Decode(query.Words, lookup);
        var text = SpacedNumbers.Join(decoded ?? query.Words, lookup);
        var asked = QuestionText.Read(text, wording.Abbreviations);
        if (asked.Phrases.Count > 0)
        {
            // Quotes are meant: their marks may be wrong, their words and order not.
            var quoted = _search.Find(asked);
            return new Interpretation(quoted.Total > 0 ? quoted : _search.Find(asked.WithFoldedPhrases()), null, decoded);
        }
        // Where a word is nowhere, nothing can answer well as typed: what was meant is asked first, and mostly alone.
        var most = _search.MostTogether(asked);
        if (most < WellAnswered && !wording.Synonyms.Otherwise(text).Any() && Mended(asked, text) is { } meant && meant.Found.Together > most * ClearlyBetter)
        {
            return meant with { InterpretedAs = decoded };
        }
        var found = _search.Find(asked);
        if (found.Together >= WellAnswered)
        {
            return new Interpretation(found, null, decoded);
        }
        if (Otherwise(text, found) is { } known)
        {
            return known;
        }
        if (Completion.Finish(asked, lookup) is { } finished)
        {
            found = Better(found, _search.Find(finished));
        }
        return found.Together < WellAnswered && Mended(asked, text) is { } mended && Better(found, mended.Found) != found
            ? mended with { InterpretedAs = decoded }
            : new Interpretation(found, null, decoded);
    }

    /// <summary>The answer to the best other way of saying it, where that answers better.</summary>
    private Interpretation? Otherwise(string text, FoundHits asTyped)
    {
        var (best, meant) = (asTyped, (string?)null);
        foreach (var other in wording.Synonyms.Otherwise(text))
        {
            var found = _search.Find(QuestionText.Read(other, wording.Abbreviations));
            (best, meant) = Better(best, found) == found ? (found, other) : (best, meant);
        }
        return meant is null ? null : new Interpretation(best, null, meant);
    }

    private Interpretation? Mended(Asked asked, string text) =>
        asked.Words.Count <= LongestMended && new Spelling(asked, lookup, Vocabulary.Of(snapshot.Reader)).Mend(text) is { } mended
            ? new Interpretation(_search.Find(mended.Asked), mended.Text, null)
            : null;

    private static FoundHits Better(FoundHits asTyped, FoundHits other) =>
        (asTyped.Total == 0 && other.Total > 0) || other.Together > asTyped.Together * ClearlyBetter ? other : asTyped;
}

/// <param name="Suggestion">A better spelling, when there is one.</param>
/// <param name="InterpretedAs">What keystrokes, or words with a synonym, were taken to mean.</param>
internal sealed record Interpretation(FoundHits Found, string? Suggestion, string? InterpretedAs);
