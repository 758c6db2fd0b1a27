using Lucene.Net.Index;
using Lucene.Net.Search;
using PhongTho.Search.Indexing;

namespace PhongTho.Search.Querying;

/// <summary>
/// The documents that a question touches, with the words each has. The rarest word says which documents there are, and the others only
/// mark them; who needs documents without that word widens, rarest first, until enough are known. So the cost is bounded whatever was asked.
/// </summary>
internal sealed class Candidates : IDisposable
{
    // Reading as many postings takes a fraction of a millisecond; who has only words more common than these is no better answered by all of them.
    private const int MostAdded = 30_000;

    // Jumping from candidate to candidate is cheaper than reading on where so many lie between.
    private const int WorthSkipping = 24;

    private readonly Pool<Slate> _slates;
    private readonly Slate _room;
    private readonly Candidate[] _slate;
    private readonly List<int> _documents;
    private int _read;
    private bool _isSorted = true;

    public Candidates(Pool<Slate> slates)
    {
        _slates = slates;
        _room = slates.Take();
        (_slate, _documents) = (_room.Candidates, _room.Touched);
    }

    public IReadOnlyList<int> Documents => _documents;

    /// <summary>Whether what has the word may still be added; without any candidate, whatever it costs.</summary>
    public bool HasRoomFor(WordEvidence word) => _documents.Count == 0 || _read + word.FoldedFrequency <= MostAdded;

    public ref readonly Candidate this[int document] => ref _slate[document];

    /// <summary>Every document that has the word is a candidate.</summary>
    public void Add(WordEvidence word)
    {
        _isSorted = _documents.Count == 0 && word.Folded.Count == 1;
        foreach (var (reading, postings) in word.Folded)
        {
            var worth = WorthOf(word, reading);
            _read += postings.Frequency;
            for (var at = 0; at < postings.Leaves.Count; at++)
            {
                var (documents, start) = postings.Lookup.Open(postings, at, withFrequencies: true);
                for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
                {
                    ref var candidate = ref _slate[start + document];
                    if (candidate.Words == 0)
                    {
                        _documents.Add(start + document);
                    }
                    Note(ref candidate, word.Bit, worth * documents.Freq);
                }
            }
        }
    }

    /// <summary>The candidates that have the word are known to have it.</summary>
    public void Mark(WordEvidence word)
    {
        foreach (var (reading, postings) in word.Folded)
        {
            var worth = WorthOf(word, reading);
            var bit = word.Bit;
            ForEach(postings, withFrequencies: true, (ref Candidate candidate, int frequency) => Note(ref candidate, bit, worth * frequency));
        }
    }

    /// <summary>Keeps only candidates that are known to have the word.</summary>
    public void KeepMarked(uint bit) => _documents.RemoveAll(document =>
    {
        var goes = (_slate[document].Words & bit) == 0;
        if (goes)
        {
            _slate[document] = default;
        }
        return goes;
    });

    /// <summary>Those candidates that have one of the forms: the word was written as it was typed.</summary>
    public void MarkExact(WordEvidence word)
    {
        foreach (var postings in word.Exact)
        {
            var worth = word.Rarity / 2;
            var bit = word.Bit;
            ForEach(postings, withFrequencies: false, (ref Candidate candidate, int _) =>
            {
                if ((candidate.Exact & bit) == 0)
                {
                    candidate.Exact |= bit;
                    candidate.Score += worth;
                }
            });
        }
    }

    /// <summary>Those candidates that have the term count so much more.</summary>
    public void Raise(Postings postings, float by) => ForEach(postings, withFrequencies: false, (ref Candidate candidate, int _) => candidate.Score += by);

    /// <summary>Keeps only candidates that have the term.</summary>
    public void Keep(Postings postings)
    {
        const uint Kept = 1u << 31;
        ForEach(postings, withFrequencies: false, static (ref Candidate candidate, int _) => candidate.Exact |= Kept);
        foreach (var document in _documents)
        {
            ref var candidate = ref _slate[document];
            candidate.Words = (candidate.Exact & Kept) == 0 ? 0 : candidate.Words;
            candidate.Exact &= ~Kept;
        }
    }

    /// <summary>Candidates that have the term are none.</summary>
    public void Exclude(Postings postings) => ForEach(postings, withFrequencies: false, static (ref Candidate candidate, int _) => candidate.Words = 0);

    public void Remove(int document) => _slate[document].Words = 0;

    /// <summary>The candidates that have all these words, all of those as typed, in document order.</summary>
    public List<int> With(uint words, uint asTyped)
    {
        var having = new List<int>(Math.Min(_documents.Count, 4096));
        foreach (var document in _documents)
        {
            ref var candidate = ref _slate[document];
            if ((candidate.Words & words) == words && (candidate.Exact & asTyped) == asTyped && candidate.Words != 0)
            {
                having.Add(document);
            }
        }
        return InOrder(having);
    }

    /// <summary>The candidates whose words weigh so much, in document order.</summary>
    public List<int> With(float mass, Func<uint, float> massOf)
    {
        var having = new List<int>(Math.Min(_documents.Count, 4096));
        foreach (var document in _documents)
        {
            if (_slate[document].Words != 0 && massOf(_slate[document].Words) >= mass)
            {
                having.Add(document);
            }
        }
        return InOrder(having);
    }

    /// <summary>Forgets them all.</summary>
    public void Clear()
    {
        foreach (var document in _documents)
        {
            _slate[document] = default;
        }
        _documents.Clear();
        (_read, _isSorted) = (0, true);
    }

    public void Dispose()
    {
        Clear();
        _slates.Return(_room);
    }

    private static float WorthOf(WordEvidence word, Reading reading) => word.Rarity * reading.Worth / DocumentTerms.Steps;

    // A second reading of the same word adds nothing.
    private static void Note(ref Candidate candidate, uint bit, float worth)
    {
        if ((candidate.Words & bit) == 0)
        {
            candidate.Words |= bit;
            candidate.Score += worth;
        }
    }

    private List<int> InOrder(List<int> documents)
    {
        if (!_isSorted)
        {
            documents.Sort();
        }
        return documents;
    }

    private void ForEach(Postings postings, bool withFrequencies, Visit visit)
    {
        var skips = (long)_documents.Count * WorthSkipping < postings.Frequency;
        for (var at = 0; at < postings.Leaves.Count; at++)
        {
            if (postings.Lookup.Column(postings, at, withFrequencies) is { } column)
            {
                Look(column, postings.Lookup.Base(postings, at), visit);
                continue;
            }
            var (documents, start) = postings.Lookup.Open(postings, at, withFrequencies);
            if (skips)
            {
                Skip(documents, start, withFrequencies, visit);
                continue;
            }
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                ref var candidate = ref _slate[start + document];
                if (candidate.Words != 0)
                {
                    visit(ref candidate, withFrequencies ? documents.Freq : 1);
                }
            }
        }
    }

    private void Look(TermColumn column, (int Start, int End) segment, Visit visit)
    {
        Sort();
        var at = _documents.BinarySearch(segment.Start);
        for (at = at < 0 ? ~at : at; at < _documents.Count && _documents[at] < segment.End; at++)
        {
            var document = _documents[at];
            var frequency = column[document - segment.Start];
            if (frequency > 0 && _slate[document].Words != 0)
            {
                visit(ref _slate[document], frequency);
            }
        }
    }

    private void Sort()
    {
        if (!_isSorted)
        {
            _documents.Sort();
            _isSorted = true;
        }
    }

    private void Skip(DocsEnum documents, int start, bool withFrequencies, Visit visit)
    {
        Sort();
        var at = _documents.BinarySearch(start);
        var current = -1;
        for (at = at < 0 ? ~at : at; at < _documents.Count; at++)
        {
            var wanted = _documents[at] - start;
            if (current < wanted)
            {
                current = documents.Advance(wanted);
            }
            if (current == DocIdSetIterator.NO_MORE_DOCS)
            {
                return;
            }
            if (current == wanted && _slate[_documents[at]].Words != 0)
            {
                visit(ref _slate[_documents[at]], withFrequencies ? documents.Freq : 1);
            }
        }
    }

    private delegate void Visit(ref Candidate candidate, int frequency);
}
