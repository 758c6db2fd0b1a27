using PhongTho.Search;
using Xunit;

namespace PhongTho.Tests.Search;

/// <summary>What is on the disk after a crash, seen by opening it.</summary>
public sealed class DurabilityTests
{
    [Fact]
    public void A_new_folder_is_empty_and_says_so()
    {
        using var index = new TestIndex();

        Assert.True(index.Index.IsNew);
        Assert.Equal((0L, 0), (index.Index.Position, index.Index.Count));
    }

    [Fact]
    public void Documents_and_position_survive_closing()
    {
        using var index = new TestIndex();
        index.Index.Apply([TestIndex.Doc("a", "Hiến đất")], [], position: 5);
        index.Index.Apply([], [], position: 6);

        index.Reopen();

        Assert.False(index.Index.IsNew);
        Assert.Equal(6, index.Index.Position);
        Assert.Single(index.Find("hiến đất"));
    }

    [Fact]
    public void A_crash_in_the_middle_of_a_write_leaves_the_commit_before_it()
    {
        using var index = new TestIndex();
        using var crashed = new TestIndex();
        index.Index.Apply([TestIndex.Doc("a", "Hiến đất")], [], position: 5);

        crashed.Reopen(folder => index.Index.Replace(UntilTheCrash(index.Folder, folder), position: 6));

        Assert.Equal((5L, 1), (crashed.Index.Position, crashed.Index.Count));
        Assert.Single(crashed.Find("hiến đất"));
    }

    [Fact]
    public void Files_left_by_a_dead_process_do_no_harm()
    {
        using var index = new TestIndex();
        index.Index.Apply([TestIndex.Doc("a", "Hiến đất")], [], position: 5);

        index.Reopen(folder =>
        {
            File.WriteAllText(Path.Combine(folder, "write.lock"), "");
            File.WriteAllText(Path.Combine(folder, "_zz.cfs"), "half a segment");
        });

        Assert.Single(index.Find("hiến đất"));
    }

    [Fact]
    public void Any_damaged_file_gives_an_empty_index_or_the_right_one()
    {
        using var index = new TestIndex();
        var random = new Random(109);
        for (var round = 0; round < 60; round++)
        {
            index.Index.Replace(Enumerable.Range(0, 30).Select(number => TestIndex.Doc($"d{number}", "Hiến đất", $"Chuyện thứ {number}.")), position: 5);

            index.Reopen(folder => Damage(folder, random));

            Assert.Equal(index.Index.IsNew ? 0 : 30, index.Find("hiến đất").Count + (index.Index.IsNew ? 0 : 10));
            Assert.Equal(index.Index.IsNew ? (0L, 0) : (5L, 30), (index.Index.Position, index.Index.Count));
        }
    }

    [Fact]
    public void A_folder_of_something_else_starts_anew()
    {
        using var index = new TestIndex();

        index.Reopen(folder =>
        {
            foreach (var file in Directory.GetFiles(folder))
            {
                File.WriteAllText(file, "not an index");
            }
        });

        Assert.True(index.Index.IsNew);
    }

    [Fact]
    public void A_folder_is_never_taken_from_a_living_owner()
    {
        using var index = new TestIndex();
        index.Put(TestIndex.Doc("a", "Hiến đất"));

        Assert.ThrowsAny<IOException>(() => SearchIndex.Open(index.Folder));

        Assert.Single(index.Find("hiến đất"));
    }

    // A copy of the folder while a write is under way is what a crash would leave.
    private static IEnumerable<SearchDocument> UntilTheCrash(string from, string to)
    {
        for (var number = 0; number < 50; number++)
        {
            yield return TestIndex.Doc($"new-{number}", "Trồng rừng");
        }
        foreach (var file in Directory.GetFiles(from).Where(file => Path.GetFileName(file) != "write.lock"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    private static void Damage(string folder, Random random)
    {
        var files = Directory.GetFiles(folder).Where(file => new FileInfo(file).Length > 0).Order(StringComparer.Ordinal).ToList();
        var file = files[random.Next(files.Count)];
        var bytes = File.ReadAllBytes(file);
        if (random.Next(3) == 0)
        {
            File.WriteAllBytes(file, bytes[..random.Next(bytes.Length)]);
            return;
        }
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        File.WriteAllBytes(file, bytes);
    }
}
