using System.Text;
using Lucene.Net.Codecs;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace PhongTho.Search.Querying;

/// <summary>Finds terms in all segments of a snapshot. Opened dictionaries and readers of postings are used again: making them costs more than asking them.</summary>
internal sealed class TermLookup(IndexReader reader)
{
    // Rarer ones are as quickly read as looked at.
    private const int CommonShare = 32;
    private const int LeastForColumns = 1000;

    // For all columns of a snapshot: every common word of a hundred thousand articles, the commonest of a million notes.
    private const long MostColumnBytes = 128_000_000;

    private readonly IList<AtomicReaderContext> _leaves = reader.Leaves;
    private readonly Dictionary<string, TermsEnum?[]> _dictionaries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocsEnum?[]> _postings = new(StringComparer.Ordinal);

    public Postings Find(string field, byte[] term)
    {
        var dictionaries = Dictionaries(field);
        var found = new List<(int Leaf, TermState State)>(_leaves.Count);
        var frequency = 0;
        var sought = new BytesRef(term);
        for (var leaf = 0; leaf < dictionaries.Length; leaf++)
        {
            if (dictionaries[leaf] is { } terms && terms.SeekExact(sought))
            {
                frequency += terms.DocFreq;
                found.Add((leaf, terms.GetTermState()));
            }
        }
        return new Postings(this, field, sought, found, frequency);
    }

    /// <summary>Terms that begin so, segment by segment, at most so many of each.</summary>
    public IEnumerable<(string Term, int Frequency)> Beginning(string field, string prefix, int mostOfEach)
    {
        var sought = new BytesRef(prefix);
        foreach (var terms in Dictionaries(field))
        {
            if (terms is null || terms.SeekCeil(sought) == TermsEnum.SeekStatus.END)
            {
                continue;
            }
            for (var read = 0; read < mostOfEach && StringHelper.StartsWith(terms.Term, sought); read++)
            {
                yield return (terms.Term.Utf8ToString(), terms.DocFreq);
                if (!terms.MoveNext())
                {
                    break;
                }
            }
        }
    }

    /// <summary>Some living documents that have a term.</summary>
    public IEnumerable<int> Documents(string field, string term, int most)
    {
        var postings = Find(field, Encoding.UTF8.GetBytes(term));
        var given = 0;
        for (var at = 0; at < postings.Leaves.Count; at++)
        {
            var (documents, start) = Open(postings, at, withFrequencies: false);
            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS && given < most; document = documents.NextDoc())
            {
                given++;
                yield return start + document;
            }
        }
    }

    /// <summary>The documents of a term in one segment, with the number that makes them documents of the snapshot. To be read before the next of the same field are opened.</summary>
    public (DocsEnum Documents, int Base) Open(Postings postings, int at, bool withFrequencies)
    {
        var (leaf, state) = postings.Leaves[at];
        var terms = _dictionaries[postings.Field][leaf]!;
        terms.SeekExact(postings.Term, state);
        if (!_postings.TryGetValue(postings.Field, out var readers))
        {
            _postings.Add(postings.Field, readers = new DocsEnum?[_leaves.Count]);
        }
        var documents = terms.Docs(_leaves[leaf].AtomicReader.LiveDocs, readers[leaf], withFrequencies ? DocsFlags.FREQS : DocsFlags.NONE);
        readers[leaf] = documents;
        return (documents, _leaves[leaf].DocBase);
    }

    /// <summary>A common term of one segment as a column; null when it is rare, or there is no more room for columns.</summary>
    public TermColumn? Column(Postings postings, int at, bool withFrequencies)
    {
        var (leaf, state) = postings.Leaves[at];
        var segment = _leaves[leaf].AtomicReader;
        if (state is not BlockTermState { DocFreq: var frequency } || (long)frequency * CommonShare < segment.MaxDoc || segment.MaxDoc < LeastForColumns)
        {
            return null;
        }
        return Columns.Of(segment).Term(postings.Field, postings.Term, MostColumnBytes * segment.MaxDoc / reader.MaxDoc, () =>
        {
            var terms = _dictionaries[postings.Field][leaf]!;
            terms.SeekExact(postings.Term, state);
            return TermColumn.Read(terms.Docs(null, null, withFrequencies ? DocsFlags.FREQS : DocsFlags.NONE), segment.MaxDoc, withFrequencies);
        });
    }

    /// <summary>The numbers of a segment's first document and of the next segment's.</summary>
    public (int Start, int End) Base(Postings postings, int at)
    {
        var leaf = _leaves[postings.Leaves[at].Leaf];
        return (leaf.DocBase, leaf.DocBase + leaf.AtomicReader.MaxDoc);
    }

    private TermsEnum?[] Dictionaries(string field)
    {
        if (!_dictionaries.TryGetValue(field, out var dictionaries))
        {
            dictionaries = [.. _leaves.Select(leaf => leaf.AtomicReader.GetTerms(field)?.GetEnumerator())];
            _dictionaries.Add(field, dictionaries);
        }
        return dictionaries;
    }
}
