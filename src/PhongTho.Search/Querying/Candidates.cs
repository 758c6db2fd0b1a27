using System.Runtime.InteropServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace PhongTho.Search.Querying;

/// <summary>
/// The documents that a question touches, with the words each has, in document order: a list that is read and written from end to end,
/// however many documents there are. The rarest word says which documents there are, and the others only mark them; who needs documents
/// without that word widens, rarest first, until enough are known. So the cost is bounded whatever was asked.
/// </summary>
internal sealed class Candidates : IDisposable
{
    // Reading as many postings takes a fraction of a millisecond; who has only words more common than these is no better answered by all of them.
    private const int MostAdded = 30_000;

    private readonly Pool<Room> _rooms;
    private readonly Room _room;
    private int _count;
    private int _read;

    public Candidates(Pool<Room> rooms)
    {
        _rooms = rooms;
        _room = rooms.Take();
    }

    public int Count => _count;

    public ReadOnlySpan<Candidate> All => Those;

    /// <summary>Whether what has the word may still be added; without any candidate, whatever it costs.</summary>
    public bool HasRoomFor(WordEvidence word) => _count == 0 || _read + word.FoldedFrequency <= MostAdded;

    /// <summary>Every document that has the word is a candidate.</summary>
    public void Add(WordEvidence word)
    {
        foreach (var (reading, postings) in word.Folded)
        {
            Add(postings, new NoteWord(word.Bit, word.WorthOf(reading)));
            _read += postings.Frequency;
        }
    }

    /// <summary>Every document is a candidate.</summary>
    public void AddAll(IndexReader reader)
    {
        var room = _room.For(reader.NumDocs);
        var living = MultiFields.GetLiveDocs(reader);
        for (var document = 0; document < reader.MaxDoc; document++)
        {
            if (living is null || living.Get(document))
            {
                room[_count++] = new Candidate { Document = document };
            }
        }
    }

    /// <summary>The candidates that have the word are known to have it.</summary>
    public void Mark(WordEvidence word)
    {
        foreach (var (reading, postings) in word.Folded)
        {
            postings.Visit(Those, withFrequencies: true, new NoteWord(word.Bit, word.WorthOf(reading)));
        }
    }

    /// <summary>Those candidates that have one of the forms: the word was written as it was typed.</summary>
    public void MarkExact(WordEvidence word)
    {
        foreach (var postings in word.Exact)
        {
            Visit(postings, new NoteExact(word.Bit, word.Rarity / 2));
        }
    }

    /// <summary>Those candidates that have the term count so much more.</summary>
    public void Raise(Postings postings, float by) => Visit(postings, new NoteRaise(by));

    /// <summary>Keeps only candidates that have the term.</summary>
    public void Keep(Postings postings)
    {
        Visit(postings, new NoteKept());
        Keep(static candidate => (candidate.Exact & NoteKept.Bit) != 0);
        foreach (ref var candidate in Those)
        {
            candidate.Exact &= ~NoteKept.Bit;
        }
    }

    /// <summary>Candidates that have the term are none.</summary>
    public void Exclude(Postings postings)
    {
        Visit(postings, new NoteGone());
        Keep(static candidate => candidate.Words != 0);
    }

    public int CountOf(uint words, uint asTyped)
    {
        var count = 0;
        foreach (ref readonly var candidate in All)
        {
            count += Has(candidate, words, asTyped) ? 1 : 0;
        }
        return count;
    }

    /// <summary>Keeps only candidates that have all these words, and all of those as typed.</summary>
    public void Keep(uint words, uint asTyped)
    {
        var those = Those;
        var kept = 0;
        foreach (ref readonly var candidate in those)
        {
            // Written always and counted when it stays: no processor guesses well who does.
            var stays = Has(candidate, words, asTyped);
            those[kept] = candidate;
            kept += stays ? 1 : 0;
        }
        _count = kept;
    }

    public void Keep(Predicate<Candidate> isKept)
    {
        var those = Those;
        var kept = 0;
        foreach (ref readonly var candidate in those)
        {
            var stays = isKept(candidate);
            those[kept] = candidate;
            kept += stays ? 1 : 0;
        }
        _count = kept;
    }

    /// <summary>Keeps these of them.</summary>
    public void Keep(List<Candidate> kept)
    {
        _count = kept.Count;
        CollectionsMarshal.AsSpan(kept).CopyTo(Those);
        Those.Sort((one, other) => one.Document.CompareTo(other.Document));
    }

    public int[] Documents()
    {
        var documents = GC.AllocateUninitializedArray<int>(_count);
        var those = Those;
        for (var at = 0; at < documents.Length; at++)
        {
            documents[at] = those[at].Document;
        }
        return documents;
    }

    /// <summary>Forgets them all.</summary>
    public void Clear() => (_count, _read) = (0, 0);

    public void Dispose() => _rooms.Return(_room);

    private Span<Candidate> Those => _room.Candidates.AsSpan(0, _count);

    private static bool Has(in Candidate candidate, uint words, uint asTyped) =>
        (candidate.Words & words) == words && (candidate.Exact & asTyped) == asTyped;

    private void Visit<T>(Postings postings, T visit)
        where T : struct, ICandidateVisit => postings.Visit(Those, withFrequencies: false, visit);

    // Two lists in document order become one.
    private void Add(Postings postings, NoteWord note)
    {
        var those = Those;
        var room = _room.Spare(_count + postings.Frequency);
        var (from, to) = (0, 0);
        for (var at = 0; at < postings.Leaves.Count; at++)
        {
            var (documents, start) = postings.Lookup.Open(postings, at, withFrequencies: true);
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                var number = start + document;
                while (from < those.Length && those[from].Document < number)
                {
                    room[to++] = those[from++];
                }
                room[to] = from < those.Length && those[from].Document == number ? those[from++] : new Candidate { Document = number };
                note.Visit(ref room[to++], documents.Freq);
            }
        }
        those[from..].CopyTo(room.AsSpan(to));
        _count = to + those.Length - from;
        _room.Swap();
    }
}
