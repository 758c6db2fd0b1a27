using Lucene.Net.Search;

namespace PhongTho.Search.Querying;

/// <summary>
/// The documents that a question touches, with the words each has: filled term by term, rarest first. Once enough are known, common
/// words only mark those already there, so that the cost is bounded whatever was asked.
/// </summary>
internal sealed class Candidates(Slates slates) : IDisposable
{
    // Reading as many postings takes a fraction of a millisecond; who has only words more common than these is no better answered by all of them.
    private const int MostAdded = 30_000;

    // Jumping from candidate to candidate is cheaper than reading on where so many lie between.
    private const int WorthSkipping = 24;

    private readonly Slate _slate = slates.Take();
    private readonly List<int> _documents = new(1024);
    private int _read;
    private bool _isSorted;

    public IReadOnlyList<int> Documents => _documents;

    public uint WordsOf(int document) => _slate.Words[document];

    public uint ExactOf(int document) => _slate.Exact[document];

    public float ScoreOf(int document) => _slate.Score[document];

    /// <summary>Marks a word, adding documents while there is room.</summary>
    public void Add(WordEvidence word)
    {
        if (_read > MostAdded && _documents.Count > 0)
        {
            Mark(word);
            return;
        }
        var isFirstList = _documents.Count == 0 && word.Folded.Count == 1;
        foreach (var (reading, postings) in word.Folded)
        {
            var worth = word.Rarity * reading.Worth / Indexing.DocumentTerms.Steps;
            _read += postings.Frequency;
            for (var at = 0; at < postings.Leaves.Count; at++)
            {
                var (documents, start) = postings.Lookup.Open(postings, at, withFrequencies: true);
                for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
                {
                    var number = start + document;
                    if (_slate.Words[number] == 0)
                    {
                        _documents.Add(number);
                    }
                    Note(number, word.Bit, worth * documents.Freq);
                }
            }
        }
        _isSorted = isFirstList;
    }

    /// <summary>The candidates that have all these words, all of those as typed, in document order.</summary>
    public List<int> With(uint words, uint asTyped)
    {
        Sort();
        var having = new List<int>();
        foreach (var document in _documents)
        {
            if ((_slate.Words[document] & words) == words && (_slate.Exact[document] & asTyped) == asTyped && _slate.Words[document] != 0)
            {
                having.Add(document);
            }
        }
        return having;
    }

    private void Sort()
    {
        if (!_isSorted)
        {
            _documents.Sort();
            _isSorted = true;
        }
    }

    /// <summary>Those candidates that have one of the forms: the word was written as it was typed.</summary>
    public void MarkExact(WordEvidence word)
    {
        foreach (var postings in word.Exact)
        {
            var worth = word.Rarity / 2;
            ForEach(postings, withFrequencies: false, (number, _) =>
            {
                if ((_slate.Exact[number] & word.Bit) == 0)
                {
                    _slate.Exact[number] |= word.Bit;
                    _slate.Score[number] += worth;
                }
            });
        }
    }

    /// <summary>Those candidates that have the term count so much more.</summary>
    public void Raise(Postings postings, float by) => ForEach(postings, withFrequencies: false, (number, _) => _slate.Score[number] += by);

    /// <summary>Keeps only candidates that have the term.</summary>
    public void Keep(Postings postings)
    {
        var kept = new HashSet<int>();
        ForEach(postings, withFrequencies: false, (number, _) => kept.Add(number));
        foreach (var number in _documents)
        {
            if (!kept.Contains(number))
            {
                Remove(number);
            }
        }
    }

    /// <summary>Candidates that have the term are none.</summary>
    public void Exclude(Postings postings) => ForEach(postings, withFrequencies: false, (number, _) => Remove(number));

    public void Remove(int document) => _slate.Words[document] = 0;

    public void Dispose()
    {
        foreach (var document in _documents)
        {
            _slate.Words[document] = 0;
            _slate.Exact[document] = 0;
            _slate.Score[document] = 0;
        }
        slates.Return(_slate);
    }

    private void Mark(WordEvidence word)
    {
        foreach (var (reading, postings) in word.Folded)
        {
            var worth = word.Rarity * reading.Worth / Indexing.DocumentTerms.Steps;
            ForEach(postings, withFrequencies: true, (number, frequency) => Note(number, word.Bit, worth * frequency));
        }
    }

    // A second reading of the same word adds nothing.
    private void Note(int number, uint bit, float worth)
    {
        if ((_slate.Words[number] & bit) == 0)
        {
            _slate.Words[number] |= bit;
            _slate.Score[number] += worth;
        }
    }

    private void ForEach(Postings postings, bool withFrequencies, Action<int, int> visit)
    {
        var skips = (long)_documents.Count * WorthSkipping < postings.Frequency;
        if (skips)
        {
            Sort();
        }
        for (var at = 0; at < postings.Leaves.Count; at++)
        {
            var (documents, start) = postings.Lookup.Open(postings, at, withFrequencies);
            if (skips)
            {
                Skip(documents, start, withFrequencies, visit);
                continue;
            }
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                if (_slate.Words[start + document] != 0)
                {
                    visit(start + document, withFrequencies ? documents.Freq : 1);
                }
            }
        }
    }

    private void Skip(Lucene.Net.Index.DocsEnum documents, int start, bool withFrequencies, Action<int, int> visit)
    {
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
            if (current == wanted && _slate.Words[start + wanted] != 0)
            {
                visit(start + wanted, withFrequencies ? documents.Freq : 1);
            }
        }
    }
}
