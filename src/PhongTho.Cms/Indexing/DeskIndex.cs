using PhongTho.Search;

namespace PhongTho.Cms.Indexing;

/// <summary>The newsroom's own index, drafts included. A folder apart from the readers': what is not in theirs cannot leak from it.</summary>
public sealed class DeskIndex(string folder) : IDisposable
{
    public SearchIndex Index { get; } = SearchIndex.Open(folder);

    public void Dispose() => Index.Dispose();
}
