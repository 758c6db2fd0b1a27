using PhongTho.Cms.Questions;
using PhongTho.Search;

namespace PhongTho.Tests.Search;

/// <summary>A real index in a folder of its own, gone after the test.</summary>
public sealed class TestIndex : IDisposable
{
    public TestIndex()
    {
        // The folder itself is for the index to create.
        Folder = Path.Combine(Directory.CreateTempSubdirectory("phongtho-search-").FullName, "data", "index");
        Index = Open();
    }

    public string Folder { get; }

    public SearchIndex Index { get; private set; }

    /// <summary>A document with the given texts and nothing else.</summary>
    public static SearchDocument Doc(string key, string title, string body = "") => new() { Key = key, Type = "story", Title = title, Body = body };

    public void Put(params IReadOnlyCollection<SearchDocument> documents) => Index.Apply(documents, [], Index.Position + 1);

    public IReadOnlyList<string> Find(string words) => [.. Ask(words).Hits.Select(hit => hit.Key)];

    public SearchResults Ask(string words) => Index.Search(new SearchQuery { Words = words });

    public void Reopen(Action<string>? whileClosed = null)
    {
        Index.Dispose();
        whileClosed?.Invoke(Folder);
        Index = Open();
    }

    public void Dispose()
    {
        Index.Dispose();
        Directory.GetParent(Folder)!.Parent!.Delete(recursive: true);
    }

    private SearchIndex Open()
    {
        var index = SearchIndex.Open(Folder);
        index.Wording = WordTable.Standard;
        return index;
    }
}
