using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Understanding;

/// <summary>
/// Phrases that mean the same. A question is answered as it was typed where that answers it well; where not, it is asked again with another
/// phrase of the group, so no synonym ever hides what was meant literally.
/// </summary>
public sealed class Synonyms
{
    // Each way is one more search.
    private const int MostWays = 6;

    private readonly Dictionary<string, List<Phrase>> _byFirst = new(StringComparer.Ordinal);

    public Synonyms(IEnumerable<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups.Select(group => group.Where(text => Syllables.Read(text).Count > 0).ToList()))
        {
            foreach (var text in group)
            {
                var phrase = new Phrase([.. Syllables.Read(text)], [.. group.Where(other => other != text)]);
                if (!_byFirst.TryGetValue(phrase.Words[0].Folded, out var known))
                {
                    _byFirst[phrase.Words[0].Folded] = known = [];
                }
                known.Add(phrase);
            }
        }
    }

    /// <summary>The question with a phrase of it said otherwise, longer phrases first.</summary>
    public IEnumerable<string> Otherwise(string question) => _byFirst.Count == 0 ? [] : Ways(question).Take(MostWays);

    private IEnumerable<string> Ways(string question)
    {
        var typed = Syllables.Read(question);
        var found = Enumerable.Range(0, typed.Count)
            .SelectMany(at => _byFirst.GetValueOrDefault(typed[at].Folded, []).Where(phrase => phrase.StandsAt(typed, at)).Select(phrase => (At: at, Phrase: phrase)))
            .OrderByDescending(place => place.Phrase.Words.Count);
        foreach (var (at, phrase) in found)
        {
            var (start, end) = (typed[at].Start, typed[at + phrase.Words.Count - 1].End);
            foreach (var other in phrase.Others)
            {
                yield return question[..start] + other + question[end..];
            }
        }
    }

    private sealed record Phrase(IReadOnlyList<Syllable> Words, IReadOnlyList<string> Others)
    {
        /// <summary>Bare letters mean any marks, as everywhere in a question.</summary>
        public bool StandsAt(IReadOnlyList<Syllable> typed, int at) =>
            at + Words.Count <= typed.Count && Words.Select((word, index) => (Word: word, Typed: typed[at + index])).All(pair =>
                pair.Typed.Folded == pair.Word.Folded && pair.Typed.Marks.MayMean(pair.Word.Marks));
    }
}
