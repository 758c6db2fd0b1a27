using PhongTho.Search;
using Xunit;

namespace PhongTho.Tests.Search;

public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Searches_during_writes_see_whole_commits_with_their_position()
    {
        using var index = new TestIndex();
        using var finished = new CancellationTokenSource();
        index.Index.Replace(Generation(1), position: 1);

        var searches = Enumerable.Range(0, 3).Select(_ => Task.Run(() => SearchUntil(index, finished.Token), TestContext.Current.CancellationToken)).ToList();
        for (var position = 2; position <= 25; position++)
        {
            if (position % 5 == 0)
            {
                index.Index.Replace(Generation(position), position);
            }
            else
            {
                index.Index.Apply([.. Generation(position)], [], position);
            }
        }
        await finished.CancelAsync();

        Assert.All(await Task.WhenAll(searches), searched => Assert.True(searched > 0));
    }

    [Fact]
    public async Task Writers_queue()
    {
        using var index = new TestIndex();

        await Task.WhenAll(Enumerable.Range(1, 20).Select(number =>
            Task.Run(() => index.Index.Apply([TestIndex.Doc($"d{number}", "Hiến đất")], [], number), TestContext.Current.CancellationToken)));

        Assert.Equal(20, index.Ask("hiến đất").Total);
    }

    [Fact]
    public void A_closed_index_says_so_however_often_it_is_closed()
    {
        var index = new TestIndex();
        index.Dispose();

        index.Index.Dispose();

        Assert.Throws<ObjectDisposedException>(() => index.Ask("đất"));
    }

    // Every document of a commit carries the commit's position, so a mixture would show.
    private static int SearchUntil(TestIndex index, CancellationToken finished)
    {
        var searched = 0;
        do
        {
            var results = index.Index.Search(new SearchQuery { Words = "hiến đất", Limit = 20, CountFacets = ["position"] });
            Assert.Equal(10, results.Total);
            Assert.Equal([new FacetCount($"{results.Position}", 10)], results.Facets["position"]);
            Assert.NotEmpty(index.Index.Suggest("hien", 5));
            searched++;
        }
        while (!finished.IsCancellationRequested);
        return searched;
    }

    private static IEnumerable<SearchDocument> Generation(int position) =>
        Enumerable.Range(0, 10).Select(number => TestIndex.Doc($"d{number}", "Hiến đất làm đường") with
        {
            Facets = new Dictionary<string, IReadOnlyList<string>> { ["position"] = [$"{position}"] },
        });
}
