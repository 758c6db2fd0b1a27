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
        return Unscored(WithPhrases(every, typed));
    }

    /// <summary>Documents with every quoted phrase and a share of the rarest words: what is common ("là", "của", "bao nhiêu") says least about what was meant.</summary>
    public static Query MostWords(TypedWords typed, IndexReader reader, double share)
    {
        var significant = typed.DistinctWords
            .Select(word => (Query: Anywhere(word), Frequency: word.Readings.Sum(reading => reader.DocFreq(new Term(Schema.Anywhere, reading.Folded)))))
            .Where(word => word.Frequency > 0)
            .OrderBy(word => word.Frequency)
            .Take(SignificantWords)
            .ToList();
        // One word of several known ones is not an answer; a word that no document has was left out above.
        var fewest = Math.Min(2, significant.Count);
        var most = new BooleanQuery { MinimumNumberShouldMatch = Math.Max(fewest, (int)Math.Ceiling(significant.Count * share)) };
        foreach (var (query, _) in significant)
        {
            most.Add(query, Occur.SHOULD);
        }
        return Unscored(WithPhrases(new BooleanQuery { { most, Occur.MUST } }, typed));
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

    private static BooleanQuery WithPhrases(BooleanQuery required, TypedWords typed)
    {
        foreach (var phrase in typed.Phrases)
        {
            required.Add(InOneZone(phrase), Occur.MUST);
        }
        return required;
    }

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
