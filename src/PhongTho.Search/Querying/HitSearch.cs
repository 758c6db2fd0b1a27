using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
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

    private readonly IList<AtomicReaderContext> _leaves = snapshot.Reader.Leaves;
    private readonly long[]?[] _times = new long[]?[snapshot.Reader.Leaves.Count];

    public FoundHits Find(Asked asked)
    {
        var words = Evidence(asked);
        using var candidates = new Candidates(snapshot.Slates);
        var hits = Facets.Narrow(new Gathering(snapshot, lookup, asked, words, candidates).Gather(), snapshot.Reader, query);
        return query.Order == SearchOrder.Newest ? Newest(hits, asked) : Best(hits, asked, words, candidates);
    }

    /// <summary>Everything that has the chosen facets, newest first.</summary>
    public FoundHits Browse()
    {
        var live = MultiFields.GetLiveDocs(snapshot.Reader);
        var all = new List<int>(snapshot.Reader.NumDocs);
        for (var document = 0; document < snapshot.Reader.MaxDoc; document++)
        {
            if (live is null || live.Get(document))
            {
                all.Add(document);
            }
        }
        return Newest(Facets.Narrow(all, snapshot.Reader, query), null);
    }

    private List<WordEvidence> Evidence(Asked asked)
    {
        var distinct = asked.Words.DistinctBy(word => word.Typed.Forms).ToList();
        return [.. distinct.Select((word, bit) => WordEvidence.Of(word, bit, lookup, snapshot.Reader.NumDocs, distinct.Count == 1))];
    }

    private FoundHits Best(List<int> hits, Asked asked, IReadOnlyList<WordEvidence> words, Candidates candidates)
    {
        var facets = Facets.Count(hits, snapshot.Reader, query.CountFacets);
        var first = hits;
        var rest = new List<int>();
        if (hits.Count > MostWeighed)
        {
            RaiseNeighbours(asked, words, candidates);
            var ordered = Foremost.Of(hits, Math.Max(MostWeighed, Offset + Limit), (one, other) => CompareFirst(candidates, one, other));
            first = ordered[..MostWeighed];
            rest = ordered[MostWeighed..];
        }
        var ranking = new Ranking(snapshot.Reader, words, asked.HasMarks);
        var weighed = ranking.Weigh(first, candidates);
        weighed.Sort((one, other) => Compare(one, other));
        var lowest = weighed.Count > 0 ? weighed[^1].Score : 0;
        var page = weighed.Select(hit => new FoundHit(hit.Document, hit.Score))
            .Concat(rest.Select((document, rank) => new FoundHit(document, lowest / (rank + 2))))
            .Skip(Offset).Take(Limit);
        return new FoundHits(hits.Count, [.. page], facets, asked, Together(weighed, ranking, words.Count));
    }

    // One word stands together with itself.
    private static double Together(List<Weighed> weighed, Ranking ranking, int words) =>
        weighed.Count == 0 ? 0 : words == 1 ? 1 : weighed.Max(hit => hit.Closest) / Math.Max(ranking.WholeRarity, 0.001f);

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

    private FoundHits Newest(List<int> hits, Asked? asked)
    {
        var facets = Facets.Count(hits, snapshot.Reader, query.CountFacets);
        var newest = Foremost.Of(hits, Offset + Limit, CompareTimes);
        return new FoundHits(hits.Count, [.. newest.Skip(Offset).Select(document => new FoundHit(document, 0))], facets, asked, 1);
    }

    private int Offset => Math.Clamp(query.Offset, 0, DeepestOffset);

    private int Limit => Math.Clamp(query.Limit, 0, LargestPage);

    private static int CompareFirst(Candidates candidates, int one, int other)
    {
        var byScore = candidates[other].Score.CompareTo(candidates[one].Score);
        return byScore != 0 ? byScore : one.CompareTo(other);
    }

    private int Compare(Weighed one, Weighed other)
    {
        var byScore = other.Score.CompareTo(one.Score);
        return byScore != 0 ? byScore : CompareTimes(one.Document, other.Document);
    }

    private int CompareTimes(int one, int other)
    {
        var byTime = TimeOf(other).CompareTo(TimeOf(one));
        return byTime != 0 ? byTime : string.CompareOrdinal(KeyOf(one), KeyOf(other));
    }

    private long TimeOf(int document)
    {
        var leaf = ReaderUtil.SubIndex(document, _leaves);
        return (_times[leaf] ??= Columns.Of(_leaves[leaf].AtomicReader).Times(_leaves[leaf].AtomicReader))[document - _leaves[leaf].DocBase];
    }

    private string KeyOf(int document)
    {
        var leaf = _leaves[ReaderUtil.SubIndex(document, _leaves)];
        var key = new BytesRef();
        leaf.AtomicReader.GetSortedDocValues(Schema.Key).Get(document - leaf.DocBase, key);
        return key.Utf8ToString();
    }
}
