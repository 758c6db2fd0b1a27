using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>Finishes a last word that was not typed to its end ("bất c", "xuất khẩ"), by what follows its neighbour in the collection.</summary>
internal static class Completion
{
    private const int MostEndings = 8;
    private const int MostTermsRead = 4000;

    /// <summary>The words with every likely ending of the last; unchanged when the last is complete as it stands, or has no ending.</summary>
    public static TypedWords Finish(TypedWords typed, IndexReader reader)
    {
        if (!typed.MayBeUnfinished || typed.Phrases.Count > 0)
        {
            return typed;
        }
        var last = typed.Words[^1];
        var previous = typed.Words.Count > 1 && last.Typed.Follows(typed.Words[^2].Typed) ? typed.Words[^2] : null;
        IReadOnlyList<string> fields = [.. previous is null ? Zones.All.Select(zone => zone.Name) : Zones.Pairs.Select(pairs => pairs.Name)];
        foreach (var opening in Openings(previous, last))
        {
            if (fields.Any(field => reader.DocFreq(new Term(field, opening.Prefix + opening.Tone)) > 0))
            {
                return typed;
            }
            var endings = Endings(reader, fields, opening);
            if (endings.Count > 0)
            {
                return typed.WithLast(last with { Readings = [.. last.Readings, .. endings] });
            }
        }
        return typed;
    }

    // As written first; then bare, for a neighbour typed without the marks it has in the collection.
    private static IEnumerable<Opening> Openings(TypedWord? previous, TypedWord last)
    {
        var word = last.Readings[0];
        if (previous?.Readings[0] is not { } before)
        {
            if (word.Exact is not null)
            {
                yield return Opening.Of(word.Exact);
            }
            yield return new Opening(word.Folded, "");
            yield break;
        }

        if (SyllableTerms.ExactPair(before.Folded, before.Exact, word.Folded, word.Exact) is { } exact)
        {
            yield return Opening.Of(exact);
        }
        yield return new Opening(SyllableTerms.FoldedPair(before.Folded, word.Folded), "");
    }

    private static List<Reading> Endings(IndexReader reader, IReadOnlyList<string> fields, Opening opening) =>
        [.. fields
            .SelectMany(field => TermsFrom(reader, field, opening))
            .GroupBy(term => term.Text, (text, terms) => (Text: text, Frequency: terms.Sum(term => term.Frequency)))
            .OrderByDescending(ending => ending.Frequency)
            .ThenBy(ending => ending.Text, StringComparer.Ordinal)
            .Take(MostEndings)
            .Select(ending => ReadingOf(ending.Text))];

    private static IEnumerable<(string Text, int Frequency)> TermsFrom(IndexReader reader, string field, Opening opening)
    {
        var terms = MultiFields.GetTerms(reader, field)?.GetEnumerator();
        if (terms is null || terms.SeekCeil(new BytesRef(opening.Prefix)) == TermsEnum.SeekStatus.END)
        {
            yield break;
        }
        var read = 0;
        do
        {
            var text = terms.Term.Utf8ToString();
            if (!text.StartsWith(opening.Prefix, StringComparison.Ordinal))
            {
                yield break;
            }
            if (text.EndsWith(opening.Tone, StringComparison.Ordinal) && !text.Contains('/', StringComparison.Ordinal))
            {
                yield return (text, terms.DocFreq);
            }
        }
        while (++read < MostTermsRead && terms.MoveNext());
    }

    private static Reading ReadingOf(string term)
    {
        var last = term[(term.LastIndexOf(' ') + 1)..].TrimStart(Folding.ExactPrefix);
        var letters = Folding.SplitExact(last).Letters;
        var folded = Folding.Fold(letters);
        return new Reading(folded, folded == last ? null : Folding.ExactPrefix + last);
    }

    /// <summary>How a term of the collection must begin and end to be an ending of the word.</summary>
    private readonly record struct Opening(string Prefix, string Tone)
    {
        public static Opening Of(string exact)
        {
            var (letters, tone) = Folding.SplitExact(exact);
            return new Opening(letters, tone);
        }
    }
}
