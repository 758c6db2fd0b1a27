using Lucene.Net.Index;
using Lucene.Net.Util;
using PhongTho.Search.Indexing;

namespace PhongTho.Search.Querying;

/// <summary>Documents by their time, those of one time by their key.</summary>
internal sealed class NewestFirst(IndexReader reader) : IComparer<int>
{
    private readonly IList<AtomicReaderContext> _leaves = reader.Leaves;
    private readonly long[]?[] _times = new long[]?[reader.Leaves.Count];

    public int Compare(int one, int other)
    {
        var byTime = TimeOf(other).CompareTo(TimeOf(one));
        return byTime != 0 ? byTime : string.CompareOrdinal(KeyOf(one), KeyOf(other));
    }

    private long TimeOf(int document)
    {
        var leaf = ReaderUtil.SubIndex(document, _leaves);
        return (_times[leaf] ??= Columns.Of(_leaves[leaf].AtomicReader).Times(_leaves[leaf].AtomicReader))[document - _leaves[leaf].DocBase];
    }

    private string KeyOf(int document)
    {
        var leaf = _leaves[ReaderUtil.SubIndex(document, _leaves)];
        var key = new BytesRef();
        leaf.AtomicReader.GetSortedDocValues(Schema.Key).Get(document - leaf.DocBase, key);
        return key.Utf8ToString();
    }
}
