using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using PhongTho.Search.Indexing;

namespace PhongTho.Search.Understanding;

/// <summary>The plain words of a collection, for asking hundreds of times a question whether there is such a word.</summary>
internal sealed class Vocabulary
{
    private const int Longest = 12;

    private static readonly ConditionalWeakTable<object, HashSet<string>> BySegment = [];

    private readonly HashSet<string>[] _segments;

    private Vocabulary(HashSet<string>[] segments) => _segments = segments;

    /// <summary>Read once a segment: segments never change.</summary>
    public static Vocabulary Of(IndexReader reader) =>
        new([.. reader.Leaves.Select(leaf => BySegment.GetValue(leaf.AtomicReader.CoreCacheKey, _ => Read(leaf.AtomicReader)))]);

    public bool Has(string word) => Array.Exists(_segments, segment => segment.Contains(word));

    private static HashSet<string> Read(AtomicReader reader)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var terms = reader.GetTerms(Schema.Words)?.GetEnumerator();
        while (terms is not null && terms.MoveNext())
        {
            if (terms.Term.Length <= Longest && IsPlain(terms.Term.Bytes.AsSpan(terms.Term.Offset, terms.Term.Length)))
            {
                words.Add(terms.Term.Utf8ToString());
            }
        }
        return words;
    }

    private static bool IsPlain(ReadOnlySpan<byte> term) => term.IndexOfAnyExceptInRange((byte)'a', (byte)'z') < 0;
}
