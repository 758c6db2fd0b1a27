using Lucene.Net.Index;
using Lucene.Net.Search;
using PhongTho.Search.Querying;

namespace PhongTho.Search.Indexing;

/// <summary>One commit as searches see it: documents and position are of the same moment. Closes when its last user has released it.</summary>
internal sealed class Snapshot
{
    public Snapshot(DirectoryReader reader)
    {
        Reader = reader;
        Searcher = new IndexSearcher(reader);
        Position = IndexFolder.PositionOf(reader);
        HasRemains = IndexFolder.HasRemains(reader);
        Slates = new Slates(reader.MaxDoc);
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public long Position { get; }

    public bool HasRemains { get; }

    public Slates Slates { get; }

    public bool TryAcquire() => Reader.TryIncRef();

    public void Release() => Reader.DecRef();
}
