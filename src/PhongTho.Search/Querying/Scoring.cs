using Lucene.Net.Index;
using Lucene.Net.Search;
using PhongTho.Search.Indexing;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>Decides the order of hits: words by zone, neighbours, and closeness. It never decides who is a hit.</summary>
internal static class Scoring
{
    // What the folded form of a word typed with marks still counts: its writer may be the only one who writes the marks.
    private const float FoldedShare = 0.35f;

    // A second zone with the same word says a little more than one.
    private const float OtherZones = 0.1f;

    private const float PairWeight = 0.6f;

    // Wide enough for "Nguyễn Phúc" in "Nguyễn Văn Phúc" and for the reverse; far below the gap between sentences.
    private const int Looseness = 3;
    private const int LongestCloseness = 12;

    /// <summary>Each word in its best zone, each pair of neighbours in its best zone.</summary>
    public static IEnumerable<Query> WordsAndPairs(TypedWords typed)
    {
        foreach (var word in typed.DistinctWords)
        {
            yield return BestOf(word.Readings.SelectMany(InEachZone));
            if (word.Typed.Symbol is { } symbol)
            {
                yield return BestOf(Zones.All.Select(zone => Boosted(new TermQuery(new Term(zone.Name, symbol)), zone.Weight)));
            }
        }
        foreach (var (first, second) in typed.Words.Zip(typed.Words.Skip(1)).Where(pair => pair.Second.Typed.Follows(pair.First.Typed)))
        {
            yield return BestOf(first.Readings.SelectMany(one => second.Readings.SelectMany(two => PairInEachZone(one, two))));
        }
    }

    /// <summary>All words near each other in one zone, in whatever order; null where there is nothing to be near.</summary>
    public static Query? Closeness(TypedWords typed)
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

    private static IEnumerable<Query> InEachZone(Reading reading) =>
        Zones.All.Select(zone => Both(zone.Name, reading.Folded, reading.Exact, zone.Weight));

    private static IEnumerable<Query> PairInEachZone(Reading first, Reading second)
    {
        var folded = SyllableTerms.FoldedPair(first.Folded, second.Folded);
        var exact = SyllableTerms.ExactPair(first.Folded, first.Exact, second.Folded, second.Exact);
        return Zones.All.Select(zone => Both(zone.Pairs, folded, exact, zone.Weight * PairWeight));
    }

    private static Query Both(string field, string folded, string? exact, float weight)
    {
        if (exact is null)
        {
            return Boosted(new TermQuery(new Term(field, folded)), weight);
        }
        return Boosted(
            new BooleanQuery
            {
                { Boosted(new TermQuery(new Term(field, folded)), FoldedShare), Occur.SHOULD },
                { Boosted(new TermQuery(new Term(field, exact)), 1 - FoldedShare), Occur.SHOULD },
            },
            weight);
    }

    private static DisjunctionMaxQuery BestOf(IEnumerable<Query> queries)
    {
        var best = new DisjunctionMaxQuery(OtherZones);
        best.Add(queries.ToList());
        return best;
    }

    private static Query Near(Zone zone, IEnumerable<string> terms, float weight)
    {
        var phrase = new PhraseQuery();
        foreach (var term in terms)
        {
            phrase.Add(new Term(zone.Name, term));
        }
        phrase.Slop = phrase.GetTerms().Length + Looseness;
        return Boosted(phrase, weight);
    }

    private static Query Boosted(Query query, float weight)
    {
        query.Boost = weight;
        return query;
    }
}
