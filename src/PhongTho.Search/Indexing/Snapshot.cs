using Lucene.Net.Index;
using Lucene.Net.Search;
using PhongTho.Search.Suggesting;

namespace PhongTho.Search.Indexing;

/// <summary>One commit as searches see it: documents and position are of the same moment. Closes when its last user has released it.</summary>
internal sealed class Snapshot
{
    private readonly Lazy<Suggestions> _suggestions;

    public Snapshot(DirectoryReader reader)
    {
        Reader = reader;
        Searcher = new IndexSearcher(reader) { Similarity = IndexFolder.Similarity };
        Position = IndexFolder.PositionOf(reader);
        _suggestions = new Lazy<Suggestions>(() => Suggestions.Of(reader));
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public long Position { get; }

    /// <summary>Gathered when first asked for: an editor who publishes ten times in a row pays for none of them.</summary>
    public Suggestions Suggestions => _suggestions.Value;

    public bool TryAcquire() => Reader.TryIncRef();

    public void Release() => Reader.DecRef();
}
