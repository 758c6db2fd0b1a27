using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Lucene.Net.Index;
using PhongTho.Search.Vietnamese;

namespace PhongTho.Search.Indexing;

/// <summary>Puts documents into the index on as many threads as help: taking texts apart is most of the work.</summary>
internal static class Filling
{
    // Few documents are not worth the threads.
    private const int WorthThreads = 50;
    private const int MostThreads = 4;
    private const int ProgressEvery = 500;

    public static void Put(IndexWriter writer, IEnumerable<SearchDocument> documents, Abbreviations abbreviations, IProgress<int>? progress)
    {
        if (documents.TryGetNonEnumeratedCount(out var known) && known < WorthThreads)
        {
            foreach (var document in documents)
            {
                Put(writer, document, abbreviations);
            }
            return;
        }
        var put = 0;
        try
        {
            Parallel.ForEach(
                Partitioner.Create(documents, EnumerablePartitionerOptions.NoBuffering),
                new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostThreads, Environment.ProcessorCount) },
                document =>
                {
                    Put(writer, document, abbreviations);
                    if (Interlocked.Increment(ref put) % ProgressEvery == 0)
                    {
                        progress?.Report(put);
                    }
                });
        }
        catch (AggregateException failure)
        {
            // The source broke off: its owner knows it by what it threw itself.
            ExceptionDispatchInfo.Throw(failure.InnerExceptions[0]);
        }
        progress?.Report(put);
    }

    private static void Put(IndexWriter writer, SearchDocument document, Abbreviations abbreviations) =>
        writer.UpdateDocument(new Term(Schema.Key, document.Key), Schema.ToLucene(document, abbreviations));
}
