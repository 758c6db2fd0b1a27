using System.Text;
using Xunit;

namespace PhongTho.Tests.Search;

public sealed class PurgingTests
{
    private const string Secret = "bimatkhongdelai";

    [Fact]
    public void A_purged_word_is_in_no_file_of_the_folder()
    {
        using var index = new TestIndex();
        index.Index.Replace(Enumerable.Range(0, 200).Select(number => TestIndex.Doc($"d{number}", "Hiến đất", "Chuyện ở bản.")), position: 1);
        index.Put(TestIndex.Doc("secret", Secret, Secret) with { Names = [Secret] });
        index.Index.Apply([], ["secret"], position: 3, leavesRemains: true);

        index.Index.Purge();

        Assert.False(index.Index.HasRemains);
        Assert.Equal(3, index.Index.Position);
        index.Reopen(folder => Assert.DoesNotContain(Directory.GetFiles(folder), file => Holds(file, Secret)));
        Assert.Equal(200, index.Ask("hiến đất").Total);
    }

    [Fact]
    public void What_is_still_to_be_purged_is_known_after_a_crash()
    {
        using var index = new TestIndex();
        index.Put(TestIndex.Doc("a", "Hiến đất"), TestIndex.Doc("b", Secret));
        index.Index.Apply([], ["b"], position: 2, leavesRemains: true);

        index.Reopen();

        Assert.True(index.Index.HasRemains);
        Assert.Empty(index.Find(Secret));
    }

    private static bool Holds(string file, string word) => Path.GetFileName(file) != "write.lock" && File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0;
}
