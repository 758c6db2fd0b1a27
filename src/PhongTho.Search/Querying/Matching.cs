using Lucene.Net.Index;
using Lucene.Net.Search;
using PhongTho.Search.Indexing;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Querying;

/// <summary>Decides which documents are hits. It never scores; all its queries count nothing.</summary>
internal static class Matching
{
    private const int SignificantWords = 8;

    /// <summary>Documents with every word somewhere, and every quoted phrase in one zone.</summary>
    public static Query AllWords(TypedWords typed)
    {
        var every = new BooleanQuery();
        foreach (var word in typed.DistinctWords)
        {
            every.Add(Anywhere(word), Occur.MUST);
        }
        foreach (var phrase in typed.Phrases)
        {
            every.Add(InOneZone(phrase), Occur.MUST);
        }
        return Unscored(every);
    }

    /// <summary>Documents with a share of the rarest words: what is common ("là", "của", "bao nhiêu") says least about what was meant.</summary>
    public static Query MostWords(TypedWords typed, IndexReader reader, double share)
    {
        var significant = typed.DistinctWords
            .Select(word => (Query: Anywhere(word), Frequency: word.Readings.Sum(reading => reader.DocFreq(new Term(Schema.Anywhere, reading.Folded)))))
            .Where(word => word.Frequency > 0)
            .OrderBy(word => word.Frequency)
            .Take(SignificantWords)
            .ToList();
        var most = new BooleanQuery { MinimumNumberShouldMatch = Math.Max(1, (int)Math.Ceiling(significant.Count * share)) };
        foreach (var (query, _) in significant)
        {
            most.Add(query, Occur.SHOULD);
        }
        return Unscored(most);
    }

    public static Query AnyOf(string field, IEnumerable<string> values)
    {
        var any = new BooleanQuery();
        foreach (var value in values.Take(BooleanQuery.MaxClauseCount))
        {
            any.Add(new TermQuery(new Term(field, value)), Occur.SHOULD);
        }
        return Unscored(any);
    }

    public static Query Unscored(Query query) => new ConstantScoreQuery(query) { Boost = 0 };

    private static Query Anywhere(TypedWord word) =>
        AnyOf(Schema.Anywhere, word.Readings.Select(reading => reading.Folded).Distinct(StringComparer.Ordinal));

    // A syllable typed with marks means those marks; a bare one any.
    private static BooleanQuery InOneZone(IReadOnlyList<Syllable> phrase)
    {
        var anyZone = new BooleanQuery();
        foreach (var zone in Zones.All)
        {
            var here = new PhraseQuery();
            for (var index = 0; index < phrase.Count; index++)
            {
                here.Add(new Term(zone.Name, phrase[index].Written), phrase[index].Position - phrase[0].Position);
            }
            anyZone.Add(here, Occur.SHOULD);
        }
        return anyZone;
    }
}
