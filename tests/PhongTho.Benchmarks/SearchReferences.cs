using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Data.Sqlite;
using PhongTho.Search;

namespace PhongTho.Benchmarks;

/// <summary>An index of the same texts as everyone has it, for comparison: no snippets, no facets, no understanding.</summary>
internal interface ISearchReference : IDisposable
{
    string Name { get; }

    void Fill(IEnumerable<SearchDocument> documents);

    int Ask(string words);
}

/// <summary>Lucene with its StandardAnalyzer, all words wanted.</summary>
internal sealed class StandardLucene(string folder) : ISearchReference
{
    private readonly FSDirectory _directory = FSDirectory.Open(folder);
    private readonly StandardAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);
    private DirectoryReader? _reader;

    public string Name => "Lucene, StandardAnalyzer";

    public void Fill(IEnumerable<SearchDocument> documents)
    {
        using var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, _analyzer) { RAMBufferSizeMB = 64 });
        foreach (var document in documents)
        {
            writer.AddDocument(new Document { new StringField("key", document.Key, Field.Store.YES), new TextField("text", Text(document), Field.Store.YES) });
        }
        writer.Commit();
        _reader = DirectoryReader.Open(_directory);
    }

    public int Ask(string words)
    {
        var all = new BooleanQuery();
        using (var tokens = _analyzer.GetTokenStream("text", words))
        {
            var term = tokens.GetAttribute<ICharTermAttribute>();
            tokens.Reset();
            while (tokens.IncrementToken())
            {
                all.Add(new TermQuery(new Term("text", term.ToString())), Occur.MUST);
            }
            tokens.End();
        }
        var searcher = new IndexSearcher(_reader!);
        var found = searcher.Search(all, 10);
        return found.ScoreDocs.Sum(hit => searcher.Doc(hit.Doc).Fields.Count) + found.TotalHits;
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _analyzer.Dispose();
        _directory.Dispose();
    }

    public static string Text(SearchDocument document) => string.Join('\n', document.Title, document.Summary, document.Body);
}

/// <summary>SQLite's full text, diacritics removed, ordered by its bm25.</summary>
internal sealed class SqliteFts : ISearchReference
{
    private readonly SqliteConnection _connection;

    public SqliteFts(string folder)
    {
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "fts.db")};Pooling=False");
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("CREATE VIRTUAL TABLE texts USING fts5(key UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2')");
    }

    public string Name => "SQLite FTS5, diacritics removed";

    public void Fill(IEnumerable<SearchDocument> documents)
    {
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO texts (key, text) VALUES ($key, $text)";
        var key = insert.Parameters.Add("$key", SqliteType.Text);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        foreach (var document in documents)
        {
            (key.Value, text.Value) = (document.Key, StandardLucene.Text(document));
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }

    public int Ask(string words)
    {
        using var ask = _connection.CreateCommand();
        ask.CommandText = "SELECT key FROM texts WHERE texts MATCH $words ORDER BY bm25(texts) LIMIT 10";
        var quoted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => '"' + word.Replace("\"", "", StringComparison.Ordinal) + '"');
        ask.Parameters.AddWithValue("$words", string.Join(' ', quoted));
        using var reader = ask.ExecuteReader();
        var found = 0;
        while (reader.Read())
        {
            found++;
        }
        return found;
    }

    public void Dispose() => _connection.Dispose();

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
