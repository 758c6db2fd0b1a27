using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace PhongTho.Search.Querying;

/// <summary>Finds terms in all segments of a snapshot, each dictionary opened once a question.</summary>
internal sealed class TermLookup(IndexReader reader)
{
    private readonly IList<AtomicReaderContext> _leaves = reader.Leaves;
    private readonly Dictionary<string, TermsEnum?[]> _dictionaries = new(StringComparer.Ordinal);

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

    /// <summary>The documents of a term in one segment, with the number that makes them documents of the snapshot.</summary>
    public (DocsEnum Documents, int Base) Open(Postings postings, int at, bool withFrequencies)
    {
        var (leaf, state) = postings.Leaves[at];
        var terms = _dictionaries[postings.Field][leaf]!;
        terms.SeekExact(postings.Term, state);
        var reader = _leaves[leaf].AtomicReader;
        return (terms.Docs(reader.LiveDocs, null, withFrequencies ? DocsFlags.FREQS : DocsFlags.NONE), _leaves[leaf].DocBase);
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

/// <summary>Where a term is: its segments, and how many documents have it.</summary>
internal sealed record Postings(TermLookup Lookup, string Field, BytesRef Term, IReadOnlyList<(int Leaf, TermState State)> Leaves, int Frequency);
