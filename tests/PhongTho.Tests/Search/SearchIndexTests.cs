using PhongTho.Search;
using Xunit;

namespace PhongTho.Tests.Search;

public sealed class SearchIndexTests
{
    [Fact]
    public void Applying_a_document_makes_it_findable_at_its_position()
    {
        using var index = new TestIndex();

        index.Index.Apply([TestIndex.Doc("a", "Hiến đất làm đường")], [], position: 7);

        var results = index.Ask("hien dat");
        Assert.Equal(["a"], results.Hits.Select(hit => hit.Key));
        Assert.Equal(7, results.Position);
        Assert.Equal(7, index.Index.Position);
    }

    [Fact]
    public void Removing_a_document_makes_it_unfindable()
    {
        using var index = new TestIndex();
        index.Put(TestIndex.Doc("a", "Hiến đất"), TestIndex.Doc("b", "Trồng rừng"));

        index.Index.Apply([], ["a"], position: 9);

        Assert.Empty(index.Find("hiến đất"));
        Assert.Equal(1, index.Index.Count);
    }

    [Fact]
    public void Applying_the_same_twice_changes_nothing()
    {
        using var index = new TestIndex();
        IReadOnlyList<SearchDocument> documents = [TestIndex.Doc("a", "Hiến đất"), TestIndex.Doc("b", "Hiến đất")];
        index.Index.Apply(documents, ["c"], position: 3);

        index.Index.Apply(documents, ["c"], position: 3);

        Assert.Equal(2, index.Index.Count);
        Assert.Equal(["a", "b"], index.Find("hiến đất"));
    }

    [Fact]
    public void A_position_moves_without_any_document()
    {
        using var index = new TestIndex();
        index.Put(TestIndex.Doc("a", "Hiến đất"));

        index.Index.Apply([], [], position: 40);

        Assert.Equal(40, index.Ask("hiến đất").Position);
        Assert.Single(index.Find("hiến đất"));
    }

    [Fact]
    public void Replacing_leaves_only_the_new_documents()
    {
        using var index = new TestIndex();
        index.Put(TestIndex.Doc("a", "Hiến đất"), TestIndex.Doc("b", "Trồng rừng"));

        index.Index.Replace([TestIndex.Doc("b", "Trồng quế"), TestIndex.Doc("b", "Trồng lan")], position: 12);

        Assert.Equal((1, 12L), (index.Index.Count, index.Index.Position));
        Assert.Empty(index.Find("hiến đất"));
        Assert.Equal(["b"], index.Find("trồng lan"));
    }

    [Fact]
    public void A_replacement_that_fails_leaves_what_was_there()
    {
        using var index = new TestIndex();
        index.Put(TestIndex.Doc("a", "Hiến đất"));

        Assert.Throws<InvalidDataException>(() => index.Index.Replace(Failing(), position: 12));

        Assert.Equal(["a"], index.Find("hiến đất"));
        index.Put(TestIndex.Doc("b", "Hiến đất"));
        Assert.Equal(["a", "b"], index.Find("hiến đất"));
    }

    [Fact]
    public void A_hit_brings_back_what_was_stored()
    {
        using var index = new TestIndex();
        var published = new DateTimeOffset(2023, 10, 20, 8, 0, 0, TimeSpan.FromHours(7));
        index.Put(TestIndex.Doc("a", "Hiến đất") with { PublishedAt = published, Stored = new Dictionary<string, string> { ["path"] = "/tin-tuc/hien-dat" } });

        var hit = Assert.Single(index.Ask("hiến đất").Hits);

        Assert.Equal(("story", "Hiến đất", "/tin-tuc/hien-dat"), (hit.Type, hit.Title, hit.Stored["path"]));
        Assert.Equal(published, hit.PublishedAt);
        Assert.True(hit.Score > 0);
    }

    [Fact]
    public void Words_may_be_spread_over_title_names_and_body()
    {
        using var index = new TestIndex();
        index.Put(TestIndex.Doc("a", "Hiến đất", "Làm đường về bản.") with { Names = ["Vàng A Páo", "Sin Suối Hồ"], Summary = "Một việc tốt." });

        Assert.Equal(["a"], index.Find("vang a pao hiến đất làm đường việc tốt"));
    }

    private static IEnumerable<SearchDocument> Failing()
    {
        yield return TestIndex.Doc("c", "Hiến đất");
        throw new InvalidDataException("The source broke off.");
    }
}
