using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PhongTho.Search.Querying;

/// <summary>Adds the score of a costly query to a few hits. Lucene's own QueryRescorer stumbles over segments without a match.</summary>
internal static class Rescoring
{
    public static void Add(IndexSearcher searcher, Query query, IEnumerable<ScoreDoc> hits)
    {
        var weight = searcher.CreateNormalizedWeight(query);
        var leaves = searcher.IndexReader.Leaves;
        foreach (var inLeaf in hits.GroupBy(hit => ReaderUtil.SubIndex(hit.Doc, leaves)))
        {
            var leaf = leaves[inLeaf.Key];
            var scorer = weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs);
            if (scorer is null)
            {
                continue;
            }
            foreach (var hit in inLeaf.OrderBy(hit => hit.Doc))
            {
                var document = hit.Doc - leaf.DocBase;
                if (scorer.DocID < document)
                {
                    scorer.Advance(document);
                }
                if (scorer.DocID == document)
                {
                    hit.Score += scorer.GetScore();
                }
            }
        }
    }
}
