using System.Text;
using PhongTho.Search.Indexing;

namespace PhongTho.Search.Querying;

/// <summary>
/// Finds and orders the hits of one question in one snapshot. What the terms say of each document gives a first order; the best by it
/// are weighed by reading their texts.
/// </summary>
internal sealed class HitSearch(Snapshot snapshot, SearchQuery query, TermLookup lookup)
{
    private const int DeepestOffset = 3000;
    private const int LargestPage = 100;

    // Weighed by their text; beyond, the first order stands. Fixed, so that it does not shift from page to page.
    private const int MostWeighed = 250;
    private const float LeastRarity = 0.001f;

    private readonly NewestFirst _newestFirst = new(snapshot.Reader);

    public FoundHits Find(Asked asked)
    {
        var words = Evidence(asked);
        using var candidates = new Candidates(snapshot.Rooms);
        new Gathering(snapshot, lookup, asked, words, candidates).Gather();
        Narrow(candidates);
        var documents = candidates.Documents();
        return query.Order == SearchOrder.Newest ? Newest(documents, asked) : Best(documents, asked, words, candidates);
    }

    /// <summary>What <see cref="FoundHits.Together"/> can be at most, however an unfinished last word ends: less than 1 where a word is nowhere.</summary>
    public double MostTogether(Asked asked)
    {
        var words = Evidence(asked);
        var open = asked.MayBeUnfinished ? words.FindIndex(word => word.Word.Typed.Forms.Equals(asked.Words[^1].Typed.Forms)) : -1;
        var known = words.Where((word, index) => word.IsKnown || index == open).Sum(word => word.Rarity);
        return Closeness.MostOf(known / Math.Max(words.Sum(word => word.Rarity), LeastRarity));
    }

    /// <summary>Everything that has the chosen facets, newest first.</summary>
    public FoundHits Browse()
    {
        using var candidates = new Candidates(snapshot.Rooms);
        candidates.AddAll(snapshot.Reader);
        Narrow(candidates);
        return Newest(candidates.Documents(), null);
    }

    private List<WordEvidence> Evidence(Asked asked)
    {
        var distinct = asked.Words.DistinctBy(word => word.Typed.Forms).ToList();
        return [.. distinct.Select((word, bit) => WordEvidence.Of(word, bit, lookup, snapshot.Reader.NumDocs, distinct.Count == 1))];
    }

    private void Narrow(Candidates candidates)
    {
        var filter = new FacetFilter(snapshot.Reader, query);
        if (!filter.IsNone)
        {
            candidates.Keep(candidate => filter.Passes(candidate.Document));
        }
    }

    private FoundHits Newest(int[] documents, Asked? asked)
    {
        var newest = Foremost.Of<int, NewestFirst>(documents, Offset + Limit, _newestFirst);
        return new FoundHits(documents, [.. newest.Skip(Offset).Select(document => new FoundHit(document, 0))], asked, 1);
    }

    private FoundHits Best(int[] documents, Asked asked, IReadOnlyList<WordEvidence> words, Candidates candidates)
    {
        var rest = new List<Candidate>();
        if (candidates.Count > MostWeighed)
        {
            RaiseNeighbours(asked, words, candidates);
            var ordered = Foremost.Of(candidates.All, Math.Max(MostWeighed, Offset + Limit), new FirstOrder());
            rest = ordered[MostWeighed..];
            candidates.Keep(ordered[..MostWeighed]);
        }
        var ranking = new Ranking(snapshot.Reader, words, asked.HasMarks);
        var weighed = ranking.Weigh(candidates.All);
        weighed.Sort(Compare);
        var lowest = weighed.Count > 0 ? weighed[^1].Score : 0;
        var page = weighed.Select(hit => new FoundHit(hit.Document, hit.Score))
            .Concat(rest.Select((candidate, rank) => new FoundHit(candidate.Document, lowest / (rank + 2))))
            .Skip(Offset).Take(Limit);
        return new FoundHits(documents, [.. page], asked, Together(weighed, ranking, words.Count));
    }

    private void RaiseNeighbours(Asked asked, IReadOnlyList<WordEvidence> words, Candidates candidates)
    {
        var rarities = words.ToDictionary(word => word.Word.Typed.Forms, word => word.Rarity);
        for (var index = 1; index < asked.Words.Count; index++)
        {
            var (first, second) = (asked.Words[index - 1], asked.Words[index]);
            var rarity = (rarities[first.Typed.Forms] + rarities[second.Typed.Forms]) / 2;
            foreach (var reading in second.Readings)
            {
                candidates.Raise(lookup.Find(Schema.Pairs, Encoding.UTF8.GetBytes(DocumentTerms.Pair(first.Readings[0].Forms.Folded, reading.Forms.Folded))), rarity);
            }
            for (var before = 0; before < index && asked.Words.Count <= 5; before++)
            {
                candidates.Raise(
                    lookup.Find(Schema.Pairs, Encoding.UTF8.GetBytes(DocumentTerms.NamePair(asked.Words[before].Typed.Folded, second.Typed.Folded))), rarity);
            }
        }
    }

    // One word stands together with itself.
    private static double Together(List<Weighed> weighed, Ranking ranking, int words) =>
        weighed.Count == 0 ? 0 : words == 1 ? 1 : weighed.Max(hit => hit.Closest) / Math.Max(ranking.WholeRarity, LeastRarity);

    private int Offset => Math.Clamp(query.Offset, 0, DeepestOffset);

    private int Limit => Math.Clamp(query.Limit, 0, LargestPage);

    private int Compare(Weighed one, Weighed other)
    {
        var byScore = other.Score.CompareTo(one.Score);
        return byScore != 0 ? byScore : _newestFirst.Compare(one.Document, other.Document);
    }
}
