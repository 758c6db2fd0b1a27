using Lucene.Net.Index;

namespace PhongTho.Search.Querying;

/// <summary>What a question wants of facets: one of the chosen values of each, and none that rules out. Asked of documents in their order.</summary>
internal sealed class FacetFilter(IndexReader reader, SearchQuery query)
{
    private readonly List<KeyValuePair<string, IReadOnlyList<string>>> _chosen = [.. query.Facets.Where(facet => facet.Value.Count > 0)];
    private (FacetColumn Column, bool[] IsMeant)[] _wanted = [];
    private (FacetColumn Column, bool[] IsMeant)[] _unwanted = [];
    private int _start;
    private int _end;

    /// <summary>Every document passes.</summary>
    public bool IsNone => _chosen.Count == 0 && query.Without.Count == 0;

    public bool Passes(int document)
    {
        if (document >= _end)
        {
            Enter(reader.Leaves[ReaderUtil.SubIndex(document, reader.Leaves)]);
        }
        return Array.TrueForAll(_wanted, facet => facet.Column.Has(document - _start, facet.IsMeant))
            && !Array.Exists(_unwanted, facet => facet.Column.Has(document - _start, facet.IsMeant));
    }

    private void Enter(AtomicReaderContext leaf)
    {
        (_start, _end) = (leaf.DocBase, leaf.DocBase + leaf.AtomicReader.MaxDoc);
        _wanted = [.. _chosen.Select(facet => Meant(leaf.AtomicReader, facet.Key, facet.Value))];
        _unwanted = [.. query.Without.Select(facet => Meant(leaf.AtomicReader, facet.Key, facet.Value))];
    }

    private static (FacetColumn Column, bool[] IsMeant) Meant(AtomicReader segment, string name, IReadOnlyList<string> values)
    {
        var column = Columns.Of(segment).Facet(segment, name);
        var meant = values.ToHashSet(StringComparer.Ordinal);
        return (column, [.. column.Values.Select(meant.Contains)]);
    }
}
