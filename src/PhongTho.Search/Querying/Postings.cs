using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace PhongTho.Search.Querying;

/// <summary>Where a term is: its segments, and how many documents have it.</summary>
internal sealed record Postings(TermLookup Lookup, string Field, BytesRef Term, IReadOnlyList<(int Leaf, TermState State)> Leaves, int Frequency)
{
    // Jumping from candidate to candidate is cheaper than reading on where so many lie between.
    private const int WorthSkipping = 24;

    /// <summary>Those of the candidates that have the term.</summary>
    /// <param name="candidates">In document order.</param>
    public void Visit<T>(Span<Candidate> candidates, bool withFrequencies, T visit)
        where T : struct, ICandidateVisit
    {
        for (var at = 0; at < Leaves.Count && !candidates.IsEmpty; at++)
        {
            var (start, end) = Lookup.Base(this, at);
            candidates = candidates[FirstFrom(candidates, start)..];
            var here = candidates[..FirstFrom(candidates, end)];
            candidates = candidates[here.Length..];
            if (here.IsEmpty)
            {
                continue;
            }
            if (Lookup.Column(this, at, withFrequencies) is { } column)
            {
                Look(here, column, start, visit);
            }
            else
            {
                Walk(here, at, withFrequencies, visit);
            }
        }
    }

    private static int FirstFrom(ReadOnlySpan<Candidate> candidates, int document)
    {
        var (low, high) = (0, candidates.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = candidates[middle].Document < document ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private static void Look<T>(Span<Candidate> candidates, TermColumn column, int start, T visit)
        where T : struct, ICandidateVisit
    {
        foreach (ref var candidate in candidates)
        {
            var frequency = column[candidate.Document - start];
            if (frequency > 0)
            {
                visit.Visit(ref candidate, frequency);
            }
        }
    }

    private void Walk<T>(Span<Candidate> candidates, int at, bool withFrequencies, T visit)
        where T : struct, ICandidateVisit
    {
        var (documents, start) = Lookup.Open(this, at, withFrequencies);
        var skips = (long)candidates.Length * WorthSkipping < (Leaves[at].State is BlockTermState { DocFreq: var inLeaf } ? inLeaf : Frequency);
        var current = -1;
        foreach (ref var candidate in candidates)
        {
            var wanted = candidate.Document - start;
            if (current < wanted)
            {
                current = skips ? documents.Advance(wanted) : ReadOn(documents, wanted);
            }
            if (current == DocIdSetIterator.NO_MORE_DOCS)
            {
                return;
            }
            if (current == wanted)
            {
                visit.Visit(ref candidate, withFrequencies ? documents.Freq : 1);
            }
        }
    }

    private static int ReadOn(DocsEnum documents, int wanted)
    {
        int current;
        do
        {
            current = documents.NextDoc();
        }
        while (current < wanted);
        return current;
    }
}
