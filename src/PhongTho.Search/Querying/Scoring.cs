using Lucene.Net.Index;
using Lucene.Net.Search;
using PhongTho.Search.Indexing;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>Decides the order of hits: words by zone, neighbours, and closeness. It never decides who is a hit.</summary>
internal sealed class Scoring(IndexReader reader, TypedWords typed)
{
    // What the folded form of a word typed with marks still counts: the question may be the only one that writes the marks.
    private const float FoldedShare = 0.35f;

    // A second zone with the same word says a little more than one.
    private const float OtherZones = 0.1f;

    // Wide enough for "Nguyễn Phúc" in "Nguyễn Văn Phúc" and for the reverse; far below the gap between sentences.
    private const int Looseness = 3;
    private const int LongestCloseness = 12;

    /// <summary>Each word in its best zone, each pair of neighbours in its best zone.</summary>
    public IEnumerable<Query> WordsAndPairs()
    {
        foreach (var word in typed.DistinctWords)
        {
            yield return BestOf(Zones.All.SelectMany(zone => word.Readings.Select(reading => Both(zone.Name, reading.Folded, reading.Exact, zone.Weight))));
            if (word.Typed.Symbol is { } symbol)
            {
                yield return BestOf(Zones.All.Select(zone => Having(zone.Name, symbol, zone.Weight)));
            }
        }
        foreach (var (first, second) in typed.Words.Zip(typed.Words.Skip(1)).Where(pair => pair.Second.Typed.Follows(pair.First.Typed)))
        {
            yield return BestOf(first.Readings.SelectMany(one => second.Readings.SelectMany(two => Pair(one, two))));
        }
    }

    /// <summary>All words near each other in one zone, in whatever order; null where there is nothing to be near.</summary>
    public Query? Closeness()
    {
        var words = typed.Words.Take(LongestCloseness).Select(word => word.Readings[0]).ToList();
        if (words.Count < 2)
        {
            return null;
        }
        var close = new BooleanQuery();
        foreach (var zone in Zones.All)
        {
            close.Add(Near(zone, words.Select(word => word.Folded), zone.Weight * FoldedShare), Occur.SHOULD);
            close.Add(Near(zone, words.Select(word => word.Exact ?? word.Folded), zone.Weight * (1 - FoldedShare)), Occur.SHOULD);
        }
        return close;
    }

    private IEnumerable<Query?> Pair(Reading first, Reading second)
    {
        var folded = SyllableTerms.FoldedPair(first.Folded, second.Folded);
        var exact = SyllableTerms.ExactPair(first.Folded, first.Exact, second.Folded, second.Exact);
        return Zones.Pairs.Select(pairs => Both(pairs.Name, folded, exact, pairs.Weight));
    }

    private Query? Both(string field, string folded, string? exact, float weight)
    {
        if (exact is null)
        {
            return Having(field, folded, weight);
        }
        var bare = Having(field, folded, weight * FoldedShare);
        var marked = bare is null ? null : Having(field, exact, weight * (1 - FoldedShare));
        return marked is null ? bare : new BooleanQuery { { bare!, Occur.SHOULD }, { marked, Occur.SHOULD } };
    }

    // Looked up here, so that what no document has costs no scorer: of eight forms of a word in four zones most are nowhere.
    private TermQuery? Having(string field, string text, float weight)
    {
        var term = new Term(field, text);
        var found = TermContext.Build(reader.Context, term);
        return found.DocFreq == 0 ? null : new TermQuery(term, found) { Boost = weight };
    }

    private static DisjunctionMaxQuery BestOf(IEnumerable<Query?> queries)
    {
        var best = new DisjunctionMaxQuery(OtherZones);
        best.Add(queries.OfType<Query>().ToList());
        return best;
    }

    private static PhraseQuery Near(Zone zone, IEnumerable<string> terms, float weight)
    {
        var phrase = new PhraseQuery();
        foreach (var term in terms)
        {
            phrase.Add(new Term(zone.Name, term));
        }
        phrase.Slop = phrase.GetTerms().Length + Looseness;
        phrase.Boost = weight;
        return phrase;
    }
}
