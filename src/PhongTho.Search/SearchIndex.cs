using Lucene.Net.Index;
using Lucene.Net.Search;
using PhongTho.Search.Indexing;
using PhongTho.Search.Presenting;
using PhongTho.Search.Querying;
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
    private volatile Wording _wording = Wording.None;
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

    /// <summary>What questions are read by from now on, and documents put from now on; those already in keep what they were put with.</summary>
    public Wording Wording
    {
        get => _wording;
        set => _wording = value;
    }

    /// <summary>Opens or creates. A damaged folder, or one of another schema version, becomes an empty index at position 0.</summary>
    /// <exception cref="IOException">A living process has this folder open.</exception>
    public static SearchIndex Open(string folder) => new(IndexFolder.Open(folder));

    /// <summary>Removes, then puts, and commits with the position; the next search sees it. Applying the same twice changes nothing.</summary>
    /// <param name="leavesRemains">What is removed must also leave the folder: stays noted, across crashes, until <see cref="Purge"/>.</param>
    public void Apply(IReadOnlyCollection<SearchDocument> put, IReadOnlyCollection<string> removed, long position, bool leavesRemains = false) =>
        Commit(
            writer =>
            {
                writer.DeleteDocuments([.. removed.Select(key => new Term(Schema.Key, key))]);
                Filling.Put(writer, put, _wording.Abbreviations, progress: null);
            },
            position,
            HasRemains || leavesRemains);

    /// <summary>Words of removed documents that must go are still in the folder, though no search sees them.</summary>
    public bool HasRemains => _current.HasRemains;

    /// <summary>Rewrites what holds removed documents: Lucene itself only hides them until a merge comes by.</summary>
    public void Purge() => Commit(writer => writer.ForceMergeDeletes(doWait: true), Position, hasRemains: false);

    /// <summary>Puts these documents in place of all others. Searches see the old ones until the commit, and keep them if <paramref name="all"/> fails.</summary>
    /// <param name="progress">Told now and then how many are in.</param>
    public void Replace(IEnumerable<SearchDocument> all, long position, IProgress<int>? progress = null) =>
        Commit(
            writer =>
            {
                writer.DeleteAll();
                Filling.Put(writer, all, _wording.Abbreviations, progress);
            },
            position,
            hasRemains: false);

    /// <summary>Answers anything a person can type; nothing it is given makes it throw.</summary>
    public SearchResults Search(SearchQuery query) =>
        WithSnapshot(snapshot =>
        {
            var wording = _wording;
            var answer = Interpreter.Answer(snapshot, query, wording);
            return new SearchResults(
                answer.Found.Total,
                [.. answer.Found.Page.Select(hit => HitPrinter.Print(snapshot, hit, answer.Found.Asked, wording.Abbreviations))],
                Facets.Count(answer.Found.Documents, snapshot.Reader, query.CountFacets),
                answer.Suggestion,
                answer.InterpretedAs,
                snapshot.Position);
        });

    /// <summary>One document by its key, printed as if these words had found it; null when it is not here.</summary>
    public SearchHit? Find(string key, string words) =>
        WithSnapshot(snapshot =>
        {
            var abbreviations = _wording.Abbreviations;
            var found = snapshot.Searcher.Search(new TermQuery(new Term(Schema.Key, key)), 1).ScoreDocs;
            return found.Length == 0 ? null : HitPrinter.Print(snapshot, new FoundHit(found[0].Doc, 0), QuestionText.Read(words, abbreviations), abbreviations);
        });

    /// <summary>Titles and names that what is typed so far may become.</summary>
    /// <param name="without">Facet name → values that rule a document out.</param>
    public IReadOnlyList<SearchSuggestion> Suggest(string typed, int limit, IReadOnlyDictionary<string, IReadOnlyList<string>>? without = null) =>
        WithSnapshot(snapshot => Suggestions.Complete(snapshot, typed, Math.Clamp(limit, 0, 50), new SearchQuery { Without = without ?? new Dictionary<string, IReadOnlyList<string>>() }));

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

    private void Commit(Action<IndexWriter> write, long position, bool hasRemains)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _folder.Commit(write, position, hasRemains);
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
