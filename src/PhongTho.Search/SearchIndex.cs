using Lucene.Net.Index;
using PhongTho.Search.Indexing;
using PhongTho.Search.Presenting;
using PhongTho.Search.Suggesting;
using PhongTho.Search.Understanding;

namespace PhongTho.Search;

/// <summary>
/// Everything that can be found, in one folder: documents and the position of the log they stand for, committed together.
/// Safe for any number of searching and applying threads; one process holds a folder at a time.
/// </summary>
public sealed class SearchIndex : IDisposable
{
    private readonly Lock _writing = new();
    private readonly IndexFolder _folder;
    private volatile Snapshot _current;
    private bool _closed;

    private SearchIndex(IndexFolder folder)
    {
        _folder = folder;
        _current = new Snapshot(folder.Read(older: null));
        IsNew = _current.Position == 0;
    }

    /// <summary>Was opened without anything in it (first start, damaged or of an older version): its owner should <see cref="Replace"/> it.</summary>
    public bool IsNew { get; }

    /// <summary>The position of the log that searches see.</summary>
    public long Position => _current.Position;

    public int Count => _current.Reader.NumDocs;

    /// <summary>Opens or creates. A damaged folder, or one of another schema version, becomes an empty index at position 0.</summary>
    /// <exception cref="IOException">A living process has this folder open.</exception>
    public static SearchIndex Open(string folder) => new(IndexFolder.Open(folder));

    /// <summary>Removes, then puts, and commits with the position; the next search sees it. Applying the same twice changes nothing.</summary>
    public void Apply(IReadOnlyCollection<SearchDocument> put, IReadOnlyCollection<string> removed, long position) =>
        Commit(
            writer =>
            {
                writer.DeleteDocuments([.. removed.Select(key => new Term(Schema.Key, key))]);
                foreach (var document in put)
                {
                    writer.UpdateDocument(new Term(Schema.Key, document.Key), Schema.ToLucene(document));
                }
            },
            position);

    /// <summary>Puts these documents in place of all others. Searches see the old ones until the commit, and keep them if <paramref name="all"/> fails.</summary>
    public void Replace(IEnumerable<SearchDocument> all, long position) =>
        Commit(
            writer =>
            {
                writer.DeleteAll();
                foreach (var document in all)
                {
                    writer.UpdateDocument(new Term(Schema.Key, document.Key), Schema.ToLucene(document));
                }
            },
            position);

    /// <summary>Answers anything a person can type; nothing it is given makes it throw.</summary>
    public SearchResults Search(SearchQuery query) =>
        WithSnapshot(snapshot =>
        {
            var answer = Interpreter.Answer(snapshot, query);
            return new SearchResults(
                answer.Found.Total,
                [.. answer.Found.Page.Select(hit => HitPrinter.Print(snapshot.Searcher, hit, answer.Found.Asked))],
                answer.Found.Facets,
                answer.Suggestion,
                answer.InterpretedAs,
                snapshot.Position);
        });

    /// <summary>Titles and names that what is typed so far may become.</summary>
    public IReadOnlyList<SearchSuggestion> Suggest(string typed, int limit) =>
        WithSnapshot(snapshot => Suggestions.Complete(snapshot, typed, Math.Clamp(limit, 0, 50)));

    public void Dispose()
    {
        lock (_writing)
        {
            if (_closed)
            {
                return;
            }
            _closed = true;
            _current.Release();
            _folder.Dispose();
        }
    }

    private void Commit(Action<IndexWriter> write, long position)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _folder.Commit(write, position);
            var former = _current;
            _current = new Snapshot(_folder.Read(former.Reader));
            former.Release();
        }
    }

    private T WithSnapshot<T>(Func<Snapshot, T> ask)
    {
        var snapshot = _current;
        while (!snapshot.TryAcquire())
        {
            // Replaced and closed in between: the next one is already there.
            ObjectDisposedException.ThrowIf(snapshot == _current, this);
            snapshot = _current;
        }
        try
        {
            return ask(snapshot);
        }
        finally
        {
            snapshot.Release();
        }
    }
}
