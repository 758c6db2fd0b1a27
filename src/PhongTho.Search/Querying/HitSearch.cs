using System.Numerics;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>
/// Finds and orders the hits of one question in one snapshot. One walk over the terms tells which words each document has; from that
/// come strict hits and, while they are few, ever more forgiving ones. The best of them are weighed by reading their texts.
/// </summary>
internal sealed class HitSearch(Snapshot snapshot, SearchQuery query, TermLookup lookup)
{
    private const int DeepestOffset = 3000;
    private const int LargestPage = 100;

    // Weighed by their text; beyond, the first order stands. Fixed, so that it does not shift from page to page.
    private const int MostWeighed = 500;

    // Below this many, look-alikes and then fewer words are let in as well.
    private const int FewAsTyped = 10;
    private const int Thin = 3;

    // A long question need not have all its words in any text.
    private const int LongQuestion = 7;
    private const float EnoughOfIt = 0.5f;
    private const int MostPhraseChecks = 4000;

    public FoundHits Find(Asked asked)
    {
        var words = Evidence(asked);
        using var candidates = new Candidates(snapshot.Slates);
        foreach (var word in words.Where(word => word.IsKnown).OrderBy(word => word.FoldedFrequency))
        {
            candidates.Add(word);
        }
        foreach (var word in words)
        {
            candidates.MarkExact(word);
        }
        Exclude(asked, candidates);
        Quote(asked, candidates);
        var hits = Facets.Narrow(Hits(words, candidates), snapshot.Reader, query.Facets);
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
        return Newest(Facets.Narrow(all, snapshot.Reader, query.Facets), null);
    }

    private List<WordEvidence> Evidence(Asked asked)
    {
        var distinct = asked.Words.DistinctBy(word => word.Typed.Forms).ToList();
        return [.. distinct.Select((word, bit) => WordEvidence.Of(word, bit, lookup, snapshot.Reader.NumDocs, distinct.Count == 1))];
    }

    private void Exclude(Asked asked, Candidates candidates)
    {
        foreach (var word in asked.Excluded.Where(phrase => phrase.Count == 1).Select(phrase => phrase[0].Forms))
        {
            candidates.Exclude(word.Exact is null ? lookup.Find(Schema.Words, word.FoldedBytes) : lookup.Find(Schema.Exact, word.ExactBytes));
        }
        var phrases = asked.Excluded.Where(phrase => phrase.Count > 1).ToList();
        var check = new PhraseCheck(snapshot.Reader);
        foreach (var document in phrases.Count == 0 ? [] : candidates.Documents.Take(MostPhraseChecks))
        {
            if (phrases.Exists(phrase => check.Has(document, phrase)))
            {
                candidates.Remove(document);
            }
        }
    }

    private void Quote(Asked asked, Candidates candidates)
    {
        foreach (var phrase in asked.Phrases)
        {
            foreach (var (first, second) in phrase.Zip(phrase.Skip(1)))
            {
                candidates.Keep(Pair(first, second));
            }
        }
        if (asked.Phrases.Count == 0)
        {
            return;
        }
        var check = new PhraseCheck(snapshot.Reader);
        var left = candidates.Documents.Where(document => candidates.WordsOf(document) != 0).ToList();
        foreach (var document in left.Count > MostPhraseChecks ? [] : left)
        {
            if (!asked.Phrases.All(phrase => check.Has(document, phrase)))
            {
                candidates.Remove(document);
            }
        }
    }

    /// <summary>As strict as leaves enough of them, in document order.</summary>
    private static List<int> Hits(IReadOnlyList<WordEvidence> words, Candidates candidates)
    {
        var all = words.Aggregate(0u, (mask, word) => mask | word.Bit);
        var marked = words.Where(word => word.Exact.Count > 0 || !word.Word.Readings[0].Forms.Marks.IsNone).Aggregate(0u, (mask, word) => mask | word.Bit);
        var hits = candidates.With(all, marked);
        if (hits.Count < FewAsTyped)
        {
            hits = candidates.With(all, asTyped: 0);
        }
        var isLong = words.Count >= LongQuestion;
        if (hits.Count < Thin && (hits.Count == 0 || isLong) || (isLong && hits.Count < FewAsTyped))
        {
            hits = Most(words, candidates, hits);
        }
        return hits;
    }

    private static List<int> Most(IReadOnlyList<WordEvidence> words, Candidates candidates, List<int> strict)
    {
        var whole = words.Sum(word => word.Rarity);
        foreach (var share in new[] { EnoughOfIt, EnoughOfIt / 2 })
        {
            var most = With(share * whole);
            if (most.Count > strict.Count)
            {
                return most;
            }
        }

        // Rather half of what is known than nothing; but one word of several is no answer.
        var known = words.Where(word => word.IsKnown).Sum(word => word.Rarity);
        return strict.Count > 0 ? strict : [.. With(known * EnoughOfIt).Where(document => BitOperations.PopCount(candidates.WordsOf(document)) > 1)];

        List<int> With(float mass) => [.. candidates.Documents.Where(document => Mass(words, candidates.WordsOf(document)) >= mass)];
    }

    private static float Mass(IReadOnlyList<WordEvidence> words, uint mask)
    {
        var mass = 0f;
        for (; mask != 0; mask &= mask - 1)
        {
            mass += words[BitOperations.TrailingZeroCount(mask)].Rarity;
        }
        return mass;
    }

    private FoundHits Best(List<int> hits, Asked asked, IReadOnlyList<WordEvidence> words, Candidates candidates)
    {
        var facets = Facets.Count(hits, snapshot.Reader, query.CountFacets);
        var first = hits;
        var rest = new List<int>();
        if (hits.Count > MostWeighed)
        {
            RaiseNeighbours(asked, words, candidates);
            var ordered = hits.ToArray();
            Array.Sort([.. hits.Select(document => -candidates.ScoreOf(document))], ordered);
            first = [.. ordered[..MostWeighed]];
            rest = [.. ordered[MostWeighed..Math.Min(ordered.Length, MostWeighed + DeepestOffset + LargestPage)]];
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

    private Postings Pair(Syllable first, Syllable second) =>
        lookup.Find(Schema.Pairs, Encoding.UTF8.GetBytes(DocumentTerms.Pair(first.Folded, second.Folded)));

    private FoundHits Newest(List<int> hits, Asked? asked)
    {
        var facets = Facets.Count(hits, snapshot.Reader, query.CountFacets);
        // Hits are in document order: equal times stay in it.
        var ordered = hits.Select(document => (Time: TimeOf(document), Document: document)).OrderByDescending(hit => hit.Time).Select(hit => hit.Document);
        return new FoundHits(hits.Count, [.. ordered.Skip(Offset).Take(Limit).Select(document => new FoundHit(document, 0))], facets, asked, 1);
    }

    private int Offset => Math.Clamp(query.Offset, 0, DeepestOffset);

    private int Limit => Math.Clamp(query.Limit, 0, LargestPage);

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
        var leaf = LeafOf(document);
        return Columns.Of(leaf.AtomicReader).Times()[document - leaf.DocBase];
    }

    private string KeyOf(int document)
    {
        var leaf = LeafOf(document);
        var key = new BytesRef();
        leaf.AtomicReader.GetSortedDocValues(Schema.Key).Get(document - leaf.DocBase, key);
        return key.Utf8ToString();
    }

    private AtomicReaderContext LeafOf(int document) => snapshot.Reader.Leaves[ReaderUtil.SubIndex(document, snapshot.Reader.Leaves)];
}
