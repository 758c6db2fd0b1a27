using System.Runtime.InteropServices;
using Lucene.Net.Search;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;

namespace PhongTho.Search.Querying;

/// <summary>Finds the hits of one question in one snapshot: strict first, then ever more forgiving while nothing or almost nothing is found.</summary>
internal sealed class HitSearch(Snapshot snapshot, SearchQuery query)
{
    private const int DeepestOffset = 3000;
    private const int LargestPage = 100;

    // Pages within these are ordered by closeness too; fixed, so that they do not shift from page to page.
    private const int ReorderedHits = 100;

    // A long question with one or two answers deserves company; a short name with one answer has been answered.
    private const int Thin = 3;
    private const int LongQuestion = 5;

    private static readonly IReadOnlyList<double> Shares = [0.6, 0.3];

    private static readonly SortField ByKey = new(Schema.Key, SortFieldType.STRING);
    private static readonly Sort ByScore = new(SortField.FIELD_SCORE, ByKey);
    private static readonly Sort ByTime = new(new SortField(Schema.PublishedAt, SortFieldType.INT64, reverse: true), ByKey);

    public static FoundHits Find(Snapshot snapshot, SearchQuery query)
    {
        var search = new HitSearch(snapshot, query);
        if (string.IsNullOrWhiteSpace(query.Words))
        {
            return search.Run(new MatchAllDocsQuery(), typed: null);
        }
        var typed = Completion.Finish(TypedWords.Parse(query.Words), snapshot.Reader);
        return typed.Words.Count == 0 ? FoundHits.None(typed) : search.Strictest(typed);
    }

    private FoundHits Strictest(TypedWords typed)
    {
        var found = Run(Matching.AllWords(typed), typed);
        if (found.Total == 0 && typed.Phrases.Count > 0)
        {
            // Quotes are meant: their marks may be wrong, their words and order not.
            typed = typed.WithFoldedPhrases();
            found = Run(Matching.AllWords(typed), typed);
        }
        foreach (var share in Shares)
        {
            if (found.Total >= Thin || (found.Total > 0 && typed.Words.Count < LongQuestion))
            {
                break;
            }
            var more = Run(Matching.MostWords(typed, snapshot.Reader, share), typed);
            found = more.Total > found.Total ? more : found;
        }
        return found;
    }

    private FoundHits Run(Query matching, TypedWords? typed)
    {
        var byRelevance = typed is not null && query.Order == SearchOrder.Relevance;
        var offset = Math.Clamp(query.Offset, 0, DeepestOffset);
        var limit = Math.Clamp(query.Limit, 0, LargestPage);
        var wanted = Math.Max(offset + limit, ReorderedHits);

        var collector = TopFieldCollector.Create(byRelevance ? ByScore : ByTime, wanted, fillFields: true, trackDocScores: byRelevance,
            trackMaxScore: false, docsScoredInOrder: false);
        var facets = new FacetCounts(query.CountFacets);
        snapshot.Searcher.Search(Complete(matching, byRelevance ? typed : null), MultiCollector.Wrap(collector, facets));

        var top = collector.GetTopDocs();
        var hits = top.ScoreDocs.Cast<FieldDoc>().ToList();
        if (byRelevance && hits.Count > 1 && new Scoring(snapshot.Reader, typed!).Closeness() is { } closeness)
        {
            hits = Reorder(hits, closeness);
        }
        return new FoundHits(top.TotalHits, [.. hits.Skip(offset).Take(limit).Select(hit => new FoundHit(hit.Doc, byRelevance ? hit.Score : 0))], facets.Totals(), typed);
    }

    private BooleanQuery Complete(Query matching, TypedWords? scored)
    {
        var complete = new BooleanQuery { { matching, Occur.MUST } };
        foreach (var (name, values) in query.Facets.Where(facet => facet.Value.Count > 0))
        {
            complete.Add(Matching.AnyOf(Schema.Facet(name), values.Distinct(StringComparer.Ordinal)), Occur.MUST);
        }
        foreach (var score in scored is null ? [] : new Scoring(snapshot.Reader, scored).WordsAndPairs())
        {
            complete.Add(score, Occur.SHOULD);
        }
        return complete;
    }

    private List<FieldDoc> Reorder(List<FieldDoc> hits, Query closeness)
    {
        var first = hits.Take(ReorderedHits).ToArray();
        Rescoring.Add(snapshot.Searcher, closeness, first);
        return [.. first.OrderByDescending(hit => hit.Score).ThenBy(KeyOf), .. hits.Skip(ReorderedHits)];
    }

    private static BytesRef KeyOf(FieldDoc hit) => (BytesRef)hit.Fields[^1];
}

/// <summary>One page of documents of a snapshot, and the words that found them.</summary>
internal sealed record FoundHits(
    int Total,
    IReadOnlyList<FoundHit> Page,
    IReadOnlyDictionary<string, IReadOnlyList<FacetCount>> Facets,
    TypedWords? Words)
{
    public static FoundHits None(TypedWords words) => new(0, [], new Dictionary<string, IReadOnlyList<FacetCount>>(), words);
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct FoundHit(int Document, float Score);
