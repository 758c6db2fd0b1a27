using System.Text;
using NetVips;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Media;

public sealed class RenditionTests
{
    [Theory]
    [InlineData(4000, 3000, new[] { 320, 640, 960, 1280, 1920 })]
    [InlineData(1000, 500, new[] { 320, 640, 960, 1000 })]
    [InlineData(320, 200, new[] { 320 })]
    [InlineData(50, 50, new[] { 50 })]
    [InlineData(1000, 20_000, new[] { 320, 500 })]
    public void Widths_climb_a_ladder_and_never_beyond_the_original(int width, int height, int[] expected) =>
        Assert.Equal(expected, PictureWidths.Of(width, height));

    [Fact]
    public async Task A_telephones_photograph_is_turned_and_tells_no_place_and_no_maker()
    {
        await using var test = await TestDatabase.OpenAsync();
        Assert.True(Has(TestPictures.Telephone(), TestPictures.Secret));
        var file = await AddAsync(test, TestPictures.Telephone(800, 400), "dien-thoai.jpg");
        Assert.Equal((400, 800), (file.Width, file.Height));

        foreach (var rendition in PictureWidths.All(file.Width, file.Height))
        {
            Assert.Equal(PictureAnswer.Made, await test.Pictures.MakeAsync(file.Hash, rendition, TestContext.Current.CancellationToken));
            var bytes = await File.ReadAllBytesAsync(test.Pictures.PathOf(file.Hash, rendition), TestContext.Current.CancellationToken);
            using var picture = Image.NewFromBuffer(bytes);

            Assert.Equal((rendition.Width, rendition.Width * 2), (picture.Width, picture.Height));
            Assert.DoesNotContain(picture.GetFields(), static field => field.StartsWith("exif", StringComparison.Ordinal) || field is "xmp-data" or "iptc-data" or "orientation");
            Assert.False(Has(bytes, TestPictures.Secret));
            Assert.False(Has(bytes, "Exif\0\0II"));

            // What lay on the left stands on top.
            Assert.True(Red(picture, 0.25) > 150 && Red(picture, 0.75) < 100, rendition.FileName);
        }
    }

    [Fact]
    public async Task The_same_picture_gives_the_same_bytes()
    {
        await using var first = await TestDatabase.OpenAsync();
        await using var second = await TestDatabase.OpenAsync();
        var bytes = TestPictures.Jpeg();
        var file = await AddAsync(first, bytes, "a.jpg");
        await AddAsync(second, bytes, "b.jpg");

        foreach (var rendition in PictureWidths.All(file.Width, file.Height))
        {
            Assert.Equal(await BytesAsync(first, file.Hash, rendition), await BytesAsync(second, file.Hash, rendition));
        }
    }

    [Fact]
    public async Task Asked_for_by_many_at_once_it_is_made_once()
    {
        await using var test = await TestDatabase.OpenAsync();
        var file = await AddAsync(test, TestPictures.Jpeg(), "a.jpg");
        var rendition = new Rendition(640, PictureFormat.WebP);

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => test.Pictures.MakeAsync(file.Hash, rendition, TestContext.Current.CancellationToken))));

        Assert.All(answers, static answer => Assert.Equal(PictureAnswer.Made, answer));
        Assert.Equal(1, test.Pictures.Made);
    }

    [Fact]
    public async Task Too_many_at_once_are_told_to_come_back()
    {
        await using var test = await TestDatabase.OpenAsync();
        var pictures = new List<MediaFile>();
        for (var number = 0; number < 12; number++)
        {
            pictures.Add(await AddAsync(test, TestPictures.Jpeg(seed: number), $"{number}.jpg"));
        }

        var answers = await Task.WhenAll(pictures.SelectMany(static file => PictureWidths.All(file.Width, file.Height).Select(rendition => (file.Hash, rendition)))
            .Select(asked => test.Pictures.MakeAsync(asked.Hash, asked.rendition, TestContext.Current.CancellationToken)));

        Assert.Contains(PictureAnswer.Busy, answers);
        Assert.Contains(PictureAnswer.Made, answers);
        Assert.DoesNotContain(PictureAnswer.Broken, answers);
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_leaves_no_half_picture()
    {
        await using var test = await TestDatabase.OpenAsync();
        var file = await AddAsync(test, TestPictures.Jpeg(2400, 1800), "to.jpg");
        var stopped = new PictureFiles(test.Store, test.Folder);
        var making = PictureWidths.All(file.Width, file.Height).Select(rendition => stopped.MakeAsync(file.Hash, rendition, TestContext.Current.CancellationToken)).ToList();
        await Task.WhenAny(making);

        stopped.Dispose();

        await Task.WhenAll(making.Select(static job => job.ContinueWith(static _ => { }, TaskScheduler.Default)));
        foreach (var rendition in PictureWidths.All(file.Width, file.Height).Where(rendition => File.Exists(test.Pictures.PathOf(file.Hash, rendition))))
        {
            using var whole = Image.NewFromFile(test.Pictures.PathOf(file.Hash, rendition), failOn: Enums.FailOn.Truncated);
            Assert.True(whole.Avg() > 0);
            Assert.Equal(rendition.Width, whole.Width);
        }

        Assert.Contains(making, static job => !job.IsCompletedSuccessfully);
        Assert.Empty(Directory.EnumerateFiles(test.Folder, "*.part", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_a_kill_left_half_written_is_cleared_away_and_what_is_being_written_is_not()
    {
        await using var test = await TestDatabase.OpenAsync();
        var file = await AddAsync(test, TestPictures.Jpeg(200, 100), "a.jpg");
        var rendition = new Rendition(200, PictureFormat.Jpeg);
        await BytesAsync(test, file.Hash, rendition);
        var (left, fresh) = (test.Pictures.PathOf(file.Hash, rendition) + ".1.part", Path.Combine(test.Folder, "media", "2.part"));
        await File.WriteAllTextAsync(left, "nửa", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(fresh, "nửa", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(left, TestDatabase.Start.UtcDateTime.AddDays(-2));
        File.SetLastWriteTimeUtc(fresh, TestDatabase.Start.UtcDateTime);

        test.Store.ForgetAbandoned(TestDatabase.Start);
        test.Pictures.ForgetAbandoned(TestDatabase.Start);

        Assert.Equal([fresh], Directory.EnumerateFiles(test.Folder, "*.part", SearchOption.AllDirectories));
        Assert.True(File.Exists(test.Pictures.PathOf(file.Hash, rendition)));
    }

    [Fact]
    public async Task Inks_become_colours_and_of_a_moving_picture_the_first_frame_stays()
    {
        await using var test = await TestDatabase.OpenAsync();
        foreach (var (bytes, name) in new[] { (TestPictures.Cmyk(), "in.jpg"), (TestPictures.AnimatedGif(), "dong.gif") })
        {
            var file = await AddAsync(test, bytes, name);
            foreach (var format in Enum.GetValues<PictureFormat>())
            {
                using var picture = Image.NewFromBuffer(await BytesAsync(test, file.Hash, new Rendition(PictureWidths.Of(file.Width, file.Height)[^1], format)));
                Assert.Equal(file.Height, picture.Height);
                Assert.True(picture.Getpoint(picture.Width / 4, picture.Height / 2) is [> 150, < 100, < 100, ..], name);
            }
        }
    }

    [Fact]
    public async Task What_hangs_on_a_pictures_tail_goes_no_further()
    {
        await using var test = await TestDatabase.OpenAsync();
        byte[] polyglot = [.. TestPictures.Jpeg(), .. "<script>alert(1)</script><?php system($_GET['x']); ?>"u8];
        var file = await AddAsync(test, polyglot, "hai-mat.jpg");

        foreach (var rendition in PictureWidths.All(file.Width, file.Height))
        {
            Assert.False(Has(await BytesAsync(test, file.Hash, rendition), "<script>"));
        }
    }

    private static async Task<MediaFile> AddAsync(TestDatabase test, byte[] bytes, string name)
    {
        using var stream = new MemoryStream(bytes);
        return Assert.IsType<MediaOutcome.Done>(await test.Library.UploadAsync(stream, "thu", name, Actor.Console, TestContext.Current.CancellationToken)).File;
    }

    private static async Task<byte[]> BytesAsync(TestDatabase test, string hash, Rendition rendition)
    {
        Assert.Equal(PictureAnswer.Made, await test.Pictures.MakeAsync(hash, rendition, TestContext.Current.CancellationToken));
        return await File.ReadAllBytesAsync(test.Pictures.PathOf(hash, rendition), TestContext.Current.CancellationToken);
    }

    private static double Red(Image picture, double height) => picture.Getpoint(picture.Width / 2, (int)(picture.Height * height))[0];

    private static bool Has(byte[] bytes, string text) => bytes.AsSpan().IndexOf(Encoding.Latin1.GetBytes(text)) >= 0;
}
