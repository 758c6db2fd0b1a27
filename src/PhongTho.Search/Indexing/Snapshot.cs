using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
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
        Rooms = new Pool<Room>(() => new Room());
        Lookups = new Pool<TermLookup>(() => new TermLookup(reader));
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public long Position { get; }

    public bool HasRemains { get; }

    public Pool<Room> Rooms { get; }

    /// <summary>Dictionaries opened once, not at every question.</summary>
    public Pool<TermLookup> Lookups { get; }

    public StoredDocument Printed(int document)
    {
        var leaf = Reader.Leaves[ReaderUtil.SubIndex(document, Reader.Leaves)];
        var bytes = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(Schema.Printed).Get(document - leaf.DocBase, bytes);
        return new StoredDocument(bytes.Bytes.AsMemory(bytes.Offset, bytes.Length));
    }

    public bool TryAcquire() => Reader.TryIncRef();

    public void Release() => Reader.DecRef();
}
